"""The formulas of 总分: the sums of 分值 and 得分, and the grade."""

from __future__ import annotations

from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed, named
from jxbook.formulas.worksheet import AND, COUNT, IF, ISNUMBER, OR, ROUND, SUM, SUMIFS, SUMPRODUCT
from jxbook.scoring import UNFINISHED
from jxbook.template.formula_cells import (
    ENTRIES,
    NOT_APPLICABLE,
    POLICY,
    Cells,
    each_is_none,
    each_is_nothing,
    sum_of,
    where_not_none,
)
from jxbook.template.sheet_writer import Formula

_CUT_OFF = "错误：紧靠总分上方插入的行没有计入总分，请删除后在指标行中间插入"
_GUARD = 12
"""Decimal places to which a sum of shares is taken before it is rounded as the policy says."""


class TotalFormulas(Cells):
    """The formulas of the row 总分."""

    __slots__ = ()

    def points(self) -> Formula:
        """The sum of all 分值; cached for the points that the template suggests."""
        suggested = sum(slot.preset.points for slot in self.layout.slots)
        if "points" in self.layout.funding:
            suggested += self.policy.number("weights.execution")
        summed = SUM(*self.execution_cells("points"), self.column("points"))
        return Formula(summed.text(), float(suggested))

    def total(self) -> Formula:
        """The sum of all 得分, or 待完善 as long as it would be a partial one.

        The areas begin with the header row, so that a row inserted above the first one is inside; a row
        inserted right above 总分 is outside, and noticed. A text compares greater than any number, so
        `>=""` finds a computed 得分 that is no number, be it blank or text; an error remains an error.
        """
        if self.source == "total":
            stated, full = self.fact(EXTERNAL_TOTAL), self.policy.number("weights.total")
            known = AND(ISNUMBER(stated), stated >= 0, stated <= full)
            return Formula(IF(known, stated, UNFINISHED).text(), UNFINISHED)
        scores, execution = self.column("earned"), self.execution_cells("earned")
        header = Reference(f"{self.layout.columns['earned']}{self.layout.header}")
        no_number = expression(1) - _is_number(scores) if self.source == "rows" else scores >= ""
        unscored = (self._used() > 0) * no_number * self._applying() * scores.differs(header)
        conditions = [
            self._cut_off(),
            *(cell >= "" for cell in execution),
            COUNT(scores).equals(0),
            SUMPRODUCT(unscored) > 0,
        ]
        if self.source == "rows":
            conditions.append(SUMPRODUCT(self._out_of_range()) > 0)
        total = self._rounded(sum_of([SUM(scores), *execution]))
        return Formula(IF(OR(*conditions), UNFINISHED, total).text(), UNFINISHED)

    def _used(self) -> Expression:
        """For every row whether something is filled in, as an array from 0."""
        columns = (self.column(field) for field in ENTRIES if self.has(field))
        return sum_of(bracketed(expression(1) - each_is_nothing(one)) for one in columns)

    def _applying(self) -> Expression:
        """For every row whether it counts; where 得分 is typed the target says so."""
        if self.scores_rows:
            return self.column("earned").differs(NOT_APPLICABLE)
        if not self.has("target"):
            return expression(1)
        return expression(1) - each_is_none(self.column("target")) * each_is_nothing(self.column("actual"))

    def _out_of_range(self) -> Expression:
        """For every row whether its typed 得分 is below 0 or above its 分值."""
        scores, full = self.column("earned"), self.policy.number("weights.total")
        outside = (scores < 0) + (scores > full)
        if self.has("points"):
            points = self.column("points")
            outside = outside + _is_number(points) * (scores > points)
        return _is_number(scores) * (bracketed(outside) > 0)

    def _rounded(self, added: Expression) -> Expression:
        """The sum as the policy rounds it, converted to the full total where rows do not apply."""
        places = self.policy.number("rounding.places")
        rescaled = self.policy.word("not_applicable.method") == "rescaled" and self.has("points")
        if not rescaled and self.policy.word("rounding.of") == "item":
            return ROUND(added, places)
        exact = ROUND(added, _GUARD)
        if not rescaled:
            return ROUND(exact, places)
        full, weight = self.policy.number("weights.total"), self._weight()
        converted = ROUND(ROUND(exact * full / bracketed(weight), _GUARD), places)
        apply = AND(self._dropped() > 0, weight > 0, weight < full)
        return IF(apply, converted, ROUND(exact, places))

    def _weight(self) -> Expression:
        """分值 of all that applies."""
        rows = self.column("points")
        applying = SUMIFS(rows, *where_not_none(self.column("target"))) if self.has("target") else SUM(rows)
        return sum_of([applying, *self.execution_cells("points")])

    def _dropped(self) -> Expression:
        """How many rows do not apply."""
        filled = sum_of(self.column(field).differs("") for field in ENTRIES if self.has(field))
        unused = SUMPRODUCT(bracketed(self._used()).equals(0) * (bracketed(filled) > 0))
        if not self.has("target"):
            return unused
        return unused + SUMPRODUCT(expression(1) * each_is_none(self.column("target")))

    def grade(self) -> Formula:
        """等级."""
        total = Reference(self.total_cell)
        if self.source == "total":
            return Formula(IF(ISNUMBER(total), self.fact(EXTERNAL_GRADE) & "", "").text())
        graded = ISNUMBER(total)
        if self.has("points"):  # with more 分值 than the full total there is nothing to be graded
            full = self.policy.number("weights.total")
            graded = AND(graded, ROUND(self._weight(), _GUARD) <= full)
        return Formula(IF(graded, named("JX_GRADE")(total, POLICY), "").text())

    def total_verdict(self) -> Formula:
        """What is wrong with the extent of the table."""
        return Formula(IF(self._cut_off(), _CUT_OFF, "").text())

    def unfinished(self) -> str:
        """Whether 总分 stands at 待完善."""
        return f'${self.layout.columns["earned"]}${self.layout.total}="{UNFINISHED}"'

    @property
    def total_cell(self) -> str:
        """The cell of 总分."""
        return f"{self.layout.columns['earned']}{self.layout.total}"

    def _cut_off(self) -> Expression:
        letter = self.layout.columns["earned" if self.has("earned") else "points"]
        row = named("ROW")
        return row() - row(Reference(f"{letter}{self.layout.last}")) > 1


def _is_number(cells: Expression) -> Expression:
    """For every cell whether it holds a number, as an array: a number compares less than any text."""
    return cells.differs("") * (cells < "")
