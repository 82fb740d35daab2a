"""Carries entries over: each is written to its place, and account is kept of where it went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import Entry
from jxbook.place import CellRef
from jxbook.values import plain
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.row_height import height

NewValue = str | Decimal


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry of the source, and the cell that now holds it."""

    entry: Entry
    cell: CellRef


@dataclass(frozen=True, slots=True)
class Lost:
    """An entry of the source for which the new workbook has no place; `label` says what it is."""

    label: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Carried:
    """The changes that fill the blank form, where each entry went, and what found no place."""

    changes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    lost: tuple[Lost, ...]


class Carrier:
    """What has been carried so far into the cells of `grid`. Cells that hold a formula are left to it."""

    def __init__(self, grid: Grid) -> None:
        self._changes: list[Change] = []
        self._moved: list[Moved] = []
        self._lost: list[Lost] = []
        self._formulas = {
            sheet.ref(*where)
            for sheet in grid.sheets
            for where, cell in sheet.cells.items()
            if cell.formula is not None
        }

    @property
    def carried(self) -> Carried:
        """The account."""
        return Carried(tuple(self._changes), tuple(self._moved), tuple(self._lost))

    def put(
        self,
        label: str,
        entry: Entry,
        place: Entry | None,
        value: NewValue | None = None,
        *,
        width: float = 0,
        over: bool = False,
    ) -> None:
        """Carry an entry, or `value` in its stead. In a cell of this `width` the row grows with the text.

        With `over` it takes the place of a formula.
        """
        if entry.blank and not entry.unknown:
            return
        if entry.unknown or place is None or place.cell is None:
            self._lost.append(Lost(label, entry))
        elif over or place.cell not in self._formulas:
            self.write(place.cell, value_of(entry) if value is None else value, width)
            self.note(entry, place.cell)

    def put_all(self, entries: Iterable[Entry], changes: Sequence[Change]) -> None:
        """Take over changes that carry these entries; each goes where its value went."""
        self._changes += changes
        left = list(changes)
        for entry in entries:
            for turn, change in enumerate(left):
                if change.value in (entry.text, entry.number):
                    self.note(entry, left.pop(turn).cell)
                    break

    def write(self, cell: CellRef, value: NewValue, width: float = 0) -> None:
        """Put a value of one's own into a cell."""
        grown = height(value, width) if width and isinstance(value, str) else 0
        self._changes.append(Change(cell, value, height=grown))

    def note(self, entry: Entry, cell: CellRef) -> None:
        """Remember that a cell holds what the entry said."""
        self._moved.append(Moved(entry, cell))

    def clear(self, place: Entry) -> None:
        """Take away what the template suggests."""
        if place.cell is not None and not place.blank and place.cell not in self._formulas:
            self._changes.append(Change(place.cell, None))


def value_of(entry: Entry) -> NewValue:
    """A plain number as a number, all else as the text that a person sees."""
    if isinstance(entry.raw, Decimal) and plain(entry.raw) == entry.text:
        return entry.raw
    return entry.raw if isinstance(entry.raw, str) else entry.text
