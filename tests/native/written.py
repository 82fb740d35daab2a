"""Workbooks that hold given rows, as clerks fill them in; and what the core says of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from jxbook.assess import assess
from jxbook.form import Indicator
from jxbook.formulas.contents import Value
from jxbook.functions.calls import shown_score
from jxbook.policy import Policy
from jxbook.recognition import recognise
from jxbook.scoring import score_indicator
from jxbook.template.capacity import Capacity, RowGroup
from jxbook.templates import build
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

YEAR = Decimal(2024)


def write(policy: Policy, rows: Sequence[Mapping[str, Value]], path: Path) -> None:
    """A workbook of the policy with these rows. Formula cells keep what an empty form has in them."""
    blocks = tuple(RowGroup(str(row["level1"] or ""), str(row["level2"] or ""), 1) for row in rows)
    path.write_bytes(build(policy, Capacity(blocks=blocks)))
    grid = read_grid(path)
    form = recognise(grid, path.name)
    sheet = next(one for one in grid.sheets if one.name == form.sheet)
    changes = [Change(form.year_entry.cell, YEAR)] if form.year_entry.cell else []
    for one, row in zip(form.indicators, rows, strict=True):
        for field in ("name", "target", "actual", "points"):
            cell, value = (
                one.entry("value" if field == "target" and one.value.cell else field).cell,
                row[field],
            )
            if cell and isinstance(value, str | Decimal):
                there = sheet.cells.get((cell.row, cell.column))
                if there is None or there.formula is None:
                    changes.append(Change(cell, value))
    write_changes(path, changes)


def by_core(path: Path) -> Sequence[tuple[Indicator, str | float]]:
    """Each row and what `jxbook score` gives it: points, 待核对, — or "" as the cell is to show it."""
    assessed = assess(path)
    found = []
    for one in assessed.form.indicators:
        row = score_indicator(one, assessed.policy, assessed.form.year).score
        found.append((one, shown_score(row) if row.exact is None else float(row.exact)))
    return found
