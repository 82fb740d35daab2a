"""Tables whose rows are ruled differently, as printed forms are: each row says where its cells begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from jxbook.document.blocks import Table, TableCell

_SLIVER = 36
"""An edge nearer than this to one that is there already moves onto it."""


Span = tuple[int, int]
"""The two edges that a cell stands between, in the units of the table's width."""
Spans = tuple[Span, ...]


_PADDING, _CHARACTER = 12, 21
"""The margins of a cell, and a Chinese character of 10.5 pt, in units of a table 884 wide on A4."""
CellLine = tuple[TableCell, ...]
"""Cells that take one column each, as long as it is not known how many there will be."""


class Lines(NamedTuple):
    """The cells of each line of a table, and where they stand."""

    cells: list[CellLine]
    places: list[Spans]

    def over(self, others: Lines) -> Lines:
        """These lines with others below them."""
        return Lines([*self.cells, *others.cells], [*self.places, *others.places])


def ruled(caption: str, subcaption: str, lines: Lines, header_rows: int = 0) -> Table:
    """The table whose grid has a column between any two edges that occur."""
    different = set(lines.places)
    edges = sorted({edge for places in different for place in places for edge in place})
    number = {edge: at for at, edge in enumerate(edges)}
    spans = {places: [number[right] - number[left] for left, right in places] for places in different}
    rows = tuple([_spanning(cells, spans[places]) for cells, places in zip(*lines, strict=True)])
    widths = tuple(right - left for left, right in pairwise(edges))
    return Table(caption, subcaption, widths, rows, header_rows)


def _spanning(cells: CellLine, spans: list[int]) -> CellLine:
    """The cells over so many columns each."""
    return tuple(
        [
            one if span == 1 else TableCell(one.text, span, one.rowspan, one.align)
            for one, span in zip(cells, spans, strict=True)
        ]
    )


def parted(
    left: int, right: int, shares: Sequence[int], edges: Sequence[int], least: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """The stretch from `left` to `right` parted by `shares`, along `edges` where they come near.

    `least` are the widths that the parts need, one for each share.
    """
    whole = sum(shares)
    needs = least or [1] * len(shares)
    found = [left]
    for turn, reached in enumerate(accumulate(shares[:-1]), 1):
        first, last = found[-1] + needs[turn - 1], right - sum(needs[turn:])
        cut = min(max(left + (right - left) * reached // whole, first), last)
        near = min((edge for edge in edges if first <= edge <= last), key=lambda e: abs(e - cut), default=cut)
        found.append(near if abs(near - cut) < _SLIVER else cut)
    return list(pairwise([*found, right]))


def needed(label: str) -> int:
    """The width that a label needs to stand on one line."""
    return _PADDING + _CHARACTER * len(label)
