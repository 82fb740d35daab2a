"""JX404 执行数大于预算数

查什么
    年度资金总额和各项资金，全年执行数有没有大于全年预算数。

为什么
    支出不应超出预算。预算有追加的，全年预算数应填调整后的数。

示例
    全年预算数 10，全年执行数 10.5

怎么改
    预算有调整的，把全年预算数改为调整后的数；执行数填错的，改执行数。

依据
    假定：执行数大于预算数时提醒，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure


def check(case: Case) -> Iterator[Flaw]:
    for money in case.funding_rows:
        budget, spent = money.budget_amount, money.spent_amount
        if budget is not None and spent is not None and spent > budget >= 0:
            yield warning(
                money.spent,
                f"{money.label}的全年执行数{figure(spent)}大于全年预算数{figure(budget)}{money.unit}",
                f"支出不应超出预算；{grounds.PRUDENT}",
                "预算有调整的，请把全年预算数改为调整后的数；否则请改正执行数",
            )
