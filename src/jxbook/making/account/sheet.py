"""The sheet 导入说明, appended to a workbook of ours: what became of every cell of the file it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jxbook.making.account.line import AccountLine, Outcome
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.workbook.cellvalues import MAX_TEXT
from jxbook.workbook.graft import append_sheet
from jxbook.workbook.markup import encode_text
from jxbook.workbook.names import FINDINGS, FINDINGS_HEADER
from jxbook.workbook.parts import read_plan
from jxbook.workbook.row_height import height

NAME = "导入说明"

_PART = "xl/worksheets/import.xml"
_COLUMNS = (("原位置", 20), ("原内容", 44), ("去向", 26), ("说明", 40), ("结果", 12))
_INTRODUCTION = (
    "原文件的每个非空单元格在这里各占一行，文件里的另一张自评表合占一行；“未认出”和“需要核对”的排在前面。"
    "核对完毕后可以删除本工作表。"
)
_FIRST = 5
_ORDER = (Outcome.CHECK, Outcome.UNKNOWN, Outcome.MOVED, Outcome.COMPUTED, Outcome.LABEL, Outcome.OTHER_FORM)
_CELL = r'<c r="{}"[^>]*? s="(\d+)"'


def with_account(data: bytes, lines: Sequence[AccountLine], source: str) -> bytes:
    """The workbook with the sheet put behind its others; it borrows the looks of 校验结果."""
    draft = Draft(open_zip(data, source))
    findings = next(sheet.part for sheet in read_plan(draft.package).sheets if sheet.name == FINDINGS)
    append_sheet(draft, NAME, _sheet_xml(draft.text(findings), lines, source), _PART)
    return draft.bytes()


def _sheet_xml(findings: str, lines: Sequence[AccountLine], source: str) -> str:
    title, remark, head = (_style(findings, f"A{row}") for row in (1, 2, FINDINGS_HEADER))
    body = re.search(r'<col min="6"[^>]*? style="(\d+)"', findings)
    text = body[1] if body else "0"
    ordered = sorted(lines, key=lambda line: _ORDER.index(line.state))
    rows = [
        _row(1, 36, title, ["导入说明"]),
        _row(2, 36, remark, [f"来源：{source}。{_INTRODUCTION}"]),
        _row(FINDINGS_HEADER, 24, head, [label for label, _ in _COLUMNS]),
        *(_line(number, text, line) for number, line in enumerate(ordered, _FIRST)),
    ]
    columns = "".join(
        f'<col min="{count}" max="{count}" width="{width}.7109375" customWidth="1"/>'
        for count, (_, width) in enumerate(_COLUMNS, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane ySplit="{_FIRST - 1}" topLeftCell="A{_FIRST}" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews>"
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A2:E2"/></mergeCells>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _line(number: int, style: str, line: AccountLine) -> str:
    texts = [line.where, line.text, line.target, line.note, line.state.value]
    needed = max(height(text, width) for text, (_, width) in zip(texts, _COLUMNS, strict=True))
    return _row(number, min(needed, 409), style, texts)  # Excel's highest row


def _row(number: int, points: float, style: str, texts: Sequence[str]) -> str:
    cells = "".join(_cells(number, style, texts))
    return f'<row r="{number}" ht="{points}" customHeight="1">{cells}</row>'


def _cells(number: int, style: str, texts: Sequence[str]) -> Iterator[str]:
    for column, text in zip("ABCDE", texts, strict=False):
        place = f'<c r="{column}{number}" s="{style}"'
        if text:
            cut = text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 20]}……（共{len(text)}字）"
            yield f'{place} t="inlineStr"><is><t xml:space="preserve">{encode_text(cut)}</t></is></c>'
        else:
            yield f"{place}/>"


def _style(xml: str, address: str) -> str:
    found = re.search(_CELL.format(address), xml)
    return found[1] if found else "0"
