"""The formulas of the head of 自评表: its year, and the 执行率 with its points.

They call no function while there is no money: see `row_formulas`.
"""

from __future__ import annotations

from jxbook.form.facts import FINISHED, RECEIVED
from jxbook.formulas.expression import Expression
from jxbook.formulas.function import named
from jxbook.formulas.worksheet import AND, IF, OR
from jxbook.native import fallback
from jxbook.scoring.execution_formula import divides_received, divisor
from jxbook.template.formula_cells import Cells
from jxbook.template.sheet_writer import Formula
from jxbook.template.title import TITLE_YEAR, title_year
from jxbook.workbook.names import YEAR_CELL


def subtitle() -> Formula:
    """The line under the title; see `title`."""
    return Formula(TITLE_YEAR.text({"year": YEAR_CELL}), title_year())


class MoneyFormulas(Cells):
    """The formulas of the row 年度资金总额."""

    __slots__ = ()

    def rate(self) -> Formula:
        """执行率."""
        call = named("JX_RATE")(self._divisor(), self.funds("spent"), self.policy_id)
        shown = fallback.rate(call, self.policy, *self._compared())
        return Formula(IF(self._no_money(), "", shown).text())

    def execution(self) -> Formula:
        """得分 of the 执行率."""
        return Formula(self.earned().text())

    def earned(self) -> Expression:
        """What the 执行率 earns; without points of its own it needs no money."""
        points = self.funds("points")
        by_steps = self.policy.word("execution.method") == "steps"
        finished = [self.fact(FINISHED)] if by_steps else []
        call = named("JX_EXECUTION")(self._divisor(), self.funds("spent"), points, self.policy_id, *finished)
        shown = fallback.execution(call, self.policy, *self._compared(), points, usable=self.knows_policy)
        return IF(AND(self._no_money(), points.differs(0)), "", shown)

    def _divisor(self) -> Expression:
        """全年预算数, or 实际到位资金 where the policy asks for it and it is filled in."""
        return self._divided_by(self.funds("budget"))

    def _divided_by(self, budget: Expression) -> Expression:
        received = self._received
        return divisor(budget, received) if received else budget

    def _compared(self) -> tuple[Expression, Expression]:
        """What is divided by, and what was spent, as the formulas that need no function divide them."""
        return self._divided_by(self.plain_funds("budget")), self.plain_funds("spent")

    def _no_money(self) -> Expression:
        budget, spent, received = self.funds("budget"), self.funds("spent"), self._received
        none = budget.equals("")
        return OR(AND(received.equals(""), none) if received else none, spent.equals(""))

    @property
    def _received(self) -> Expression | None:
        """The cell of 实际到位资金, None where the 执行率 is no share of it."""
        return self.fact(RECEIVED) if divides_received(self.policy) else None
