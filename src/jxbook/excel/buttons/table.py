"""The indicator table of an open workbook: which rows belong to which 二级指标, and what may be cleared."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.excel.buttons.reading import book_grid
from jxbook.form import Entry, Indicator
from jxbook.place import CellRef, column_letters
from jxbook.recognition import recognise
from jxbook.refusals.buttons import no_row_chosen, no_rows_left
from jxbook.workbook.grid import Sheet


@dataclass(frozen=True, slots=True)
class SelectedRow:
    """The row of the table that is selected, and the rows around it."""

    sheet: Any
    grid: Sheet
    row: int
    indicators: tuple[Indicator, ...]

    @property
    def indicator(self) -> Indicator:
        """The indicator of the row."""
        return next(one for one in self.indicators if _row(one) == self.row)

    @property
    def first(self) -> int:
        """The table's first row."""
        return _row(self.indicators[0])

    @property
    def last(self) -> int:
        """The table's last row."""
        return _row(self.indicators[-1])

    @property
    def siblings(self) -> list[int]:
        """The rows of the same 二级指标."""
        own = self.indicator
        labels = own.level1.cell, own.level2.cell
        return [_row(one) for one in self.indicators if (one.level1.cell, one.level2.cell) == labels]

    @property
    def entries(self) -> list[CellRef]:
        """The cells of the row that staff filled in; what a formula computes is none of them."""
        name = _cell(self.indicator.name)
        return [
            self.grid.ref(*place)
            for place, cell in sorted(self.grid.cells.items(), key=itemgetter(0))
            if place[0] == self.row and place[1] >= name.column and cell.formula is None
        ]

    @property
    def span(self) -> tuple[str, str]:
        """The columns from 三级指标 to the last one used: what a new row copies from its neighbour."""
        columns = [column for row, column in self.grid.cells if self.first <= row <= self.last]
        return column_letters(_cell(self.indicator.name).column), column_letters(max(columns))

    def filled(self) -> list[Entry]:
        """What is filled in in the row, apart from 分值."""
        one = self.indicator
        return [entry for entry in (one.name, one.target, one.actual, one.reason) if not entry.blank]


def chosen_row(book: Any) -> SelectedRow:
    """The selected row of the indicator table. Raises Refusal JX957 when the selection is not in it."""
    grid = book_grid(book)
    selection = book.app.selection
    form = recognise(grid, book.name, front=_sheet_of(selection))
    sheet = next(one for one in book.sheets if one.name == form.sheet)
    rows = [_row(one) for one in form.indicators]
    try:
        inside = selection.sheet.name == form.sheet and selection.row in rows
    except AttributeError:  # a button or a picture is selected, or nothing
        inside = False
    if not inside:
        raise no_row_chosen(form.sheet, rows[0], rows[-1]) if rows else no_rows_left(form.sheet)
    cells = next(one for one in grid.sheets if one.name == form.sheet)
    return SelectedRow(sheet, cells, selection.row, form.indicators)


def _sheet_of(selection: Any) -> str:
    """The sheet on which something is selected; "" for a button or a picture."""
    try:
        return str(selection.sheet.name)
    except AttributeError:
        return ""


def _row(one: Indicator) -> int:
    return _cell(one.name).row


def _cell(entry: Entry) -> CellRef:
    assert entry.cell is not None, "recognition gives every entry of the table its cell"
    return entry.cell
