"""What `jxbook score --write` put into a workbook, and what it left as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jxbook.assess import Assessed
from jxbook.cli.forms import fitted
from jxbook.dataclass import dataclass

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any

    from jxbook.place import CellRef

_TYPED, _BARE = "已被手工改写", "没有公式，也没有相邻的行可以照抄"


@dataclass(frozen=True, slots=True)
class ScoresWritten:
    """`cells` of the form show their values now; `restored` are those of them that had no formula. `left` were left
    alone, each with what it is called and why; `rows` are those that got another height for their text."""

    file: Path
    cells: tuple[CellRef, ...]
    restored: tuple[CellRef, ...]
    left: Mapping[CellRef, tuple[str, str]]
    rows: tuple[int, ...]

    def lines(self) -> list[str]:
        """The account for a person."""
        lines = [f"已写入 {self.file} 的公式单元格。"]
        if self.restored:
            lines.append(f"{_counted(self.restored)}没有公式，已按相邻的行补上：{_listed(self.restored)}")
        for reason in (_TYPED, _BARE):
            if cells := tuple(cell for cell, (_, why) in self.left.items() if why == reason):
                lines.append(f"{_counted(cells)}{reason}，没有写入：{_listed(cells)}")
        if self.rows:
            lines.append(f"已按文字多少调整{len(self.rows)}行的行高：第{'、'.join(map(str, self.rows))}行")
        return lines

    def as_json(self) -> dict[str, Any]:
        """The account for another program."""
        return {
            "cells": [one.address for one in self.cells],
            "restored": [one.address for one in self.restored],
            "left": [
                {"cell": cell.address, "name": name, "reason": why} for cell, (name, why) in self.left.items()
            ],
            "fitted_rows": list(self.rows),
        }


def write_scores(file: Path, assessed: Assessed) -> ScoresWritten:
    """Put the values into the formula cells, and formulas into cells of a row that are blank; nothing that somebody
    typed is written over. Raises Refusal as `write_changes`."""
    from jxbook.functions.cached import cached_values
    from jxbook.scoring.formula_cells import lost_formulas
    from jxbook.workbook.fill_down import filled_down
    from jxbook.workbook.patch import write_changes

    source, form = assessed.source, assessed.form
    lost = lost_formulas(form, assessed.policy)
    restored = filled_down(form, lost, source.grid)
    values, rows = cached_values(assessed.scoring, source.grid, restored), fitted(assessed)
    write_changes(file, (*values, *rows), read=source.data)
    left = {
        one.entry.cell: (one.name, _TYPED if one.typed else _BARE)
        for one in lost
        if one.entry.cell and one.entry.cell not in restored
    }
    cells = tuple(one.cell for one in values if one.cell.sheet == form.sheet)
    own = tuple(one.cell.row for one in rows if one.cell.sheet == form.sheet)
    return ScoresWritten(file, cells, tuple(restored), left, own)


def _counted(cells: tuple[CellRef, ...]) -> str:
    return f"{len(cells)}个单元格"


def _listed(cells: tuple[CellRef, ...]) -> str:
    return "、".join(one.address for one in cells)
