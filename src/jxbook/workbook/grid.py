"""The grid: what every host hands to recognition, and the cells that come back.

A file, a live Excel and LibreOffice all bring the same thing: sheets of sparse cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from jxbook.dataclass import dataclass, field
from jxbook.place import CellRef

CellValue = str | Decimal | bool | date | None
"""What a cell can hold. A number is a Decimal, a date-formatted number a date, an error a str like "#REF!"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One non-empty cell.

    `formula` is the formula's text without "=" (None for a constant). `value` of a formula is its
    cached value, None when the file holds none. `number_format` is Excel's format code ("0.00%").
    """

    value: CellValue
    formula: str | None = None
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area, corners included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


def anchored(cell: CellRef, merges: Sequence[Merge]) -> CellRef:
    """The upper left cell of the merged area that holds a cell, else the cell."""
    for one in merges:
        if one.top <= cell.row <= one.bottom and one.left <= cell.column <= one.right:
            return CellRef(cell.sheet, one.top, one.left, cell.of_word)
    return cell


@dataclass(frozen=True, slots=True)
class Unseen:
    """The rows and the columns of a sheet, counted from 1, that are hidden from its reader while they count all the same."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


ALL_SEEN = Unseen()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells by (row, column) from 1, and its merged areas. Empty cells are absent.

    `shows`: it only shows what other sheets hold, so that nothing on it is an entry.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: Sequence[Merge] = ()
    hidden: bool = False
    of_word: bool = False
    """It is a table of a Word document."""
    shows: bool = False
    unseen: Unseen = ALL_SEEN

    @property
    def asks(self) -> bool:
        """May anything on it be an entry?"""
        return not self.hidden and not self.shows

    def ref(self, row: int, column: int) -> CellRef:
        """The reference to a place in this sheet."""
        return CellRef(self.name, row, column, self.of_word)


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole workbook as data, its sheets in order."""

    sheets: tuple[Sheet, ...]
    removed: tuple[CellRef, ...] = field(default=())
    """Cells from which characters that XML forbids were removed."""
    made_for: str = ""
    """The id of the policy that a workbook of ours was made with, "" in any other."""
    fingerprint: str = ""
    """Tells by which values of that policy its formulas score; "" where they are none or say nothing of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value to be put into a cell. With `cached_only` the cell's formula stays and only its cached
    value is set; without it the cell becomes a constant, or gets a `formula` (without "=") whose cached value
    is `value`. `height` is the least row height, in points, that shows the value; a height set by hand stays.
    `style` is the number of another cell style, None leaves the style; with `style_only` what stands in the cell stays.
    With `height_only` the cell stays as it is, and its row becomes as high as `height`, whoever set it otherwise.
    """

    cell: CellRef
    value: str | Decimal | bool | None
    cached_only: bool = False
    height: float = 0
    formula: str = ""
    style: int | None = None
    style_only: bool = False
    height_only: bool = False

    @property
    def keeps_formula(self) -> bool:
        """Does the cell have a formula afterwards, if it had one?"""
        return self.cached_only or self.style_only or self.height_only or bool(self.formula)
