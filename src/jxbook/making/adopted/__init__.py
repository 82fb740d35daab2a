"""An office's own form → the same workbook with our formulas in it, so that it reckons by itself.

Every byte that need not change stays: cells are patched in place, sheets are put behind the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from jxbook.assess import Source, assess_all
from jxbook.assess.choice import PolicyChoice, choose
from jxbook.dataclass import dataclass, replace
from jxbook.finding import Refusal
from jxbook.form import Entry
from jxbook.functions.cached import form_values
from jxbook.functions.record_cells import record_values
from jxbook.making.adopted.changes import Placed, formulas_of
from jxbook.making.adopted.own_layer import OwnLayer
from jxbook.making.adopted.places import places_of, require_adoptable, require_small
from jxbook.making.adopted.sheets import with_sheets
from jxbook.package import Package, open_zip
from jxbook.package.file import read_bounded
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.policy.for_form import for_form
from jxbook.recognition import forms_in, read_form, recognise
from jxbook.refusals.adopting import (
    already_adopted,
    name_taken,
    policy_does_not_compute,
    protected_book,
    protected_sheet,
    strict_file,
)
from jxbook.refusals.writing import signed
from jxbook.workbook.file_kind import workbook_part
from jxbook.workbook.grid import Cell, Grid
from jxbook.workbook.names import ADOPTED, FINDINGS, ROWS_SHEET, WORDS_SHEET
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.parts import read_plan
from jxbook.workbook.patch import changed_package
from jxbook.workbook.reader import read_package

_PROTECTED_BOOK = pattern(rb"""<(?:\w+:)?workbookProtection\b[^>]*\slockStructure=["'](?:1|true)["']""")
_PROTECTED_SHEET = pattern(rb"""<(?:\w+:)?sheetProtection\b[^>]*\ssheet=["'](?:1|true)["']""")
_T = TypeVar("_T")
_STRICT = b"http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stood in a cell that has a formula now: `old` as it was typed, or a formula with its "="; `new` is what the
    cell shows."""

    cell: CellRef
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """The workbook's bytes, its policy and why that was taken, the sheets whose forms reckon now, what was replaced.

    `without` says of boxes that got no formula, and of forms that could not get any, what they lack. `own_layer`: the form scores where no function is, too.
    """

    data: bytes
    policy: Policy
    why: str
    sheets: tuple[str, ...]
    formulas: int
    replaced: tuple[Replaced, ...]
    without: tuple[str, ...]
    own_layer: bool


@dataclass(frozen=True, slots=True)
class _Begun:
    """The workbook's bytes with the formulas in it, but not yet what they come to; the cells that got one, and what
    stood in those of them that held anything. What was read for it is not kept, as it is read again with them."""

    data: bytes
    chosen: PolicyChoice
    sheets: tuple[str, ...]
    cells: tuple[CellRef, ...]
    before: Mapping[CellRef, Cell]
    without: tuple[str, ...]
    own_layer: bool


def adopt(path: Path, policy: str | Path | None = None, year: int | None = None) -> Adopted:
    """The workbook at `path` with formulas in the 得分, 执行率, 总分 and 等级 cells of its forms, one form at least.

    Raises Refusal: as opening and recognising do (JX901 to JX910, JX930), as choosing the policy does, signed (JX912),
    a formula that others share (JX913), not adoptable (JX936).
    """
    begun = _begun(path, policy, year)
    data, shown = _with_values(begun.data, path, begun.cells)
    replaced = tuple(
        Replaced(cell, _text(one) if one.formula is None else f"={one.formula}", shown[cell])
        for cell, one in begun.before.items()
        if one.formula is not None or not _same(_text(one), shown[cell])
    )
    chosen = begun.chosen
    return Adopted(
        data,
        chosen.policy,
        chosen.why,
        begun.sheets,
        len(begun.cells),
        replaced,
        begun.without,
        begun.own_layer,
    )


def _begun(path: Path, policy: str | Path | None, year: int | None) -> _Begun:
    package = workbook_in(read_bounded(path), path.name)
    grid = read_package(package)
    _require_open(package, grid)
    source = Source(grid, path.name, path.absolute().parent)
    places = forms_in(grid)
    if not places:
        recognise(grid, path.name)  # says what is missing
    small, refused = _each(places, require_small)
    forms = [(place, read_form(grid, place)) for place in small]
    chosen = choose(source, forms[0][1], policy)
    if chosen.policy.word("scoring.source") != "computed":
        raise policy_does_not_compute(path.name, chosen.policy.id)
    ready, more = _each(forms, lambda one: require_adoptable(one[1], one[0], path.name))
    on = [place.sheet for place, _ in ready]
    _require_unprotected(package, on)
    placed: list[Placed] = []
    typed: list[CellRef] = []
    own: OwnLayer | None = None
    without = [f"{one.finding.place}：{one.finding.what}，{one.finding.why}" for one in (*refused, *more)]
    for place, form in ready:
        found = formulas_of(places_of(form, place), for_form(chosen.policy, form), alone=len(places) == 1)
        own = found.own
        placed += found.placed
        typed += found.typed
        without += found.without
        if year is None and form.year is None and form.title_year.cell is None:
            without.append(
                f"{place.sheet}：没有找到评价年度，时效指标要按它计算；请加 --year 写明，如 --year 2024"
            )
    data = with_sheets(package, placed, typed, chosen.policy, year, on, own)
    cells = tuple(one.cell for one in placed)
    before = dict(_held(grid, cells))
    return _Begun(data, chosen, tuple(dict.fromkeys(on)), cells, before, tuple(without), own is not None)


def _require_open(package: Package, grid: Grid) -> None:
    """Refuse a workbook to which nothing may be added."""
    if any(part.startswith("_xmlsignatures/") for part in package.by_name):
        raise signed(package.name)
    workbook = package.part(workbook_part(package))
    if _STRICT in workbook:
        raise strict_file(package.name)
    if grid.made_for:
        raise already_adopted(package.name)
    if _PROTECTED_BOOK.search(workbook):
        raise protected_book(package.name)
    for name in (ADOPTED, FINDINGS, ROWS_SHEET, WORDS_SHEET):
        if any(sheet.name == name for sheet in grid.sheets):
            raise name_taken(package.name, name)


def _require_unprotected(package: Package, sheets: Sequence[str]) -> None:
    for sheet in read_plan(package).sheets:
        if sheet.name in sheets and _PROTECTED_SHEET.search(package.part(sheet.part)):
            raise protected_sheet(f"{package.name}：{sheet.name}")


def _each(things: Sequence[_T], require: Callable[[_T], None]) -> tuple[list[_T], list[Refusal]]:
    """The forms that pass, and why others do not. Raises the first Refusal where none does."""
    ready, refused = [], []
    for one in things:
        try:
            require(one)
            ready.append(one)
        except Refusal as refusal:
            refused.append(refusal)
    if not ready:
        raise refused[0]
    return ready, refused


def _with_values(data: bytes, path: Path, cells: Sequence[CellRef]) -> tuple[bytes, Mapping[CellRef, str]]:
    """The workbook, its formula cells showing what they come to, and what a person sees in these of them."""
    package = open_zip(data, path.name)
    grid = read_package(package)
    source = Source(grid, path.name, path.absolute().parent)
    scored = [each.scoring for _, each in assess_all(source)]
    changes = [one for each in scored for one in form_values(each, grid)]
    changes += record_values(grid, scored[0].policy)
    values = {one.cell: one.value for one in changes}
    shown = {cell: _text(replace(one, value=values.get(cell, one.value))) for cell, one in _held(grid, cells)}
    return changed_package(package, changes), shown


def _held(grid: Grid, cells: Sequence[CellRef]) -> Iterator[tuple[CellRef, Cell]]:
    """Those of the cells that hold anything."""
    sheets = {sheet.name: sheet.cells for sheet in grid.sheets}
    for cell in cells:
        if found := sheets[cell.sheet].get((cell.row, cell.column)):
            yield cell, found


def _text(cell: Cell) -> str:
    """What a person sees in a cell, a ratio as per cent."""
    return Entry(cell.value, number_format=cell.number_format).text


def _same(old: str, new: str) -> bool:
    """Does a cell show what it showed, be it written otherwise: 10 and 10.00, 100% and 100.00%?"""
    if old.endswith("%") != new.endswith("%"):
        return False
    before, after = (Entry(one.removesuffix("%")).number for one in (old, new))
    return old == new or (before is not None and before == after)
