"""The formulas of 总分: the sums of 分值 and 得分, and the grade."""

from __future__ import annotations

from collections.abc import Callable

from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed, named
from jxbook.formulas.none import each_is_none, each_is_nothing, sum_of, where_not_none
from jxbook.formulas.worksheet import AND, COUNT, IF, ISNUMBER, OR, SUM, SUMIFS, SUMPRODUCT
from jxbook.native import fallback
from jxbook.scoring import UNFINISHED
from jxbook.scoring.given import each_is_number, each_out_of_bounds, is_given
from jxbook.scoring.total_formula import rounded_total, weighs_no_more
from jxbook.template.formula_cells import (
    ENTRIES,
    NOT_APPLICABLE,
    Cells,
    Stretch,
)
from jxbook.template.sheet_writer import Formula

_CUT_OFF = "错误：紧靠总分上方插入的行没有计入总分，请删除后在指标行中间插入"


class TotalFormulas(Cells):
    """The formulas of the row 总分."""

    __slots__ = ()

    def points(self) -> Formula:
        """The sum of all 分值; cached for the points that the template suggests."""
        suggested = sum(slot.preset.points for slot in self.layout.slots)
        if "points" in self.layout.funding:
            suggested += self.policy.number("weights.execution")
        summed = SUM(*self.execution_cells("points"), *self._columns("points"))
        return Formula(summed.text(), float(suggested))

    def total(self) -> Formula:
        """The sum of all 得分, or 待完善 as long as it would be a partial one.

        The areas begin with the header row, so that a row inserted above the first one is inside; a row
        inserted right above 总分 is outside, and noticed. A text compares greater than any number, so
        `>=""` finds a computed 得分 that is no number, be it blank or text; an error remains an error.
        """
        if self.source == "total":
            stated, full = self.fact(EXTERNAL_TOTAL), self.policy.number("weights.total")
            return Formula(IF(is_given(stated, full), stated, UNFINISHED).text(), UNFINISHED)
        scores, execution = self._columns("earned"), self.execution_cells("earned")
        conditions = [
            self.cut_off(),
            *(cell >= "" for cell in (*execution, *self.other_scores)),
            COUNT(*scores).equals(0),
            self._counted(self._unscored) > 0,
        ]
        if self.source == "rows":
            conditions.append(self._counted(self._out_of_range) > 0)
        total = self._rounded(sum_of([SUM(*scores), *execution, *self.other_scores]))
        return Formula(IF(OR(*conditions), UNFINISHED, total).text(), UNFINISHED)

    @property
    def other_scores(self) -> tuple[Expression, ...]:
        """What is earned beside the rows and the 执行率, a text where that is not filled in."""
        return ()

    @property
    def held_open(self) -> tuple[str, ...]:
        """What is printed as a name in rows that are not in use: ……."""
        return ()

    def below_header(self, stretch: Stretch) -> Expression:
        """For every row of a stretch whether it stands below the header, in which nothing is to be scored."""
        header = Reference(f"{self.layout.columns['earned']}{self.layout.header}")
        return self.column("earned", stretch).differs(header)

    def _columns(self, field: str) -> list[Expression]:
        return [self.column(field, one) for one in self.stretches]

    def _counted(self, rows: Callable[[Stretch], Expression]) -> Expression:
        """For how many rows this is true."""
        return sum_of(SUMPRODUCT(rows(one)) for one in self.stretches)

    def _unscored(self, stretch: Stretch) -> Expression:
        """For every row whether it lacks its score."""
        scores = self.column("earned", stretch)
        no_number = expression(1) - each_is_number(scores) if self.source == "rows" else scores >= ""
        return (self._used(stretch) > 0) * no_number * self._applying(stretch) * self.below_header(stretch)

    def _used(self, stretch: Stretch) -> Expression:
        """For every row whether something is filled in, as an array from 0."""
        columns = {field: self.column(field, stretch) for field in ENTRIES if self.has(field)}
        return sum_of(
            bracketed(expression(1) - each_is_nothing(one, self.held_open if field == "name" else ()))
            for field, one in columns.items()
        )

    def _applying(self, stretch: Stretch) -> Expression:
        """For every row whether it counts; where 得分 is typed the target says so."""
        if self.scores_rows:
            return self.column("earned", stretch).differs(NOT_APPLICABLE)
        if not self.has("target"):
            return expression(1)
        target, actual = self.column("target", stretch), self.column("actual", stretch)
        return expression(1) - each_is_none(target) * each_is_nothing(actual)

    def _out_of_range(self, stretch: Stretch) -> Expression:
        """For every row whether its typed 得分 is below 0 or above its 分值."""
        points = self.column("points", stretch) if self.has("points") else None
        return each_out_of_bounds(self.column("earned", stretch), self.policy.number("weights.total"), points)

    def _rounded(self, added: Expression) -> Expression:
        """The sum as the policy rounds it, converted to the full total where rows do not apply."""
        if not self.has("points"):
            return rounded_total(added, self.policy)
        return rounded_total(added, self.policy, self._weight(), self._dropped())

    def _weight(self) -> Expression:
        """分值 of all that applies."""
        applying = [
            SUMIFS(self.column("points", one), *where_not_none(self.column("target", one)))
            if self.has("target")
            else SUM(self.column("points", one))
            for one in self.stretches
        ]
        return sum_of([*applying, *self.execution_cells("points")])

    def _dropped(self) -> Expression:
        """How many rows do not apply."""
        unused = self._counted(self._said_unused)
        if not self.has("target"):
            return unused
        return unused + self._counted(lambda one: expression(1) * each_is_none(self.column("target", one)))

    def _said_unused(self, stretch: Stretch) -> Expression:
        """For every row whether something is filled in, but nothing that makes it one in use."""
        filled = sum_of(self.column(field, stretch).differs("") for field in ENTRIES if self.has(field))
        return bracketed(self._used(stretch)).equals(0) * (bracketed(filled) > 0)

    def grade(self) -> Formula:
        """等级."""
        total = Reference(self.total_cell)
        if self.source == "total":
            return Formula(IF(ISNUMBER(total), self.fact(EXTERNAL_GRADE) & "", "").text())
        graded = ISNUMBER(total)
        if self.has("points"):  # with more 分值 than the full total there is nothing to be graded
            full = self.policy.number("weights.total")
            graded = AND(graded, weighs_no_more(self._weight(), full))
        found = fallback.grade(
            named("JX_GRADE")(total, self.policy_id), self.policy, total, usable=self.knows_policy
        )
        return Formula(IF(graded, found, "").text())

    def total_verdict(self) -> Formula:
        """What is wrong with the extent of the table."""
        return Formula(IF(self.cut_off(), _CUT_OFF, "").text())

    def unfinished(self) -> str:
        """Whether 总分 stands at 待完善."""
        return f'${self.layout.columns["earned"]}${self.layout.total}="{UNFINISHED}"'

    @property
    def total_cell(self) -> str:
        """The cell of 总分."""
        return f"{self.layout.columns['earned']}{self.layout.total}"

    def cut_off(self) -> Expression:
        """Does a row stand right above 总分 that is not summed up?"""
        letter = self.layout.columns["earned" if self.has("earned") else "points"]
        row = named("ROW")
        return row() - row(Reference(f"{letter}{self.layout.last}")) > 1
