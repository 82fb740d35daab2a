"""A workbook in memory that behaves as an `xlwings.Book` does, as far as our buttons use it.

It is as strict as Excel where that matters: a protected sheet takes no writing, half a merged area cannot be
cleared, deleting the first row of a merged area takes its text away, values come back as Excel gives them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jxbook.place import column_letters
from jxbook.workbook.cellvalues import area as area_of
from jxbook.workbook.grid import Sheet
from jxbook.workbook.names import MADE_FOR
from jxbook.workbook.reader import read_grid

Place = tuple[int, int]
_REFERENCE = re.compile(
    r"""("[^"]*")|([\w.]+!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(])"""
)
_LINK = re.compile(r'=HYPERLINK\("[^"]*","([^"]*)"\)\Z')
LAST_COLUMN = 50


@dataclass
class MemoryCell:
    value: Any = None
    formula: str = ""
    number_format: str = "General"


class MemoryApp:
    def __init__(self) -> None:
        self.bar: list[object] = []
        self.alerts: list[str] = []
        self.answers: list[str] = []
        self.selection: Any = None

    @property
    def status_bar(self) -> object:
        return self.bar[-1] if self.bar else False

    @status_bar.setter
    def status_bar(self, value: object) -> None:
        self.bar.append(value)

    def alert(
        self, prompt: str, title: str | None = None, buttons: str = "ok", mode: str | None = None
    ) -> str:
        self.alerts.append(prompt)
        return self.answers.pop(0) if buttons == "yes_no" else "ok"


class MemoryBook:
    """The workbook of a file. `writes` tells every cell that was written to, as (sheet, address)."""

    def __init__(self, path: Path) -> None:
        self.name, self.fullname = path.name, str(path)
        self.app = MemoryApp()
        self.writes: list[tuple[str, str]] = []
        self.shown = ""
        grid = read_grid(path)
        self.sheets = MemorySheets(MemorySheet(self, sheet) for sheet in grid.sheets)
        self.names = {MADE_FOR: SimpleNamespace(refers_to=f'="{grid.made_for}"')} if grid.made_for else {}

    def sheet(self, name: str) -> MemorySheet:
        return next(one for one in self.sheets if one.name == name)

    def select(self, sheet: str, address: str) -> None:
        self.app.selection = self.sheet(sheet).range(address)


class MemorySheets(list["MemorySheet"]):
    @property
    def active(self) -> MemorySheet:
        return next((one for one in self if one.name == one.book.shown), self[0])


class MemorySheet:
    def __init__(self, book: MemoryBook, source: Sheet) -> None:
        self.book, self.name, self.visible = book, source.name, not source.hidden
        self.cells = {
            place: MemoryCell(
                _as_excel(cell.value),
                f"={cell.formula}" if cell.formula is not None else "",
                cell.number_format,
            )
            for place, cell in source.cells.items()
        }
        self.merges = {(m.top, m.left, m.bottom, m.right) for m in source.merges}
        self.api = Protection()
        self.unseen = source.unseen

    @property
    def used_range(self) -> MemoryRange:
        rows, columns = [row for row, _ in self.cells] or [1], [column for _, column in self.cells] or [1]
        return MemoryRange(self, min(rows), min(columns), max(rows), max(columns))

    def range(self, first: str | Place, last: Place | None = None) -> MemoryRange:
        if isinstance(first, tuple):
            return MemoryRange(self, *first, *(last or first))
        if re.fullmatch(r"\d+:\d+", first):
            top, bottom = first.split(":")
            return MemoryRange(self, int(top), 1, int(bottom), LAST_COLUMN)
        return MemoryRange(self, *area_of(first))

    def activate(self) -> None:
        self.book.shown = self.name

    def written(self, *places: Place) -> None:
        if self.api.ProtectContents:
            raise PermissionError(f"{self.name} is protected")
        self.book.writes += [(self.name, f"{column_letters(column)}{row}") for row, column in places]

    def shift(self, row: int, step: int) -> None:
        """Move everything from a row on down (1) or up (-1), as inserting and deleting a row do."""
        self.written((row, 1))
        kept = {place: cell for place, cell in self.cells.items() if step > 0 or place[0] != row}
        self.cells = {
            (r + step if r >= row + (step < 0) else r, column): cell for (r, column), cell in kept.items()
        }
        moved = set()
        for top, left, bottom, right in self.merges:
            new_top = top + step if top >= row + (step < 0) else top
            new_bottom = bottom + step if bottom >= row else bottom
            if (new_bottom, right) != (new_top, left) and new_bottom >= new_top:
                moved.add((new_top, left, new_bottom, right))
        self.merges = moved
        for sheet in self.book.sheets:
            for cell in sheet.cells.values():
                cell.formula = _shifted(cell.formula, self.name, sheet.name, row, step)


@dataclass
class Protection:
    """What Excel's own sheet object says of its protection: all sheets of the template are protected."""

    ProtectContents: bool = True
    ProtectDrawingObjects: bool = True
    ProtectScenarios: bool = True
    Protection: Any = field(
        default_factory=lambda: SimpleNamespace(
            AllowFormattingCells=True,
            AllowFormattingColumns=True,
            AllowFormattingRows=True,
            AllowInsertingColumns=False,
            AllowInsertingRows=True,
            AllowInsertingHyperlinks=False,
            AllowDeletingColumns=False,
            AllowDeletingRows=True,
            AllowSorting=False,
            AllowFiltering=False,
            AllowUsingPivotTables=False,
        )
    )
    password: str = ""

    def Unprotect(self, password: str | None = None) -> None:
        assert password is not None, "Excel would ask the clerk for the password"
        if self.password != password:
            raise OSError("the password is not right")
        self.ProtectContents = False

    def Protect(self, DrawingObjects: bool, Contents: bool, Scenarios: bool, **allowed: bool) -> None:
        self.ProtectDrawingObjects, self.ProtectContents = DrawingObjects, Contents
        self.ProtectScenarios = Scenarios
        self.Protection = SimpleNamespace(**allowed)


@dataclass
class MemoryRange:
    sheet: MemorySheet
    row: int
    column: int
    bottom: int
    right: int
    ndim: int | None = None
    errors: bool = False

    @property
    def api(self) -> Any:
        """What xlwings has no words for: is none of its rows and columns hidden, are all, or (None) some?"""
        rows, columns = range(self.row, self.bottom + 1), range(self.column, self.right + 1)
        return SimpleNamespace(
            EntireRow=SimpleNamespace(Hidden=_all_or_some(rows, self.sheet.unseen.rows)),
            EntireColumn=SimpleNamespace(Hidden=_all_or_some(columns, self.sheet.unseen.columns)),
        )

    @property
    def shape(self) -> tuple[int, int]:
        return self.bottom - self.row + 1, self.right - self.column + 1

    def options(self, ndim: int | None = None, err_to_str: bool = False) -> MemoryRange:
        return MemoryRange(self.sheet, self.row, self.column, self.bottom, self.right, ndim, err_to_str)

    def _places(self) -> list[Place]:
        columns = range(self.column, self.right + 1)
        return [(row, column) for row in range(self.row, self.bottom + 1) for column in columns]

    def _cells(self) -> Iterator[tuple[Place, MemoryCell]]:
        return ((place, cell) for place in self._places() if (cell := self.sheet.cells.get(place)))

    def _rows(self, of: Callable[[MemoryCell], Any]) -> list[list[Any]]:
        cells, none = self.sheet.cells, MemoryCell()
        columns = range(self.column, self.right + 1)
        rows = range(self.row, self.bottom + 1)
        return [[of(cells.get((row, column), none)) for column in columns] for row in rows]

    @property
    def value(self) -> Any:
        def shown(cell: MemoryCell) -> Any:
            is_error = isinstance(cell.value, str) and cell.value.startswith("#")
            return None if cell.value == "" or (is_error and not self.errors) else cell.value

        rows = self._rows(shown)
        if self.ndim == 2:
            return rows
        if len(rows) == 1:
            return rows[0][0] if len(rows[0]) == 1 else rows[0]
        return [row[0] for row in rows] if len(rows[0]) == 1 else rows

    @value.setter
    def value(self, value: Any) -> None:
        rows = value if isinstance(value, list) else [[value]]
        self.sheet.written(*self._places())
        for r, row in enumerate(rows, self.row):
            for c, one in enumerate(row, self.column):
                cell = self.sheet.cells.setdefault((r, c), MemoryCell())
                cell.value, cell.formula = _entered(one)

    @property
    def formula(self) -> Any:
        rows = self._rows(lambda cell: cell.formula or cell.value or "")
        return rows[0][0] if self.shape == (1, 1) else rows

    @formula.setter
    def formula(self, text: str) -> None:
        self.sheet.written((self.row, self.column))
        cell = self.sheet.cells.setdefault((self.row, self.column), MemoryCell())
        cell.value, cell.formula = "", text  # Excel would calculate it anew

    @property
    def number_format(self) -> str | None:
        formats = {self.sheet.cells.get(place, MemoryCell()).number_format for place in self._places()}
        return formats.pop() if len(formats) == 1 else None

    def _merge(self) -> tuple[int, int, int, int] | None:
        for top, left, bottom, right in self.sheet.merges:
            if top <= self.row <= bottom and left <= self.column <= right:
                return top, left, bottom, right
        return None

    @property
    def merge_cells(self) -> bool | None:
        """None where only some of the cells are merged."""
        merged = [
            any(
                top <= row <= bottom and left <= column <= right
                for top, left, bottom, right in self.sheet.merges
            )
            for row in range(self.row, self.bottom + 1)
            for column in range(self.column, self.right + 1)
        ]
        return True if all(merged) else None if any(merged) else False

    @property
    def merge_area(self) -> MemoryRange:
        return MemoryRange(self.sheet, *(self._merge() or (self.row, self.column, self.row, self.column)))

    def merge(self) -> None:
        self.sheet.written(*self._places())
        if [1 for _, cell in self._cells() if cell.value is not None]:
            raise ValueError("Excel would ask before it drops what the area holds")
        self.sheet.merges.add((self.row, self.column, self.bottom, self.right))

    def unmerge(self) -> None:
        self.sheet.written(*self._places())
        self.sheet.merges = {
            (top, left, bottom, right)
            for top, left, bottom, right in self.sheet.merges
            if bottom < self.row or top > self.bottom or right < self.column or left > self.right
        }

    def clear_contents(self) -> None:
        for top, left, bottom, right in self.sheet.merges:
            apart = bottom < self.row or top > self.bottom or right < self.column or left > self.right
            inside = self.row <= top and bottom <= self.bottom and self.column <= left and right <= self.right
            if not apart and not inside:
                raise ValueError("part of a merged area cannot be changed")
        self.sheet.written(*self._places())
        for place, cell in list(self._cells()):
            self.sheet.cells[place] = MemoryCell(number_format=cell.number_format)

    def insert(self, shift: str) -> None:
        assert shift == "down" and self.row == self.bottom
        self.sheet.shift(self.row, 1)

    def delete(self, shift: str) -> None:
        assert shift == "up" and self.row == self.bottom
        self.sheet.shift(self.row, -1)

    def copy(self, destination: MemoryRange) -> None:
        step = destination.row - self.row
        target = [(row + step, column) for row, column in self._places()]
        self.sheet.written(*target)
        for (row, column), cell in list(self._cells()):
            formula = _copied(cell.formula, step)
            value = "" if formula else cell.value  # Excel would calculate it anew
            self.sheet.cells[row + step, column] = MemoryCell(value, formula, cell.number_format)

    def select(self) -> None:
        self.sheet.book.app.selection = self


def _all_or_some(lines: range, hidden: frozenset[int]) -> bool | None:
    found = [line in hidden for line in lines]
    return all(found) if all(found) or not any(found) else None


def _as_excel(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value


def _entered(value: Any) -> tuple[Any, str]:
    """What a written value becomes: (value, formula)."""
    if isinstance(value, str) and value.startswith("'"):
        return value[1:], ""
    if isinstance(value, str) and value.startswith("="):
        link = _LINK.match(value)
        assert link, f"this text would become a formula: {value}"
        return link[1], value
    return (float(value) if isinstance(value, int) else value), ""


def _rewritten(formula: str, rows: Callable[[str, str, int, str, int], tuple[int, int] | None]) -> str:
    """A formula with the rows of every reference replaced; None makes #REF! of it."""

    def one(match: re.Match[str]) -> str:
        literal, sheet, d1, c1, a1, r1, d2, c2, a2, r2 = match.groups()
        if literal:
            return literal
        found = rows((sheet or "")[:-1], a1, int(r1), a2 or "", int(r2 or r1))
        if found is None:
            return "#REF!"
        tail = f":{d2}{c2}{a2}{found[1]}" if r2 else ""
        return f"{sheet or ''}{d1}{c1}{a1}{found[0]}{tail}"

    return _REFERENCE.sub(one, formula) if formula else ""


def _shifted(formula: str, changed: str, own: str, row: int, step: int) -> str:
    def rows(sheet: str, _: str, first: int, __: str, last: int) -> tuple[int, int] | None:
        if (sheet or own) != changed:
            return first, last
        if step < 0 and first == last == row:
            return None
        return first + step * (first >= row + (step < 0)), last + step * (last >= row)

    return _rewritten(formula, rows)


def _copied(formula: str, step: int) -> str:
    return _rewritten(
        formula, lambda _, a1, first, a2, last: (first + step * (not a1), last + step * (not a2))
    )
