"""What is printed of a workbook of ours: every row as high as its texts, so that none is cut on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.form import Form
from jxbook.package import Package
from jxbook.template.columns import points_across
from jxbook.template.sheet_writer import page_height
from jxbook.workbook.grid import Change, Grid, Sheet
from jxbook.workbook.names import PASSAGES
from jxbook.workbook.row_fit import RowSizes, row_sizes

_BESIDE = ("verdict", "last_year")
"""Columns that stand beside the page."""
_PASSAGE_COLUMNS = 4
_FULL = 0.99
"""How much of a page is filled: programs do not measure it quite alike."""
_LEAST_GOALS, _AIR = 72.0, 8.0
"""How low the rows of 年度目标 may become together, whose label stands on end; what each keeps around its text."""


def fitted_rows(package: Package, grid: Grid, form: Form) -> tuple[Change, ...]:
    """Changes that raise the rows of the form and of 报告素材 which cut a text; none in another's form, whose rows are
    theirs.

    Where the form no longer fits its page, but did without the room that 年度目标 has to spare, that is given up.
    """
    if not form.ours or form.adopted:
        return ()
    sheets = {sheet.name: sheet for sheet in grid.sheets}
    fields = [field for field in form.columns if field not in _BESIDE]
    cells = (one.entry(field).cell for one in form.indicators for field in fields)
    last = max((cell.column for cell in cells if cell), default=0)
    printed = sheets[form.sheet]
    sizes = row_sizes(package, printed, last)
    changes = [] if sizes is None else [*_changes(printed, sizes.cut | _given_up(printed, sizes, form, last))]
    passages = sheets.get(PASSAGES)
    beside = None if passages is None else row_sizes(package, passages, _PASSAGE_COLUMNS)
    if passages is not None and beside is not None:
        changes += _changes(passages, beside.cut)
    return tuple(changes)


def _given_up(sheet: Sheet, sizes: RowSizes, form: Form, last: int) -> dict[int, float]:
    """Lower heights for the rows of 年度目标, where these bring the form back onto one page."""
    bottom = max((row for row, column in sheet.cells if column <= last), default=0)
    heights = {row: sizes.of(row) for row in range(1, bottom + 1)} | sizes.cut
    page = page_height(points_across(sizes.widths[one] for one in range(1, last + 1) if one in sizes.widths))
    over = sum(heights.values()) - page * _FULL
    rows = {goal.expected.cell.row for goal in form.goals if goal.expected.cell}
    least = {row: max(_LEAST_GOALS / len(rows), sizes.needed.get(row, 0.0) + _AIR) for row in rows}
    spare = {row: heights[row] - least[row] for row in rows if heights[row] > least[row]}
    room = sum(spare.values())
    if not 0 < over <= room:
        return {}
    return {row: heights[row] - over * part / room for row, part in spare.items()}


def _changes(sheet: Sheet, heights: Mapping[int, float]) -> Iterator[Change]:
    """A change for each row, at the first cell that holds anything, in an empty one at its beginning."""
    first: dict[int, int] = {}
    for row, column in sheet.cells:
        first[row] = min(column, first.get(row, column))
    for row, points in sorted(heights.items()):
        yield Change(sheet.ref(row, first.get(row, 1)), None, height=points, height_only=True)
