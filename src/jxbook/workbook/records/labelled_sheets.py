"""What the tables beside the form have in common: which sheets, which rows, which remarks."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.pattern import pattern
from jxbook.values import fold
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet

_REMARK = pattern(r"(?:注|备注|说明|填表说明|填表人|审核人|填报人)\d*[:.]|[※*]")

MOST_ROWS = 5000
"""Rows of a table that are read, which bounds the time. No project has as many records."""


def labelled_sheets(grid: Grid) -> tuple[LabelledSheet, ...]:
    """The sheets on which there may be entries."""
    return tuple(LabelledSheet(sheet) for sheet in grid.sheets if sheet.asks)


def rows_below(sheet: LabelledSheet, header: int) -> Sequence[int]:
    """The rows under a header that hold anything; of endless ones the first MOST_ROWS."""
    return sheet.rows_from(header + 1)[:MOST_ROWS]


def is_remark(sheet: LabelledSheet, row: int) -> bool:
    """Is a row a single cell that says 注：… or the like?"""
    columns = sheet.rows[row]
    value = sheet.raw.cells[row, columns[0]].value if len(columns) == 1 else None
    return isinstance(value, str) and _REMARK.match(fold(value)) is not None
