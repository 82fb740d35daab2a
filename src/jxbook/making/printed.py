"""What is printed of a workbook of ours: every row as high as its texts, so that none is cut on paper."""

from __future__ import annotations

from jxbook.form import Form
from jxbook.package import Package
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.names import PASSAGES
from jxbook.workbook.row_fit import fitted_rows

_PASSAGE_COLUMNS = 4
_BESIDE = ("verdict", "last_year")
"""Columns that stand beside the page."""


def raised_rows(package: Package, grid: Grid, form: Form) -> tuple[Change, ...]:
    """Changes that raise the rows of the form and of 报告素材 which cut a text; none in another's form, whose rows
    are theirs."""
    if not form.ours or form.adopted:
        return ()
    sheet = next(one for one in grid.sheets if one.name == form.sheet)
    fields = [field for field in form.columns if field not in _BESIDE]
    cells = (one.entry(field).cell for one in form.indicators for field in fields)
    last = max((cell.column for cell in cells if cell), default=0)
    beside = [(one, _PASSAGE_COLUMNS) for one in grid.sheets if one.name == PASSAGES]
    return tuple(change for one, to in ((sheet, last), *beside) for change in fitted_rows(package, one, to))
