"""The formulas of an office's form: those of our own template, over the cells where the form has its entries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import mul

from jxbook.form.in_one_text import BETWEEN, TARGET
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed, named
from jxbook.formulas.worksheet import COUNT, IF, ISNUMBER, OR, ROUND, SUM
from jxbook.making.adopted.cells import AdoptedCells, cell_at, fixed
from jxbook.making.adopted.own_layer import SURE, OwnLayer
from jxbook.making.adopted.places import Places, RowLabel
from jxbook.policy import Policy
from jxbook.scoring.total_formula import within_points
from jxbook.template.formula_cells import Stretch
from jxbook.template.layout import Layout
from jxbook.template.money_formulas import MoneyFormulas
from jxbook.template.row_formulas import RowFormulas
from jxbook.template.sheet_writer import Formula
from jxbook.template.total_formulas import TotalFormulas
from jxbook.values.entry import is_percent_format, printed_around
from jxbook.workbook.styles import is_date_format


class AdoptedRows(AdoptedCells, RowFormulas):
    """The formulas of the rows."""

    __slots__ = ("own",)
    own: OwnLayer | None

    def __init__(self, layout: Layout, policy: Policy, places: Places, own: OwnLayer | None) -> None:
        super().__init__(layout, policy, places, has_rows=own is not None)
        object.__setattr__(self, "own", own)

    def own_earned(self, row: int) -> Expression | None:
        """What the row formulas give the row, None where the workbook has none."""
        return None if self.own is None else self.own.earned(row, self.cell("target", row))

    def earned_by(self, rows: Sequence[int]) -> Formula:
        """得分 in a cell, which may be merged over several rows: then what they earn together."""
        own = [self.own_score(one) for one in rows]
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
            return IF(ISNUMBER(cell), ROUND(cell * 100, SURE) & "%", cell & "")
        before, behind = printed_around(code)
        return IF(ISNUMBER(cell), expression(before) & cell & behind, cell & "") if before or behind else cell

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

    def execution_within_total(self) -> Expression:
        """What the 执行率 earns, where the form has no box for it."""
        return AdoptedMoney(self.layout, self.policy, self.places, has_rows=self.has_rows).earned()

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
                within_points(cell_at(one.earned.cell), cell_at(one.points.cell)),
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
        return OR(*gaps) if len(gaps) > 1 else gaps[0] if gaps else expression(False)


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
