"""JX401 各项资金之和不等于年度资金总额

查什么
    年初预算数、全年预算数、全年执行数三列，当年财政拨款、上年结转资金、其他资金之和是否等于年度资金总额。
    各项都没有填的一列不查。

为什么
    总额就是各项之和，不等说明有一个数填错了，执行率也就不可靠。

示例
    会报：年度资金总额：10、10、10｜当年财政拨款：8、7、8
    不报：年度资金总额：10、10、10｜当年财政拨款：8、8、8

怎么改
    对照预算批复和决算，改正填错的数。

依据
    官方：财预〔2020〕10号附件1（单位自评：年度资金总额，其中：当年财政拨款、上年结转资金、其他资金）
    实践：预算数字前后一致，取自评审要点
    假定：允许的误差0.01
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure

_COLUMNS = (
    ("年初预算数", attrgetter("initial_budget"), attrgetter("initial_amount")),
    ("全年预算数", attrgetter("budget"), attrgetter("budget_amount")),
    ("全年执行数", attrgetter("spent"), attrgetter("spent_amount")),
)


def check(case: Case) -> Iterator[Flaw]:
    funding, tolerance = case.form.funding, case.policy.number("rounding.tolerance")
    for label, column, amount_of in _COLUMNS:
        total = amount_of(funding.total)
        filled = [part for part in funding.parts if not missing(column(part))]
        amounts = [amount_of(part) for part in filled]
        if total is None or not amounts or None in amounts:
            continue  # JX103, JX406
        added = sum(amounts, Decimal(0))
        if abs(added - total) > tolerance:
            yield error(
                column(funding.total),
                f"{label}各项之和是{figure(added)}{funding.unit}，年度资金总额填写为{figure(total)}{funding.unit}",
                f"{grounds.CONTRADICTORY}：年度资金总额应等于其中各项之和",
                "请对照预算批复和决算，改正填错的数",
            )
