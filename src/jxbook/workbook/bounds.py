"""How much a grid may hold, whatever it was read from."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.refusals.reading import Excess, too_much
from jxbook.workbook.grid import Cell, Sheet

MAX_CELLS = 200_000
"""Cells with content in a workbook: a hundred times a large form."""
MAX_MERGES = 20_000
"""Merged areas of a sheet: a hundred times those of a large form."""
MAX_PROSE = 1_500_000
"""Characters of all cells that hold more than a label. Each check reads them all, and a form that fills every box to
its last character has a third of them, and as much again in the account of its import."""
_LABEL = 60


def prose_of(cells: Iterable[Cell]) -> int:
    """The characters of those cells that hold more than a label."""
    return sum([len(one.value) for one in cells if isinstance(one.value, str) and len(one.value) > _LABEL])


def require_bounded(sheets: Iterable[Sheet], place: str) -> None:
    """Refuse sheets that hold more together than a grid may (JX907)."""
    cells = prose = 0
    for sheet in sheets:
        cells += len(sheet.cells)
        prose += prose_of(sheet.cells.values())
    require_room(cells, prose, place)


def require_room(cells: int, prose: int, place: str) -> None:
    """Refuse so many cells, and so many characters in them (JX907)."""
    if cells > MAX_CELLS:
        raise too_much(place, Excess.CELLS, MAX_CELLS)
    if prose > MAX_PROSE:
        raise too_much(place, Excess.TEXT, MAX_PROSE)
