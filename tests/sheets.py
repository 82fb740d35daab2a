"""Sheets from rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jxbook.workbook.grid import Cell, CellValue, Merge, Sheet


def sheet_of(name: str, rows: Iterable[Sequence[CellValue]], merges: Sequence[Merge] = ()) -> Sheet:
    """A sheet from rows of plain values, the first one standing in row 1, column A."""
    cells = {
        (r, c): Cell(value)
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value is not None and value != ""
    }
    return Sheet(name, cells, merges)
