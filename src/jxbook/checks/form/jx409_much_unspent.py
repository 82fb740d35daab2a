"""JX409 未支出的资金较多

查什么
    没有支出的资金占全年预算数的比例，是否超过政策规定的界限（如20%），又没有说明去向。没有规定界限的政策不查。

为什么
    结转结余较多的，财政部门会问是否收回、下年预算是否核减。

示例
    会报：政策里的execution.unspent_warning：20｜年度资金总额：10、10、7
    不报：政策里的execution.unspent_warning：20｜年度资金总额：10、10、7｜报告素材：结余3万元已交回财政。

怎么改
    在“报告素材”的资金情况部分写明未支出的资金是结转、结余还是已交回；执行数填错的，改正。

依据
    实践：界限取自填报系统的提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.pattern import pattern
from jxbook.scoring import percent

_SPOKEN_OF = pattern(r"结转|结余|剩余|收回|交回|上缴|缴回|未支出|未支付|尚未支|未使用")


def check(case: Case) -> Iterator[Flaw]:
    rule, total = case.policy.optional("execution.unspent_warning"), case.form.funding.total
    budget, spent = total.budget_amount, total.spent_amount
    if rule is None or budget is None or spent is None or budget <= 0:
        return
    limit, unspent = rule.number, budget - spent
    if unspent * 100 <= limit * budget or case.told(_SPOKEN_OF):
        return
    yield warning(
        total.spent,
        f"未支出{figure(unspent)}{total.unit}，占全年预算数的{percent(unspent / budget)}，没有说明去向",
        f"超过{figure(limit)}%的应核对；{rule.cited}",
        "请在“报告素材”中写明是结转、结余还是已交回；执行数填错的，请改正",
    )
