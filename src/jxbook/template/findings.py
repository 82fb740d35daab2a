"""The sheet 校验结果: where a check writes what it found."""

from __future__ import annotations

from jxbook.finding import Severity
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook.names import FINDINGS_FIRST, FINDINGS_HEADER, FINDINGS_LAST

_COLUMNS = {
    "A": ("序号", 6, "centre"),
    "B": ("单元格", 9, "centre"),
    "C": ("工作表", 11, "centre"),
    "D": ("级别", 7, "centre"),
    "E": ("代码", 9, "centre"),
    "F": ("问题", 36, "left"),
    "G": ("原因", 36, "left"),
    "H": ("处理办法", 36, "left"),
}
_INTRODUCTION = (
    "本表由“校验”自动填写，每次校验都重新生成，请勿手工修改。"
    "“单元格”所指的格子在相应工作表中以红色底色标出；“错误”必须改正，“提醒”应当核对，“提示”供参考。"
)


def write_findings(writer: SheetWriter) -> None:
    """Write the sheet, empty. Columns carry the style, so that only findings take space and are printed."""
    for column, (_, width, traits) in _COLUMNS.items():
        writer.widths({column: width}, traits)
    writer.hide_grid()
    writer.put("A1:H1", "校验结果", "title")
    writer.height(1, 36)
    writer.put("A2:H2", _INTRODUCTION, "pale")
    writer.height(2, 36)
    for column, (label, _, _) in _COLUMNS.items():
        writer.put(f"{column}{FINDINGS_HEADER}", label, "rule head")
    writer.height(FINDINGS_HEADER, 24)
    rows = f"{FINDINGS_FIRST}:H{FINDINGS_LAST}"
    severity = f'$D{FINDINGS_FIRST}="{Severity.ERROR.label}"'
    writer.paint(f"D{FINDINGS_FIRST}:D{FINDINGS_LAST}", severity, "error")
    writer.paint(f"A{rows}", f'$A{FINDINGS_FIRST}<>""', "row")
    writer.freeze(FINDINGS_FIRST)
    writer.repeat(FINDINGS_HEADER)
    writer.print_on_a4(landscape=True)
    writer.protect()
