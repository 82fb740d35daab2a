"""The sheet 报告素材: what staff have to say in each section of the report."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.form.labels import REPLACES
from jxbook.template import Section, entry_rules
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook.names import PASSAGE_WIDTH

_WIDTHS = {"A": 19, "B": 9, "C": PASSAGE_WIDTH, "D": 27, "E": 2}
_HEADER = 4
_ROW_HEIGHT = 66
_COMPLETES = "补充"
_INTRODUCTION = (
    "报告的文字由自评表自动生成，需要说明的情况写在“内容”栏，可以留空。"
    "“补充”：接在自动生成的文字之后；“替换”：取代该节自动生成的文字。段内换行按 Alt+Enter。"
)


def write_passages(writer: SheetWriter, sections: Sequence[Section]) -> None:
    """Write the sheet, a row per section."""
    writer.widths(_WIDTHS)
    writer.hide_grid()
    writer.put("A1:D1", "报告素材", "title")
    writer.height(1, 36)
    writer.put("A2:D2", _INTRODUCTION, "pale")
    writer.height(2, 36)
    writer.height(3, 8)
    for column, label in zip("ABCD", ("报告章节", "写入方式", "内容", "填写提示"), strict=True):
        writer.put(f"{column}{_HEADER}", label, "rule head")
    writer.height(_HEADER, 24)
    first, last = _HEADER + 1, _HEADER + len(sections)
    for row, section in enumerate(sections, first):
        writer.growing(row, _ROW_HEIGHT, spacer=f"E{row}")
        writer.put(f"A{row}", section.name, "rule indent")
        writer.put(f"B{row}", _COMPLETES, "rule centre input")
        writer.put(f"C{row}", None, "rule top input text indent")
        writer.put(f"D{row}", section.hint, "rule pale small indent")
    mode = "补充：接在自动生成的文字之后。\n替换：取代该节自动生成的文字。"
    writer.rule(f"B{first}:B{last}", entry_rules.only((_COMPLETES, REPLACES), "写入方式", mode))
    writer.paint_flagged(f"A{first}:C{last}")
    writer.quiet(number_stored_as_text=f"C{first}:C{last}")
    writer.freeze(first)
    writer.repeat(_HEADER)
    writer.print_on_a4(f"A1:D{last}")
    writer.protect()
