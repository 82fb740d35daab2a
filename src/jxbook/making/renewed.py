"""An older workbook of ours → the same with the formulas of its policy as it now stands on this computer.

A new workbook of the same shape is made, and its formulas take the places of those that the older one has. Nothing else
is touched: not what was typed, be it over a formula, and not the formulas that somebody else wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from html import unescape

from jxbook.assess import Source, assess
from jxbook.dataclass import dataclass
from jxbook.form import Form
from jxbook.functions.cached import cached_values
from jxbook.native.fallback import BY_FORMULAS
from jxbook.package import Package, open_zip
from jxbook.package.draft import Draft
from jxbook.policy import SHEETS, Policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.recognition import recognise
from jxbook.scoring import UNFINISHED
from jxbook.template.capacity import AS_SUGGESTED, Capacity, RowGroup
from jxbook.templates import build
from jxbook.workbook import names
from jxbook.workbook.calcchain import without_cells
from jxbook.workbook.file_kind import WORKBOOK
from jxbook.workbook.graft import append_sheet
from jxbook.workbook.grid import Change, Grid, Sheet, anchored
from jxbook.workbook.newsheet import define_names
from jxbook.workbook.parts import read_plan
from jxbook.workbook.patch import changed_package
from jxbook.workbook.reader import read_package

_PARTS = {names.WORDS_SHEET: "xl/worksheets/words.xml", names.ROWS_SHEET: "xl/worksheets/rows.xml"}
"""The sheets of the layer, and their parts in a new workbook."""
_NAME = re.compile(r'<definedName name="([^"]*)" hidden="1">([^<]*)</definedName>')
_CODE_NAME = re.compile(r'<sheetPr\b[^>]*?\bcodeName="\w+"[^>]*/>')
_ADDRESS = re.compile(r'<c\b[^>]*?\sr="([A-Z]+\d+)"')
_LAYER = {
    *names.OWN_ENTRIES.values(),
    names.OWN_EARNED,
    names.OWN_REASON,
    names.ENGINE,
    names.USABLE,
    names.FINGERPRINT,
}


class Fit(StrEnum):
    """How the formulas of a workbook came out."""

    CURRENT = "已是最新"
    RENEWED = "已更新"
    UNLIKE = "没有更新"
    """Its rows and columns are not those of a new workbook."""


@dataclass(frozen=True, slots=True)
class Recompiled:
    """The workbook's bytes, and how its formulas came out. `policy` is that which they score by."""

    data: bytes
    fit: Fit
    policy: Policy


def is_ours(package: Package) -> bool:
    """Was a workbook made by us, and not adopted?"""
    grid = read_package(package)
    return bool(grid.made_for) and any(sheet.name == names.FORM for sheet in grid.sheets)


def with_current_formulas(source: Source, package: Package) -> Recompiled:
    """A workbook of ours with current formulas. Raises Refusal as `assess` does, JX913 for a cell that cannot be
    written."""
    assessed = assess(source)
    policy, grid = assessed.whole, source.grid
    twin = _twin(assessed.form, policy)
    if twin is None:
        return Recompiled(package.data, Fit.UNLIKE, policy)
    new = read_package(twin)
    changes = tuple(_changes(grid, new))
    if not changes and _is_current(grid, new, policy):
        return Recompiled(package.data, Fit.CURRENT, policy)
    data = _with_layer(open_zip(changed_package(package, changes), package.name), twin)
    grid = read_package(open_zip(data, package.name))
    shown = cached_values(assess(Source(grid, source.name, source.folder)).scoring, grid)
    return Recompiled(changed_package(open_zip(data, package.name), shown), Fit.RENEWED, policy)


def _twin(form: Form, policy: Policy) -> Package | None:
    """A new workbook in which everything stands where it does in the form; None where none does."""
    parts = tuple(part.label for part in form.funding.parts)
    blocks = tuple(_blocks(form))
    for capacity in (AS_SUGGESTED, Capacity(blocks=blocks), Capacity(blocks=blocks, money=parts)):
        package = open_zip(build(policy, capacity), policy.id)
        if _places(recognise(read_package(package), policy.id)) == _places(form):
            return package
    return None


def _blocks(form: Form) -> Iterator[RowGroup]:
    """The rows of the form one by one, as there may be blank ones."""
    rows = {_row(one.name.cell or one.target.cell): one for one in form.indicators}
    last = form.total.cell.row - 1 if form.total.cell else max(rows)
    for row in range(min(rows), last + 1):
        one = rows.get(row, form.indicators[-1])
        yield RowGroup(one.level1.text, one.level2.text, 1, one.goal)


def _row(cell: object) -> int:
    return getattr(cell, "row", 0)


def _places(form: Form) -> tuple[object, ...]:
    """Where the form has what formulas refer to."""
    first, last = form.indicators[0], form.indicators[-1]
    fields = (*names.OWN_ENTRIES, "earned", "verdict")
    entries = (
        *(first.entry(field) for field in fields),
        *(last.entry(field) for field in fields if field not in ("level1", "level2")),
        form.funding.rate,
        form.funding.earned,
        form.funding.total.budget,
        form.funding.total.spent,
        form.funding.points,
        form.total,
        form.total_points,
        form.grade,
    )
    return (form.sheet, *(entry.cell for entry in entries))


def _changes(old: Grid, new: Grid) -> Iterator[Change]:
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


def _form_sheet(grid: Grid) -> Sheet:
    return next(sheet for sheet in grid.sheets if sheet.name == names.FORM)


def _is_current(old: Grid, new: Grid, policy: Policy) -> bool:
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
    return max((row for row, _ in _form_sheet(grid).cells), default=0)


def _with_layer(package: Package, twin: Package) -> bytes:
    """The workbook with the hidden sheets and the names of the new one."""
    draft = Draft(package)
    plan = read_plan(package)
    there = {sheet.name: sheet for sheet in plan.sheets}
    gone: set[tuple[str, str]] = set()
    for name, part in _PARTS.items():
        if part not in twin:
            continue
        xml = twin.part(part).decode()
        if name not in there:
            append_sheet(draft, name, xml, part, "veryHidden")
            continue
        sheet = there[name]
        addresses = set(_ADDRESS.findall(draft.text(sheet.part))) - set(_ADDRESS.findall(xml))
        gone |= {(sheet.sheet_id, one) for one in addresses}
        named = _CODE_NAME.search(draft.text(sheet.part))  # by it the VBA project knows the sheet
        draft.put(sheet.part, xml.replace("<sheetData>", f"{named[0] if named else ''}<sheetData>", 1))
    chain = plan.calculation_chain
    if gone and chain in package:
        draft.put_bytes(chain, without_cells(package.part(chain), gone, package.name))
    told = _NAME.findall(twin.part(WORKBOOK).decode())
    define_names(draft, {name: unescape(place) for name, place in told if name in _LAYER})
    return draft.bytes()
