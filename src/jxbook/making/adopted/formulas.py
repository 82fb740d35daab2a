"""The formulas of an office's form: those of our own template, over the cells where the form has its entries."""

from __future__ import annotations

from functools import reduce
from operator import mul

from jxbook.form import Entry
from jxbook.form.parted import BETWEEN, TARGET
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed, named
from jxbook.formulas.worksheet import COUNT, IF, ISNUMBER, MAX, MIN, OR, ROUND, SUM
from jxbook.making.adopted.places import Places, RowLabel, ScoredRow
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.template.columns import SheetColumns
from jxbook.template.formula_cells import Cells, Stretch
from jxbook.template.layout import Layout, TemplateRow
from jxbook.template.money_formulas import MoneyFormulas
from jxbook.template.row_formulas import RowFormulas
from jxbook.template.sheet_writer import Formula
from jxbook.template.total_formulas import TotalFormulas
from jxbook.values.entry import is_percent_format
from jxbook.workbook.names import ADOPTED_POLICY, ADOPTED_YEAR, MADE_FOR
from jxbook.workbook.styles import is_date_format

_CENTS = 2
_SURE = 10
"""Decimal places to which a percentage is taken, so that 0.07 × 100 is 7."""


def cell_at(ref: CellRef | None) -> Expression:
    """A cell of the form, or an empty text where the form has none."""
    return expression("") if ref is None else Reference(ref.address)


def fixed(ref: CellRef) -> Reference:
    """A cell that stays the same when the formula is dragged."""
    letters = ref.address.rstrip("0123456789")
    return Reference(f"${letters}${ref.row}")


class AdoptedCells(Cells):
    """The cells of an office's form."""

    __slots__ = ("places",)
    places: Places

    def __init__(self, layout: Layout, policy: Policy, places: Places) -> None:
        super().__init__(layout, policy)
        object.__setattr__(self, "places", places)

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
        return next(one for one in self.places.rows if one.number == number)

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
        total = self.places.form.funding.total
        if field == "points":
            return self._execution_points()
        entry: Entry = getattr(total, field)
        cell, unit = cell_at(entry.cell), self.places.form.funding.unit
        if entry.cell is None or unit == self.policy.word("layout.money_unit"):
            return cell
        return IF(ISNUMBER(cell), cell & unit, cell & "")

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
        if self.policy.number("weights.execution") == 0:
            return []
        return [AdoptedMoney(self.layout, self.policy, self.places).earned()]

    def fact(self, label: str) -> Expression:
        """The cell of a fact in the head of the form, an empty text where it does not ask for it."""
        facts = self.places.form.project.facts
        return cell_at(facts[label].cell) if label in facts else expression("")


class AdoptedRows(AdoptedCells, RowFormulas):
    """The formulas of the rows."""

    __slots__ = ()

    def earned_in(self, cell: CellRef) -> Formula:
        """得分 in a cell, which may be merged over several rows: then what they earn together."""
        own = [self.own_score(one.number) for one in self.places.rows if one.earned == cell]
        if len(own) == 1:
            return Formula(own[0].text())
        return Formula(IF(COUNT(*own).equals(len(own)), SUM(*own), "").text())

    def compared(self, row: int) -> tuple[Expression, Expression]:
        """年度指标值 and 实际完成值; columns beside the target are handed over in one text with it."""
        target, actual = (self._as_seen(field, row) for field in ("target", "actual"))
        if not any(field in self.places.table.columns for field in TARGET if field != "target"):
            return target, actual
        parts = [target if field == "target" else self.cell(field, row) for field in TARGET]
        return _in_one(parts), actual

    def _as_seen(self, field: str, row: int) -> Expression:
        """A cell as a person sees it: a percentage and a date are numbers to a formula."""
        cell, code = self.cell(field, row), self.row(row).codes.get(field, "")
        if is_date_format(code):
            return IF(ISNUMBER(cell), named("TEXT")(cell, "yyyy-mm-dd"), cell & "")
        if is_percent_format(code):
            return IF(ISNUMBER(cell), ROUND(cell * 100, _SURE) & "%", cell & "")
        return cell

    def labels(self, row: int) -> Expression:
        """一级, 二级 and 三级指标 as they are printed, in one text."""
        one = self.row(row)
        levels = [
            _label(one.labels[field]) if field in one.labels else expression("")
            for field in ("level1", "level2")
        ]
        return _in_one([*levels, self.cell("name", row)])


class AdoptedMoney(AdoptedCells, MoneyFormulas):
    """The formulas of the money block."""

    __slots__ = ()


class AdoptedTotal(AdoptedCells, TotalFormulas):
    """The formulas of 总分 and 等级."""

    __slots__ = ()

    @property
    def total_cell(self) -> str:
        """The cell of 总分."""
        assert self.places.total is not None
        return self.places.total.address

    @property
    def held_open(self) -> tuple[str, ...]:
        """What is printed in rows that wait for an indicator."""
        return self.places.held_open

    @property
    def other_scores(self) -> tuple[Expression, ...]:
        """Points that follow from no target, as they are stated, within what is to be had."""
        return tuple(
            IF(
                ISNUMBER(cell_at(one.earned.cell)),
                MIN(MAX(cell_at(one.earned.cell), 0), cell_at(one.points.cell)),
                "",
            )
            for one in self.places.form.other_scores
        )

    def below_header(self, stretch: Stretch) -> Expression:
        """By the number of the row: the header may be merged, and so blank, and so are the rows that have their 得分 in
        a merged cell above them."""
        row, letter = named("ROW"), self.layout.columns["earned"]
        numbers = row(self.column("earned", stretch))
        left_out = [self.layout.header] if stretch[0] == self.layout.header else []
        left_out += [
            one.number
            for one in self.places.rows
            if stretch[0] <= one.number <= stretch[1] and one.earned.row != one.number
        ]
        scored = [bracketed(numbers.differs(row(Reference(f"{letter}{number}")))) for number in left_out]
        return reduce(mul, scored, expression(1))

    def cut_off(self) -> Expression:
        """Are there more rows now between two stretches, or above 总分, than there were?"""
        row, column = named("ROW"), self.layout.columns["earned"]
        gaps = [
            row(Reference(f"{column}{below}")) - row(Reference(f"{column}{above}")) > below - above
            for (_, above), (below, _) in zip(self.places.stretches, self.places.stretches[1:], strict=False)
        ]
        total, last = self.places.total, self.places.stretches[-1][1]
        if total is not None and total.row > last:
            gaps.append(row() - row(Reference(f"{column}{last}")) > total.row - last)
        return OR(*gaps) if gaps else expression(False)


def _in_one(cells: list[Expression]) -> Expression:
    return reduce(lambda left, right: left & BETWEEN & right, cells)


def _label(label: RowLabel) -> Expression:
    """The printed label, or what the row has of its own by now; without one the last that was written above."""
    if label.printed:
        printed = fixed(label.cell)
        return (
            printed if label.own is None else IF(cell_at(label.own).equals(""), printed, cell_at(label.own))
        )
    assert label.own is not None
    area = Reference(f"{fixed(label.cell).name}:{label.own.address}")
    last = named("LOOKUP")(2, expression(1) / bracketed(area.differs("")), area)
    return named("IFERROR")(last, "")


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
