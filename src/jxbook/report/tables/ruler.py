"""Tables whose rows are ruled differently, as printed forms are: each row says where its cells begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from jxbook.dataclass import dataclass
from jxbook.document.blocks import Align, Table, TableCell

_SLIVER = 36
"""An edge nearer than this to one that is there already moves onto it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell and the two edges it stands between, in the units of the table's width."""

    left: int
    right: int
    text: str
    rowspan: int = 1
    align: Align = Align.CENTER


_PADDING, _CHARACTER = 12, 21
"""The margins of a cell, and a Chinese character of 10.5 pt, in units of a table 884 wide on A4."""
PieceLine = tuple[Piece, ...]


def ruled(caption: str, subcaption: str, lines: Sequence[PieceLine], header_rows: int = 0) -> Table:
    """The table whose grid has a column between any two edges that occur."""
    edges = sorted({edge for line in lines for piece in line for edge in (piece.left, piece.right)})
    place = {edge: number for number, edge in enumerate(edges)}
    rows = tuple(
        tuple(TableCell(one.text, place[one.right] - place[one.left], one.rowspan, one.align) for one in line)
        for line in lines
    )
    widths = tuple(right - left for left, right in pairwise(edges))
    return Table(caption, subcaption, widths, rows, header_rows)


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
