"""JX405 预算有调整，没有说明

查什么
    年度资金总额的年初预算数与全年预算数不同时，报告素材里有没有谈到调整。

为什么
    评审时会问预算为什么调整、依据是什么。

示例
    会报：年度资金总额：12、10、10
    不报：年度资金总额：12、10、10｜报告素材：9月按批复调减2万元。

怎么改
    在“报告素材”的资金情况部分写明调整的时间、金额和批复。

依据
    实践：取自评审要点，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.wording import figure
from jxbook.pattern import pattern

_SPOKEN_OF = pattern(r"调整|追加|调增|调减|追减|压减|核减|收回(?:资金|预算|指标)|增加预算|减少预算")


def check(case: Case) -> Iterator[Flaw]:
    total = case.form.funding.total
    if total.initial_budget.raw is None:
        return
    initial, budget = total.initial_amount, total.budget_amount
    if initial is None or budget is None or initial == budget or case.told(_SPOKEN_OF):
        return
    yield note(
        total.budget,
        f"年初预算数{figure(initial)}{total.unit}，全年预算数{figure(budget)}{total.unit}，没有说明调整的情况",
        f"预算调整应有说明，是{grounds.REVIEWED}",
        "请在“报告素材”中写明调整的时间、金额和批复",
    )
