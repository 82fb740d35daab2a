"""Does a table fit on one page, and in which size of type? An estimate by characters, as no renderer is asked."""

from __future__ import annotations

from dataclasses import replace

from jxbook.report.document import Table
from jxbook.report.layout import slots
from jxbook.report.sourced import bare

_WIDTH, _HEIGHT = 442.0, 638.0  # points: the type area of an A4 page after GB/T 9704
_TITLES = 100.0  # what stands above an annex: its label, its title, the year
_MARGINS, _PADDING = 5.7, 3.4  # left and right of a cell, above and below it
_NORMAL, _SMALL = (10.5, 14.5), (9.0, 12.0)


def fits(table: Table) -> bool:
    """Does the table fit on a page below its titles?"""
    size, pitch = _SMALL if table.small else _NORMAL
    whole = sum(table.widths)
    widths = [width * _WIDTH / whole for width in table.widths]
    placed = slots(table)
    heights = [pitch + _PADDING] * len(placed)
    spanning = []
    for at, row in enumerate(placed):
        for cell, column, begins in row:
            if not begins or not cell.text:
                continue
            room = sum(widths[column : column + cell.colspan]) - 2 * _MARGINS
            height = sum(_lines(line, room, size) for line in bare(cell.text).split("\n")) * pitch + _PADDING
            if cell.rowspan == 1:
                heights[at] = max(heights[at], height)
            else:
                spanning.append((at, cell.rowspan, height))
    for at, rows, height in spanning:
        missing = height - sum(heights[at : at + rows])
        heights[at + rows - 1] += max(0.0, missing)
    return sum(heights) <= _HEIGHT - _TITLES


def small(table: Table) -> Table:
    """The table one size smaller."""
    return replace(table, small=True)


def joined(table: Table) -> Table:
    """The table as one that goes on the table before it."""
    return replace(table, follows=True)


def _lines(text: str, room: float, size: float) -> int:
    width = sum(size if ord(character) > 0x2E7F else size / 2 for character in text)
    return max(1, -int(-width // max(room, size)))
