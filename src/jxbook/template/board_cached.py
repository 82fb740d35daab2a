"""Form → the cached values of 看板, for workbooks that are filled in without Excel."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.form import Entry, Form
from jxbook.place import CellRef
from jxbook.template.board_lines import BoardLine, Head
from jxbook.template.board_places import LEVELS, NAME
from jxbook.template.board_values import values_of
from jxbook.values import Raw
from jxbook.workbook import names
from jxbook.workbook.cellvalues import position
from jxbook.workbook.grid import Change, Grid, Sheet

_MOST_LEVELS = 200
"""Of a stranger's sheet; ours has as many as the table has blocks of one 一级指标."""


def board_changes(form: Form, grid: Grid, coming: Sequence[Change] = ()) -> tuple[Change, ...]:
    """A change for every formula cell of 看板; none for a workbook without such a sheet.

    `coming` are the changes about to be made to the form's own cells: they count before what the grid holds.
    """
    board = next((sheet for sheet in grid.sheets if sheet.name == names.BOARD), None)
    if board is None:
        return ()
    head, lines = _read(form, grid, coming)
    levels = 0
    while levels < _MOST_LEVELS and _is_formula(board, position(f"{NAME}{LEVELS + levels + 1}")):
        levels += 1
    values = values_of(head, lines, levels, form.funding.unit)
    placed = ((position(cell), value) for cell, value in values.items())
    return tuple(
        Change(board.ref(*place), value, cached_only=True)
        for place, value in placed
        if _is_formula(board, place)
    )


def _is_formula(sheet: Sheet, place: tuple[int, int]) -> bool:
    cell = sheet.cells.get(place)
    return cell is not None and cell.formula is not None


def _read(form: Form, grid: Grid, coming: Sequence[Change]) -> tuple[Head, list[BoardLine]]:
    new = {change.cell: change.value for change in coming}
    sheets = {sheet.name: sheet for sheet in grid.sheets}

    def raw(entry: Entry) -> Raw:
        place: CellRef | None = entry.cell
        if place is None:
            return None
        cell = sheets[place.sheet].cells.get((place.row, place.column))
        return new.get(place, cell.value if cell else None)

    total, funding = form.funding.total, form.funding
    head = Head(
        project=raw(form.project.name),
        year=raw(form.title_year),
        budget=raw(total.budget),
        spent=raw(total.spent),
        rate=raw(funding.rate),
        execution_points=raw(funding.points),
        execution_earned=raw(funding.earned),
        points=raw(form.total_points),
        total=raw(form.total),
        grade=raw(form.grade),
    )
    lines = [
        BoardLine(
            one.level1.text,
            one.level2.text,
            raw(one.name),
            raw(one.points),
            raw(one.earned),
            raw(one.target),
            raw(one.actual),
        )
        for one in form.indicators
    ]
    return head, lines
