"""Files that nobody should have to read: each a few parts of XML, written in a moment whatever their size.

A workbook is drawn from rows of values, a Word document from paragraphs and tables; both by `zipfile` and templates of
our own, as an honest writer would take longer to make a hostile file than the program may take to read it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape

Value = str | int | float | None
Rows = Iterable[Sequence[Value]]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)

HEADER = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
HEAD: list[list[Value]] = [
    ["项目支出绩效自评表（2024年度）"],
    ["项目名称", "河道保洁项目", "", "主管部门", "某市水务局", "实施单位", "某市河道所"],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["", "年度资金总额", 10, 10, 10, 10, "100%", 10],
    ["年度总体目标", "预期目标", "", "", "实际完成情况"],
    ["", "保洁河道20段。", "", "", "完成保洁20段。"],
]
INDICATORS: list[list[Value]] = [
    ["产出指标", "数量指标", "保洁河段", "≥20段", "20段", 20, 20, ""],
    ["产出指标", "质量指标", "验收合格率", "≥95%", "98%", 15, 15, ""],
    ["产出指标", "时效指标", "完成时间", "≤12月", "11月", 15, 15, ""],
    ["效益指标", "社会效益指标", "受益人数", "≥500人", "600人", 30, 30, ""],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "95%", 10, 10, ""],
]
TOTAL: list[list[Value]] = [["总分", "", "", "", "", 100, 100, ""]]


def form_rows(indicators: Rows = INDICATORS) -> list[Sequence[Value]]:
    """An honest form around these rows."""
    return [*HEAD, HEADER, *indicators, *TOTAL]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:  # stored: what packs too well is refused before it is read
        for name, content in parts.items():
            file.writestr(name, content)
    return kept.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


_COLUMNS = [_letters(column) for column in range(1, 703)]


def _cell(where: str, value: Value) -> str:
    if isinstance(value, str):
        return f'<c r="{where}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{where}"><v>{value!r}</v></c>'


def sheet_xml(rows: Rows, merges: Sequence[str] = ()) -> str:
    """The part of a worksheet."""
    lines = [f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>']
    for number, row in enumerate(rows, 1):
        cells = (
            _cell(f"{_COLUMNS[at]}{number}", value)
            for at, value in enumerate(row)
            if value is not None and value != ""
        )
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    lines.append("</sheetData>")
    if merges:
        areas = "".join(f'<mergeCell ref="{area}"/>' for area in merges)
        lines.append(f'<mergeCells count="{len(merges)}">{areas}</mergeCells>')
    lines.append("</worksheet>")
    return "".join(lines)


def _relationships(targets: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _types(overrides: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}+xml"/>' for part, kind in overrides.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{inside}</Types>'
    )


def workbook_parts(sheets: Mapping[str, str], folder: str = "xl") -> dict[str, str | bytes]:
    """The parts of a workbook from the XML of its sheets, in this folder of the package ("" is its root)."""
    inside = f"{folder}/" if folder else ""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    numbered = {f"worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}
    return {
        "[Content_Types].xml": _types(
            {f"{inside}workbook.xml": f"{_SHEET_TYPE}.sheet.main"}
            | {f"{inside}styles.xml": f"{_SHEET_TYPE}.styles"}
            | {f"{inside}{part}": f"{_SHEET_TYPE}.worksheet" for part in numbered}
        ),
        "_rels/.rels": _relationships({f"{inside}workbook.xml": "officeDocument"}),
        f"{inside}workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        f"{inside}_rels/workbook.xml.rels": _relationships(
            dict.fromkeys(numbered, "worksheet") | {"styles.xml": "styles"}
        ),
        f"{inside}styles.xml": _STYLES,
        **{f"{inside}{part}": xml for part, xml in numbered.items()},
    }


def workbook(
    rows: Rows, *others: Rows, name: str = "自评表", merges: Sequence[str] = (), folder: str = "xl"
) -> bytes:
    """A workbook whose first sheet holds `rows`; the others are 其他1, 其他2 …"""
    sheets = {name: sheet_xml(rows, merges)}
    sheets |= {f"其他{number}": sheet_xml(other) for number, other in enumerate(others, 1)}
    return zipped(workbook_parts(sheets, folder))


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Rows) -> str:
    """A table of a Word document."""
    drawn = (
        "".join(f"<w:tc>{paragraph('' if one is None else str(one))}</w:tc>" for one in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in drawn)}</w:tbl>"


def document(*blocks: str) -> bytes:
    """A Word document of these blocks."""
    body = "".join(blocks)
    return zipped(
        {
            "[Content_Types].xml": _types({"word/document.xml": f"{_WORD_TYPE}.document.main"}),
            "_rels/.rels": _relationships({"word/document.xml": "officeDocument"}),
            "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        }
    )
