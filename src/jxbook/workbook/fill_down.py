"""A formula as it reads in another row of its column, as dragging it down makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jxbook.form import Form
from jxbook.place import CellRef
from jxbook.scoring.formula_cells import FormulaCell
from jxbook.workbook.grid import Grid

_REFERENCE = re.compile(r"""("[^"]*"|'[^']*')|(?<![\w$])(\$?[A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(!.])""")


def shifted(formula: str, rows: int) -> str:
    """The formula so many rows further down: relative rows move, $ rows stay, texts and names of sheets are left."""

    def one(match: re.Match[str]) -> str:
        text, column, fixed, row = match.groups()
        return match[0] if text or fixed else f"{column}{int(row) + rows}"

    return _REFERENCE.sub(one, formula)


def filled_down(form: Form, lost: Iterable[FormulaCell], grid: Grid) -> dict[CellRef, str]:
    """For each blank cell of an indicator row that lost its formula the one of the nearest row that has one.

    Nothing for a cell in which something was typed, nor where no row has a formula left.
    """
    sheet = next(one for one in grid.sheets if one.name == form.sheet)
    found: dict[CellRef, str] = {}
    for one in lost:
        at = one.entry.cell
        if at is None or not one.missing or not one.field:
            continue
        texts = {
            entry.cell.row: cell.formula
            for entry in (row.entry(one.field) for row in form.indicators)
            if entry.cell and (cell := sheet.cells.get((entry.cell.row, entry.cell.column))) and cell.formula
        }
        if texts:
            nearest = min(texts, key=lambda row: abs(row - at.row))
            found[at] = shifted(texts[nearest], at.row - nearest)
    return found
