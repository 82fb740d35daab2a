"""An older workbook and its twin → what is to be changed in the older one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jxbook.native.fallback import BY_FORMULAS
from jxbook.policy import SHEETS, Policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.scoring import UNFINISHED
from jxbook.workbook import names
from jxbook.workbook.grid import Change, Grid, Sheet, anchored


def changed_formulas(old: Grid, new: Grid) -> Iterator[Change]:
    """The formulas of 自评表 and of the sheets beside it that are others now; the line that says who reckons where there is room for it."""
    theirs = {sheet.name: sheet for sheet in old.sheets}
    for wanted in new.sheets:
        if wanted.name in (names.FORM, *SHEETS) and wanted.name in theirs:
            yield from _changed(theirs[wanted.name], wanted)


def _changed(there: Sheet, wanted: Sheet) -> Iterator[Change]:
    for place, cell in wanted.cells.items():
        found = there.cells.get(place)
        if cell.formula is None:
            continue
        if found is None:
            if BY_FORMULAS in cell.formula and not _is_merged(there, place):
                yield Change(there.ref(*place), BY_FORMULAS, formula=cell.formula)
        elif found.formula not in (None, cell.formula) and _is_own(found.formula or ""):
            value = None if isinstance(found.value, date) else found.value
            yield Change(there.ref(*place), value, formula=cell.formula)


def _is_own(formula: str) -> bool:
    """Is it one of ours, and not what somebody put in its place?"""
    return any(word in formula for word in ("JX_", UNFINISHED, f"{names.KEY_POINTS}!"))


def _is_merged(sheet: Sheet, place: tuple[int, int]) -> bool:
    return anchored(sheet.ref(*place), sheet.merges) != sheet.ref(*place)


def has_this_layer(old: Grid, new: Grid, policy: Policy) -> bool:
    """Has the workbook this very layer, with a row for each of the form?"""
    if old.fingerprint != fingerprint(policy):
        return False
    had, has = ({sheet.name: sheet.cells for sheet in grid.sheets} for grid in (old, new))
    words = has.get(names.WORDS_SHEET, {})
    texts = {place: cell.value for place, cell in words.items() if cell.formula is None}
    found = had.get(names.WORDS_SHEET, {})
    if any(place not in found or found[place].value != text for place, text in texts.items()):
        return False
    rows = {place for place in has.get(names.ROWS_SHEET, {}) if place[0] <= _last_row(new)}
    return rows <= had.get(names.ROWS_SHEET, {}).keys()


def _last_row(grid: Grid) -> int:
    form = next(sheet for sheet in grid.sheets if sheet.name == names.FORM)
    return max((row for row, _ in form.cells), default=0)
