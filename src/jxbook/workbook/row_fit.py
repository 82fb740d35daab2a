"""Rows that are too low for what stands in them: merged cells do not grow, and a program that fills in a form does
not measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.package import Package
from jxbook.pattern import pattern
from jxbook.workbook.cellvalues import LAST_COLUMN
from jxbook.workbook.grid import Change, Sheet
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
_HALF_A_LINE = 7.0
"""Programs do not measure a text quite alike; a row that is lower by less is left alone."""


def fitted_rows(package: Package, sheet: Sheet, last: int) -> Iterator[Change]:
    """Changes that make every row of a sheet as high as its typed texts need, up to the column `last`.

    Nothing for a sheet whose XML is none of the common kind. Raises Refusal JX904 for a damaged one.
    """
    part = next((one.part for one in read_plan(package).sheets if one.name == sheet.name), "")
    text = plain_text(package.part(part), package.name) if part else None
    if text is None:
        return
    stated, usual = _heights(text)
    widths = _widths(text)
    spans = {(one.top, one.left): one for one in sheet.merges}
    needed: dict[int, tuple[float, Change]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        span = spans.get((row, column))
        if not isinstance(cell.value, str) or cell.formula is not None or column > last:
            continue
        if span and span.bottom != row:
            continue
        columns = range(column, (span.right if span else column) + 1)
        width = sum(widths.get(one, _USUAL_WIDTH) for one in columns)
        if "\n" not in cell.value and text_width(cell.value) <= width:
            continue
        points = height(cell.value, width - _INDENT)
        if points > max(stated.get(row, usual) + _HALF_A_LINE, needed.get(row, (0.0,))[0]):
            needed[row] = points, Change(sheet.ref(row, column), None, height=points, height_only=True)
    yield from (change for _, change in needed.values())


def _heights(xml: str) -> tuple[Mapping[int, float], float]:
    """The stated heights by row, and the usual one."""
    usual = _FORMAT.search(xml)
    rows = [dict(_ATTRIBUTE.findall(found)) for found in _ROW.findall(xml)]
    stated = {int(one["r"]): float(one["ht"]) for one in rows if {"r", "ht"} <= one.keys()}
    given = dict(_ATTRIBUTE.findall(usual[0])) if usual else {}
    return stated, float(given.get("defaultRowHeight", _USUAL_HEIGHT))


def _widths(xml: str) -> Mapping[int, float]:
    """The widths of the columns, in half-width characters, without what the program adds at their edges."""
    widths: dict[int, float] = {}
    for found in _COLUMN.findall(xml):
        one = dict(_ATTRIBUTE.findall(found))
        if {"min", "max", "width"} <= one.keys():
            columns = range(int(one["min"]), min(int(one["max"]), LAST_COLUMN) + 1)
            widths |= dict.fromkeys(columns, max(1.0, float(one["width"]) - _PADDING))
    return widths
