"""JX416 到位率、节约率与金额不符

查什么
    三级指标是资金到位率、成本节约率的，实际完成值与“实际到位资金”和全年预算数、与“成本效益”中的计划成本和实际成本算出的
    是否一致（按所写的小数位）。

为什么
    这两个比率有公式，一算就能发现填错；金额和比率对不上，评审时会要求核对。

示例
    会报：实际到位资金：8｜三级指标：资金到位率｜年度指标值：≥100%｜实际完成值：100%
    会报：三级指标：成本节约率｜年度指标值：≥1%｜实际完成值：20%｜成本效益：成本项目 场地费，计划数量 20，计划单位成本 0.2，实际数量 20，实际单位成本 0.18
    不报：实际到位资金：8｜三级指标：资金到位率｜年度指标值：≥100%｜实际完成值：80%
    不报：三级指标：成本节约率｜年度指标值：≥1%｜实际完成值：10%｜成本效益：成本项目 场地费，计划数量 20，计划单位成本 0.2，实际数量 20，实际单位成本 0.18

怎么改
    改成计算的值；金额填错的，先改金额。

依据
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：资金到位率=（实际到位资金/预算资金）×100%；成本节约率=[（计划成本-实际成本）/计划成本]×100%）
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote, rate
from jxbook.form import NO_ENTRY
from jxbook.form.facts import RECEIVED
from jxbook.pattern import pattern
from jxbook.scoring import half_up
from jxbook.values import fold
from jxbook.values.rounding import decimals

_RECEIVED = pattern(r"(?:项目|预算|财政)?资金到位率(?:\(.*\))?\Z")
_SAVED = pattern(r"(?:项目|产出)?成本节约率(?:\(.*\))?\Z")
_RECEIVED_BY = "财预〔2020〕10号附件2（参考）：资金到位率=（实际到位资金/预算资金）×100%"
_SAVED_BY = "财预〔2020〕10号附件2（参考）：成本节约率=[（计划成本-实际成本）/计划成本]×100%"


def check(case: Case) -> Iterator[Flaw]:
    for row in case.rows:
        one = row.indicator
        if "率" not in one.name.text or one.actual_value.bound:
            continue
        name, actual = fold(one.name.text), one.actual
        if _RECEIVED.match(name):
            right, how, why = _received(case), "实际到位资金÷全年预算数", _RECEIVED_BY
        elif _SAVED.match(name):
            right, how, why = _saved(case), "（计划成本－实际成本）÷计划成本", _SAVED_BY
        else:
            continue
        if (stated := row.percentage) is None:
            continue
        places = decimals(stated)
        if right is not None and half_up(right * 100, places) != half_up(stated, places):
            yield warning(
                actual,
                f"{row.title}的实际完成值{quote(actual.text)}，按{how}计算是{rate(right)}",
                why,
                f"请改为{rate(right)}，或检查金额是否填错",
            )


def _received(case: Case) -> Decimal | None:
    received, budget = (
        case.form.project.facts.get(RECEIVED, NO_ENTRY).number,
        case.form.funding.total.budget_amount,
    )
    return None if received is None or not budget else received / budget


def _saved(case: Case) -> Decimal | None:
    """By all rows of 成本效益; None where one has a gap."""
    planned = spent = Decimal(0)
    for one in case.form.records.costs:
        held = [entry.number for entry in (one.planned_quantity, one.planned_cost, one.quantity, one.cost)]
        if any(number is None for number in held):
            return None
        planned += (held[0] or Decimal(0)) * (held[1] or Decimal(0))
        spent += (held[2] or Decimal(0)) * (held[3] or Decimal(0))
    return (planned - spent) / planned if planned else None
