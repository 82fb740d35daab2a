"""The formulas of 总分: the sums of 分值 and 得分, and the grade."""

from __future__ import annotations

from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.scoring import UNFINISHED
from jxbook.template.formula_cells import (
    ENTRIES,
    NOT_APPLICABLE,
    Cells,
    each_is_none,
    each_is_nothing,
    where_not_none,
)
from jxbook.template.paper import Formula
from jxbook.values import plain
from jxbook.workbook.names import POLICY

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
        return Formula(
            f"SUM({','.join([*self.execution_cells('points'), self.column('points')])})", float(suggested)
        )

    def total(self) -> Formula:
        """The sum of all 得分, or 待完善 as long as it would be a partial one.

        The areas begin with the header row, so that a row inserted above the first one is inside; a row
        inserted right above 总分 is outside, and noticed. A text compares greater than any number, so
        `>=""` finds a computed 得分 that is no number, be it blank or text; an error remains an error.
        """
        if self.source == "total":
            stated, full = self.fact(EXTERNAL_TOTAL), plain(self.policy.number("weights.total"))
            known = f"AND(ISNUMBER({stated}),{stated}>=0,{stated}<={full})"
            return Formula(f'IF({known},{stated},"{UNFINISHED}")', UNFINISHED)
        scores, execution = self.column("earned"), self.execution_cells("earned")
        header = f"{self.layout.columns['earned']}{self.layout.header}"
        no_number = f"(1-{_is_number(scores)})" if self.source == "rows" else f'({scores}>="")'
        unscored = f"{no_number}*{self._applying()}*({scores}<>{header})"
        conditions = [
            self._cut_off(),
            *(f'{cell}>=""' for cell in execution),
            f"COUNT({scores})=0",
            f"SUMPRODUCT(({self._used()}>0)*{unscored})>0",
        ]
        if self.source == "rows":
            conditions.append(f"SUMPRODUCT({self._out_of_range()})>0")
        total = self._rounded("+".join([f"SUM({scores})", *execution]))
        return Formula(f'IF(OR({",".join(conditions)}),"{UNFINISHED}",{total})', UNFINISHED)

    def _used(self) -> str:
        """For every row whether something is filled in, as an array from 0."""
        return "+".join(f"(1-{each_is_nothing(self.column(field))})" for field in ENTRIES if self.has(field))

    def _applying(self) -> str:
        """For every row whether it counts; where 得分 is typed the target says so."""
        scores = self.column("earned")
        if self.scores_rows:
            return f'({scores}<>"{NOT_APPLICABLE}")'
        if not self.has("target"):
            return "1"
        return f"(1-{each_is_none(self.column('target'))}*{each_is_nothing(self.column('actual'))})"

    def _out_of_range(self) -> str:
        """For every row whether its typed 得分 is below 0 or above its 分值."""
        scores, full = self.column("earned"), plain(self.policy.number("weights.total"))
        above = f"({scores}>{full})"
        if self.has("points"):
            points = self.column("points")
            above += f"+{_is_number(points)}*({scores}>{points})"
        return f"{_is_number(scores)}*((({scores}<0)+{above})>0)"

    def _rounded(self, added: str) -> str:
        """The sum as the policy rounds it, converted to the full total where rows do not apply."""
        places = plain(self.policy.number("rounding.places"))
        rescaled = self.policy.word("not_applicable.method") == "rescaled" and self.has("points")
        if not rescaled and self.policy.word("rounding.of") == "item":
            return f"ROUND({added},{places})"
        exact = f"ROUND({added},{_GUARD})"
        if not rescaled:
            return f"ROUND({exact},{places})"
        full, weight = plain(self.policy.number("weights.total")), self._weight()
        converted = f"ROUND(ROUND({exact}*{full}/({weight}),{_GUARD}),{places})"
        apply = f"AND({self._dropped()}>0,{weight}>0,{weight}<{full})"
        return f"IF({apply},{converted},ROUND({exact},{places}))"

    def _weight(self) -> str:
        """分值 of all that applies."""
        rows = self.column("points")
        if not self.has("target"):
            return "+".join([f"SUM({rows})", *self.execution_cells("points")])
        applying = f"SUMIFS({rows},{where_not_none(self.column('target'))})"
        return "+".join([applying, *self.execution_cells("points")])

    def _dropped(self) -> str:
        """How many rows do not apply."""
        filled = "+".join(f'({self.column(field)}<>"")' for field in ENTRIES if self.has(field))
        unused = f"SUMPRODUCT((({self._used()})=0)*(({filled})>0))"
        if not self.has("target"):
            return unused
        target = self.column("target")
        return f"{unused}+SUMPRODUCT(1*{each_is_none(target)})"

    def grade(self) -> Formula:
        """等级."""
        total = self.total_cell
        if self.source == "total":
            return Formula(f'IF(ISNUMBER({total}),{self.fact(EXTERNAL_GRADE)}&"","")')
        graded = f"ISNUMBER({total})"
        if self.has("points"):  # with more 分值 than the full total there is nothing to be graded
            graded = f"AND({graded},ROUND({self._weight()},{_GUARD})<={plain(self.policy.number('weights.total'))})"
        return Formula(f'IF({graded},JX_GRADE({total},{POLICY}),"")')

    def total_verdict(self) -> Formula:
        """What is wrong with the extent of the table."""
        return Formula(
            f'IF({self._cut_off()},"错误：紧靠总分上方插入的行没有计入总分，请删除后在指标行中间插入","")'
        )

    def unfinished(self) -> str:
        """Whether 总分 stands at 待完善."""
        return f'${self.layout.columns["earned"]}${self.layout.total}="{UNFINISHED}"'

    @property
    def total_cell(self) -> str:
        """The cell of 总分."""
        return f"{self.layout.columns['earned']}{self.layout.total}"

    def _cut_off(self) -> str:
        letter = self.layout.columns["earned" if self.has("earned") else "points"]
        return f"ROW()-ROW({letter}{self.layout.last})>1"


def _is_number(cells: str) -> str:
    """For every cell whether it holds a number, as an array: a number compares less than any text."""
    return f'({cells}<>"")*({cells}<"")'
