"""The hidden sheets of a workbook with macros: settings for xlwings, texts for the macros, IntelliSense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.excel.project import System
from jxbook.excel.settings import (
    INTELLISENSE_SHEET,
    MAC_SETTINGS,
    SETTINGS_SHEET,
    TEXTS_SHEET,
    WINDOWS_SETTINGS,
)
from jxbook.excel.sources import text_rows
from jxbook.excel.wrappers import intellisense_rows
from jxbook.package.draft import Draft
from jxbook.pattern import pattern
from jxbook.workbook.graft import append_sheet
from jxbook.workbook.markup import encode_text
from jxbook.workbook.parts import read_plan

HiddenRow = Sequence[str | bool]

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
)
_TAIL = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
_CODE_NAME = pattern(r'<sheetPr\b[^>]*?\bcodeName="(\w+)"')


def tables(system: System) -> dict[str, tuple[Sequence[HiddenRow], str]]:
    """Sheet name → its rows and how it is hidden. An administrator may bring xlwings.conf to light in
    Excel; the others are only for programs."""
    return {
        SETTINGS_SHEET: (MAC_SETTINGS if system is System.MAC else WINDOWS_SETTINGS, "hidden"),
        TEXTS_SHEET: (text_rows(), "veryHidden"),
        INTELLISENSE_SHEET: (intellisense_rows(), "veryHidden"),
    }


def add_hidden_sheets(draft: Draft, system: System) -> None:
    """Append the hidden sheets to a workbook that has none of them."""
    for name, (rows, state) in tables(system).items():
        part = f"xl/worksheets/{name.strip('_').replace('.', '').lower()}.xml"
        append_sheet(draft, name, sheet_xml(rows), part, state)


def renew_hidden_sheets(draft: Draft, system: System) -> None:
    """Write the hidden sheets that a workbook has anew; each keeps its name in the VBA project."""
    parts = {sheet.name: sheet.part for sheet in read_plan(draft.package).sheets}
    for name, (rows, _) in tables(system).items():
        if name in parts:
            named = _CODE_NAME.search(draft.text(parts[name]))
            draft.put(parts[name], sheet_xml(rows, named[1] if named else ""))


def sheet_xml(rows: Sequence[HiddenRow], code_name: str = "") -> str:
    """A plain worksheet. Texts stand in the cells, so that the shared strings stay as they are."""
    properties = f'<sheetPr codeName="{code_name}"/>' if code_name else ""
    lines = "".join(_line(row, number) for number, row in enumerate(rows, 1))
    return f"{_HEAD}{properties}<sheetData>{lines}</sheetData>{_TAIL}"


def _line(row: HiddenRow, number: int) -> str:
    cells = "".join(_cells(row, number))
    return f'<row r="{number}">{cells}</row>'


def _cells(row: HiddenRow, number: int) -> Iterator[str]:
    for column, value in enumerate(row):
        place = f"{chr(ord('A') + column)}{number}"
        if isinstance(value, bool):
            yield f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        elif value:
            text = encode_text(value)
            yield f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
