"""Cells of a policy's workbook, found by the headings above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.place import CellRef
from jxbook.policy import Fault, FaultyPolicy
from jxbook.values import plain
from jxbook.workbook.grid import CellValue, Grid, Sheet

_MOST_ROWS, _MOST_COLUMNS = 2000, 40


@dataclass(frozen=True, slots=True)
class Found:
    """A cell, blank or not: where it stands, what it holds, and that as a text."""

    cell: CellRef
    value: CellValue

    @property
    def text(self) -> str:
        """The entry as a text, "" for a blank one."""
        if isinstance(self.value, Decimal):
            return plain(self.value)
        if isinstance(self.value, date):
            return self.value.isoformat()
        return "" if self.value is None else str(self.value).strip()


FoundRows = dict[int, list[Found]]
"""The rows of a sheet by number, each as the cells of its columns from 1; [0] is not used."""


def sheet_named(grid: Grid, name: str, place: str) -> FoundRows:
    """A sheet's rows. Raises FaultyPolicy when the workbook has none of this name."""
    for sheet in grid.sheets:
        if sheet.name == name:
            return _rows(sheet)
    fix = "请用 jxbook policy new 写出的工作簿填写，不改工作表的名称"
    raise FaultyPolicy(place, [Fault(0, f"没有名为“{name}”的工作表", fix)])


def _rows(sheet: Sheet) -> FoundRows:
    rows: FoundRows = {}
    numbers = sorted({row for row, column in sheet.cells if column <= _MOST_COLUMNS})[:_MOST_ROWS]
    for row in numbers:
        cells = ((column, sheet.cells.get((row, column))) for column in range(_MOST_COLUMNS + 1))
        rows[row] = [
            Found(sheet.ref(row, max(column, 1)), cell.value if cell else None) for column, cell in cells
        ]
    return rows


def rows_below(rows: FoundRows, headings: Sequence[str], first: str) -> Iterator[Mapping[str, Found]]:
    """The rows below the headings, each by heading, up to the next row that holds headings of another table.

    `first` is the heading by which the row of headings is known.
    """
    columns: dict[str, int] = {}
    for row in rows.values():
        texts = [one.text for one in row]
        if first in texts and set(headings) <= set(texts):
            columns = {heading: texts.index(heading) for heading in headings}
        elif columns and is_heading(texts):
            return
        elif columns:
            yield {heading: row[column] for heading, column in columns.items()}


def is_heading(texts: Sequence[str]) -> bool:
    """Does a row begin another table of the sheet?"""
    from jxbook.policy_book.sheets import BRANCH, OF, VALUES, VARIANT

    held = set(texts)
    return OF in held or any(set(table) <= held for table in (VALUES, BRANCH, VARIANT))
