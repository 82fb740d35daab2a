"""The formulas of the head of 自评表: its year, and the 执行率 with its points.

They call no function while there is no money: see `row_formulas`.
"""

from __future__ import annotations

from jxbook.form.facts import FINISHED, RECEIVED
from jxbook.template.formula_cells import Cells
from jxbook.template.paper import Formula
from jxbook.workbook.names import POLICY, YEAR_CELL


def subtitle() -> Formula:
    """（2024年度）, with room to write while no year is given."""
    return Formula(f'"（"&IF({YEAR_CELL}="","        ",{YEAR_CELL})&"年度）"', "（        年度）")


class MoneyFormulas(Cells):
    """The formulas of the row 年度资金总额."""

    __slots__ = ()

    def rate(self) -> Formula:
        """执行率."""
        divisor, spent = self._divisor(), self.funds("spent")
        return Formula(f'IF({self._no_money()},"",JX_RATE({divisor},{spent},{POLICY}))')

    def execution(self) -> Formula:
        """得分 of the 执行率; without points of its own it needs no money."""
        points = self.funds("points")
        arguments = [self._divisor(), self.funds("spent"), points, POLICY]
        if self.policy.word("execution.method") == "steps":
            arguments.append(self.fact(FINISHED))
        call = f"JX_EXECUTION({','.join(arguments)})"
        return Formula(f'IF(AND({self._no_money()},{points}<>0),"",{call})')

    def _divisor(self) -> str:
        """全年预算数, or 实际到位资金 where the policy asks for it and it is filled in."""
        budget = self.funds("budget")
        return f'IF({self._received}="",{budget},{self._received})' if self._received else budget

    def _no_money(self) -> str:
        budget, spent = self.funds("budget"), self.funds("spent")
        no_divisor = f'AND({self._received}="",{budget}="")' if self._received else f'{budget}=""'
        return f'OR({no_divisor},{spent}="")'

    @property
    def _received(self) -> str:
        """The cell of 实际到位资金, "" where the 执行率 is no share of it."""
        received = self.policy.word("execution.rate_of") == "received"
        return self.fact(RECEIVED) if received else ""
