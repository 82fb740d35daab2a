"""Which cells of an office's form get which formula."""

from __future__ import annotations

from collections.abc import Iterator, Set

from jxbook.dataclass import dataclass
from jxbook.making.adopted.cells import AdoptedCells, layout_of
from jxbook.making.adopted.formulas import AdoptedMoney, AdoptedRows, AdoptedTotal
from jxbook.making.adopted.own_formulas import comparing
from jxbook.making.adopted.own_layer import OwnLayer, own_layer
from jxbook.making.adopted.places import Places
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.scoring import UNCLEAR, UNFINISHED
from jxbook.template.sheet_writer import Formula


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell that gets a formula; `percent`: it is to show a ratio."""

    cell: CellRef
    formula: Formula
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of a form; the cells of entries that are to be read as they are typed, 90% and not 0.9; and a clause
    for each box that should have a formula and has none."""

    placed: tuple[Placed, ...]
    typed: tuple[CellRef, ...]
    without: tuple[str, ...]
    own: OwnLayer | None


def formulas_of(places: Places, policy: Policy, *, alone: bool) -> Formulas:
    """The formulas of a form by a policy as it holds for the form; only one that is `alone` in its workbook also gets
    those that score where no function is."""
    layout = layout_of(places, policy)
    own = own_layer(AdoptedCells(layout, policy, places)) if alone else None
    has_rows = own is not None
    placed = [
        *_rows(AdoptedRows(layout, policy, places, own)),
        *_money(AdoptedMoney(layout, policy, places, has_rows=has_rows)),
        *_total(AdoptedTotal(layout, policy, places, has_rows=has_rows)),
    ]
    boxes = {"总分": places.total, "等级": places.grade}
    without = [_without(places, what) for what, cell in boxes.items() if cell is None]
    without += _comparing(places, {one.cell for one in placed})
    typed = tuple(cell for row in places.rows for cell in row.typed)
    return Formulas(tuple(placed), typed, tuple(without), own)


def _without(places: Places, what: str) -> str:
    """Why a box has no formula: there is none, or its label stands in the same cell, which a formula would take."""
    if cell := places.in_label(what):
        return (
            f"{cell}：“{what}”和它的标签写在同一格，公式会把标签盖掉，所以没有放，这一项不随填随算；"
            f"请把标签和数分成两格，再重新采用"
        )
    return f"{places.form.sheet}：没有找到放“{what}”的单元格，这一项不随填随算"


def _comparing(places: Places, placed: Set[CellRef]) -> Iterator[str]:
    """A clause for each formula of the office that stays and takes the word in an unfinished 总分 for a high number."""
    if places.total is None:
        return
    total = places.anchor(places.total)
    for cell in comparing(places.sheet.raw, total):
        if cell not in placed:
            yield (
                f"{cell}：原有的公式拿总分比较大小，没有改动；总分没有算出时写的是“{UNFINISHED}”，"
                f"文字在公式里比任何数都大，请先判断 ISNUMBER({total.address})"
            )


def _rows(formulas: AdoptedRows) -> Iterator[Placed]:
    rows: dict[CellRef, list[int]] = {}
    for one in formulas.places.rows:
        rows.setdefault(one.earned, []).append(one.number)
    for cell, numbers in rows.items():
        yield Placed(cell, _or(formulas.earned_by(numbers), UNCLEAR))


def _money(formulas: AdoptedMoney) -> Iterator[Placed]:
    funding = formulas.places.form.funding
    if funding.total.spent.cell is None or funding.total.budget.cell is None:
        return
    if rate := funding.rate.cell:
        yield Placed(formulas.places.anchor(rate), _or(formulas.rate(), ""), percent=True)
    if earned := funding.earned.cell:
        yield Placed(formulas.places.anchor(earned), _or(formulas.execution(), UNCLEAR))


def _total(formulas: AdoptedTotal) -> Iterator[Placed]:
    places = formulas.places
    if places.total is not None:
        yield Placed(places.anchor(places.total), _or(formulas.total(), UNFINISHED))
        if places.grade is not None:
            yield Placed(places.anchor(places.grade), _or(formulas.grade(), ""))


def _or(formula: Formula, word: str) -> Formula:
    """A formula that says this where our functions are missing: no number, so that no sum goes on without it."""
    return Formula(f'IFERROR({formula.text},"{word}")')
