"""The cells of an office's form, as the formulas of our own template ask for them."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Self

from jxbook.form import Entry
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import IF, ISNUMBER, ROUND
from jxbook.making.adopted.places import Places, ScoredRow
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.template.columns import SheetColumns
from jxbook.template.formula_cells import Cells, Stretch
from jxbook.template.layout import Layout, TemplateRow
from jxbook.workbook.names import ADOPTED_POLICY, ADOPTED_YEAR, MADE_FOR

_CENTS = 2


def cell_at(ref: CellRef | None) -> Expression:
    """A cell of the form, or an empty text where the form has none."""
    return expression("") if ref is None else Reference(ref.address)


def fixed(ref: CellRef) -> Reference:
    """A cell that stays the same when the formula is dragged."""
    letters = ref.address.rstrip("0123456789")
    return Reference(f"${letters}${ref.row}")


class AdoptedCells(Cells):
    """The cells of an office's form."""

    __slots__ = ("has_rows", "places")
    places: Places
    has_rows: bool
    """Does the workbook get formulas that score its rows where no function is?"""

    def __new__(cls, *_: object, **__: object) -> Self:
        return object.__new__(cls)  # that of Cells takes its own fields alone

    def __init__(self, layout: Layout, policy: Policy, places: Places, *, has_rows: bool = False) -> None:
        given = {"layout": layout, "policy": policy, "places": places, "has_rows": has_rows}
        for name, value in given.items():
            object.__setattr__(self, name, value)

    @property
    def policy_id(self) -> Expression:
        """The policy that the hidden sheet names, else the one the form was adopted with."""
        given = Reference(ADOPTED_POLICY)
        return IF(given.equals(""), Reference(MADE_FOR), given)

    @property
    def year(self) -> Expression:
        """评价年度 of the hidden sheet, else the title, in which the functions find it."""
        given, title = Reference(ADOPTED_YEAR), self.places.form.title_year.cell
        return given if title is None else IF(given.equals(""), fixed(title) & "", given)

    @property
    def has_layer(self) -> bool:
        """Without them a person has to look where no function is."""
        return self.has_rows

    @property
    def knows_policy(self) -> bool:
        """The sheets with the row formulas tell it."""
        return self.has_rows

    @property
    def takes_reviews(self) -> bool:
        """An office's form has no sheet 评委评分."""
        return False

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The rows between subtotals; the first ones with the header, unless its 得分 is a number."""
        (first, last), *others = self.places.stretches
        column = self.places.table.columns["earned"]
        heading = self.places.sheet.entry(self.layout.header, column)
        starts = self.layout.header if heading.number is None and first == self.layout.first else first
        return ((starts, last), *others)

    def row(self, number: int) -> ScoredRow:
        """The row of this number."""
        return self.places.numbered[number]

    def cell(self, field: str, row: int) -> Expression:
        """The cell of a field in a row; of 分值 that several rows have in common its part."""
        one = self.row(row)
        plain = cell_at(one.entries.get(field))
        if field != "points" or one.share is None:
            return plain
        count, part = one.share.count, ROUND(plain / one.share.count, _CENTS)
        own = part if one.share.turn < count - 1 else plain - bracketed(part * (count - 1))
        return IF(plain.equals(""), "", own)

    def funds(self, field: str) -> Expression:
        """A cell of the money block as the functions take it."""
        if field == "points":
            return self._execution_points()
        cell, unit = self._amount(field)
        return IF(ISNUMBER(cell), cell & unit, cell & "") if unit else cell

    def plain_funds(self, field: str) -> Expression:
        """Without the unit that the functions are told, where all amounts are in the same one."""
        (budget, one), (spent, other) = self._amount("budget"), self._amount("spent")
        return {"budget": budget, "spent": spent}[field] if one == other else self.funds(field)

    def _amount(self, field: str) -> tuple[Expression, str]:
        """An amount as it is typed, and its unit; "" where that is the policy's."""
        funding = self.places.form.funding
        entry: Entry = getattr(funding.total, field)
        cell, unit = cell_at(entry.cell), funding.unit
        if entry.cell is None:
            return cell, ""
        if own := self._own_unit(entry):
            return cell, own
        if funding.summed:
            parts = [cell_at(one.cell) for part in funding.parts if (one := getattr(part, field)).cell]
            cell = reduce(add, parts)
        return cell, "" if unit == self.policy.word("layout.money_unit") else unit

    def _own_unit(self, entry: Entry) -> str:
        """The unit of the heading over an amount, where it is not the form's; "" where it is."""
        assert entry.cell is not None
        box = self.places.sheet.entry(entry.cell.row, entry.cell.column)
        typed = isinstance(entry.raw, str) and not isinstance(box.raw, str)
        return entry.text.removeprefix(box.text) if typed else ""

    def _execution_points(self) -> Expression:
        """The box of the 执行率's 分值, what the form prints instead, or what the policy gives."""
        entry = self.places.form.funding.points
        if entry.cell is None:
            return expression(self.policy.number("weights.execution"))
        box = self.places.sheet.entry(entry.cell.row, entry.cell.column)
        printed = entry.number if box.raw != entry.raw else None
        return cell_at(entry.cell) if printed is None else expression(printed)

    def execution_cells(self, field: str) -> list[Expression]:
        """分值 or 得分 of the 执行率; where the form has no box for 得分 it is reckoned within the total."""
        if field == "points":
            return [self.funds("points")]
        earned = self.places.form.funding.earned.cell
        if earned is not None:
            return [cell_at(earned)]
        return [] if self.policy.number("weights.execution") == 0 else [self.execution_within_total()]

    def execution_within_total(self) -> Expression:
        """What the 执行率 earns, where the form has no box for it."""
        raise NotImplementedError

    def fact(self, label: str) -> Expression:
        """The cell of a fact in the head of the form, an empty text where it does not ask for it."""
        facts = self.places.form.project.facts
        return cell_at(facts[label].cell) if label in facts else expression("")


def layout_of(places: Places, policy: Policy) -> Layout:
    """The form in the words of our template: its columns, its header, its rows."""
    table = places.table
    letters = {
        field: places.sheet.raw.ref(1, column).address.rstrip("1") for field, column in table.columns.items()
    }
    slots = tuple(TemplateRow(row, "", "") for row in range(table.header + 1, places.rows[-1].number + 1))
    return Layout(
        SheetColumns(
            {field: (one, one) for field, one in letters.items()}, {field: field for field in letters}, {}
        ),
        {},
        (),
        money=0,
        parts=(),
        goal=0,
        goals=1,
        header=table.header,
        slots=slots,
        boxes=(),
        signed=(),
        scored=places.total is not None,
        last_year=False,
        records={},
    )
