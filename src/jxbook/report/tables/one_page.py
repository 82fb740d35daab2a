"""Does a table fit on one page, and in which size of type? An estimate by characters, as no renderer is asked."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from jxbook.dataclass import replace
from jxbook.document.blocks import Table
from jxbook.document.marks import bare, printed_length
from jxbook.report.tables.ruler import Lines

_WIDTH, _HEIGHT = 442.0, 638.0  # points: the type area of an A4 page after GB/T 9704
_TITLES = 100.0  # what stands above an annex: its label, its title, the year, all in lines of an exact height
_MARGINS, _PADDING = 2.85, 3.3  # left and right of a cell, above and below it together with its line
_NORMAL, _SMALL = (10.5, 14.5), (9.0, 12.0)


def takes_one_page(lines: Lines, *, small_type: bool = False) -> bool:
    """Do the lines of a table fit on a page below its titles?"""
    size, pitch = _SMALL if small_type else _NORMAL
    least, most = pitch + _PADDING, _HEIGHT - _TITLES
    whole = len(lines.cells) * least
    if whole > most:
        return False
    unit = _WIDTH / max(right for _, right in lines.places[0])
    rooms = {
        places: [max(1, floor(((right - left) * unit - 2 * _MARGINS) / size)) for left, right in places]
        for places in set(lines.places)
    }
    heights, spanning = [], []
    for at, (cells, places) in enumerate(zip(*lines, strict=True)):
        own = least
        for cell, room in zip(cells, rooms[places], strict=True):
            text = cell.text
            if len(text) > room and printed_length(text) > room:
                height = _lines(text, room) * pitch + _PADDING
                if cell.rowspan > 1:
                    spanning.append((at, cell.rowspan, height))
                elif height > own:
                    own = height
        heights.append(own)
        whole += own - least
        if whole > most:
            return False
    for at, spanned, height in spanning:
        heights[at + spanned - 1] += max(0.0, height - sum(heights[at : at + spanned]))
    return sum(heights) <= most


def _lines(text: str, room: int) -> int:
    """How many lines of a cell a text takes that has room for so many whole characters on each."""
    return sum([ceil(width / room) or 1 for width in _widths(text)])


@lru_cache(maxsize=512)  # a table is tried in two sizes
def _widths(text: str) -> tuple[float, ...]:
    """The width of each line in Chinese characters, which are as wide as high; any other is half as wide."""
    found = []
    for line in bare(text).split("\n"):
        wide = (len(line.encode()) - len(line)) // 2
        found.append(wide + (len(line) - wide) / 2)
    return tuple(found)


def small(table: Table) -> Table:
    """The table one size smaller."""
    return replace(table, small=True)


def joined(table: Table) -> Table:
    """The table as one that goes on the table before it."""
    return replace(table, follows=True)
