"""JX418 年初预算数加调整不等于全年预算数

查什么
    表中另列预算调整（调增、调减、追加、核减）的，年初预算数加上调整是否等于全年预算数。另列上年结转
    的不查。

为什么
    三个数里有一个填错了。全年预算数填错，执行率和得分就错。

示例
    会报：年度资金总额：10、12、11｜年度资金总额的调增：1
    不报：年度资金总额：10、12、11｜年度资金总额的调增：2

怎么改
    核对预算批复和调整文件，改正填错的数；上年结转等另外计入全年预算的，写明。

依据
    假定：年初预算数加调整数即全年预算数，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.form import amount


def check(case: Case) -> Iterator[Flaw]:
    for money in case.funding_rows:
        changed = amount(money.change, money.unit)
        first, budget = money.initial_amount, money.budget_amount
        if changed is None or first is None or budget is None:
            continue
        if abs(first + changed - budget) <= case.policy.number("rounding.tolerance"):
            continue
        by = f"{'调增' if changed >= 0 else '调减'}{figure(abs(changed))}"
        yield warning(
            money.budget,
            f"{money.label}的年初预算数{figure(first)}{money.unit}，{by}{money.unit}，合计{figure(first + changed)}"
            f"{money.unit}，全年预算数填写为{figure(budget)}{money.unit}",
            f"{grounds.CONTRADICTORY}；{grounds.PRUDENT}",
            "请核对预算批复和调整文件，改正填错的数；上年结转等另外计入全年预算数的，请在“报告素材”中写明",
        )
