"""How high the rows of a sheet are, and how high their texts need them: merged cells do not grow, and a program that
fills in a form does not measure."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass
from jxbook.package import Package
from jxbook.pattern import pattern
from jxbook.workbook.grid import Sheet
from jxbook.workbook.markup import plain_text
from jxbook.workbook.parts import read_plan
from jxbook.workbook.row_height import height, text_width

_COLUMN, _ROW, _FORMAT = (
    pattern(r"<col\s([^>]*)>"),
    pattern(r"<row\s([^>]*)>"),
    pattern(r"<sheetFormatPr\s[^>]*>"),
)
_ATTRIBUTE = pattern(r"""\b(r|ht|min|max|width|defaultRowHeight)=["']([0-9]{1,5}(?:\.[0-9]{1,20})?)["']""")
_USUAL_HEIGHT, _USUAL_WIDTH, _PADDING = 15.0, 8.43, 0.71
_INDENT = 2
"""What an indented entry leaves free, in half-width characters."""
_OTHER_FONTS = 1.07
"""How much higher the lines of a font are that stands in for 宋体."""
_HALF_A_LINE = 7.0
"""Programs do not measure a text quite alike; a row that is lower by less is left alone."""


@dataclass(frozen=True, slots=True)
class RowSizes:
    """The rows of a sheet in points: `stated` in the file, `usual` for all others; `needed` by the typed texts of a
    row, those that one line holds left out. `widths` are those of its columns, in half-width characters."""

    stated: Mapping[int, float]
    usual: float
    needed: Mapping[int, float]
    widths: Mapping[int, float]

    def of(self, row: int) -> float:
        """How high a row is now."""
        return self.stated.get(row, self.usual)

    @property
    def cut(self) -> dict[int, float]:
        """The rows that are too low, and how high they ought to be."""
        return {row: points for row, points in self.needed.items() if points > self.of(row) + _HALF_A_LINE}


def row_sizes(package: Package, sheet: Sheet, last: int) -> RowSizes | None:
    """The rows of a sheet, measured up to the column `last`; None where its XML is none of the common kind.

    Raises Refusal JX904 for a damaged sheet.
    """
    part = next((one.part for one in read_plan(package).sheets if one.name == sheet.name), "")
    xml = plain_text(package.part(part), package.name) if part else None
    if xml is None:
        return None
    widths = _widths(xml, last)
    spans = {(one.top, one.left): one for one in sheet.merges}
    needed: dict[int, float] = {}
    for (row, column), cell in sheet.cells.items():
        span = spans.get((row, column))
        typed = isinstance(cell.value, str) and cell.formula is None
        if not typed or column > last or (span and span.bottom != row):
            continue
        columns = range(column, min(last, span.right if span else column) + 1)
        width, text = sum(widths.get(one, _USUAL_WIDTH) for one in columns), str(cell.value)
        if "\n" in text or text_width(text) > width:
            needed[row] = max(height(text, width - _INDENT) * _OTHER_FONTS, needed.get(row, 0))
    return RowSizes(*_heights(xml), needed, widths)


def _heights(xml: str) -> tuple[Mapping[int, float], float]:
    """The stated heights by row, and the usual one."""
    usual = _FORMAT.search(xml)
    rows = [dict(_ATTRIBUTE.findall(found)) for found in _ROW.findall(xml)]
    stated = {int(one["r"]): float(one["ht"]) for one in rows if {"r", "ht"} <= one.keys()}
    given = dict(_ATTRIBUTE.findall(usual[0])) if usual else {}
    return stated, float(given.get("defaultRowHeight", _USUAL_HEIGHT))


def _widths(xml: str, last: int) -> Mapping[int, float]:
    """The widths of the columns, without what the program adds at their edges."""
    widths: dict[int, float] = {}
    for found in _COLUMN.findall(xml):
        one = dict(_ATTRIBUTE.findall(found))
        if {"min", "max", "width"} <= one.keys():
            columns = range(int(one["min"]), min(int(one["max"]), last) + 1)
            widths |= dict.fromkeys(columns, max(1.0, float(one["width"]) - _PADDING))
    return widths
