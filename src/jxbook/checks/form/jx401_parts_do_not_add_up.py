"""JX401 各项资金之和不等于年度资金总额

查什么
    年初预算数、全年预算数、全年执行数三列，当年财政拨款、上年结转资金、其他资金之和是否等于年度资金总额。
    各项都没有填的一列不查。中间有“小计”的，小计与它上面或下面的各项也这样核对；各项写着“其中”的，可以小于小计。

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

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure
from jxbook.form import Entry, FundingRow, FundingSum

_COLUMNS = (
    ("年初预算数", attrgetter("initial_budget"), attrgetter("initial_amount")),
    ("全年预算数", attrgetter("budget"), attrgetter("budget_amount")),
    ("全年执行数", attrgetter("spent"), attrgetter("spent_amount")),
)


def check(case: Case) -> Iterator[Flaw]:
    funding = case.form.funding
    innermost = tuple(part for row in funding.parts for part in _inside(row, funding.sums))
    for label, column, amount_of in _COLUMNS:
        total, added = amount_of(funding.total), _added(funding.parts, column, amount_of)
        whole = _agree(case, total, added)  # JX103, JX406 where there is no such amount
        by_sum = not whole and _agree(case, total, _added(innermost, column, amount_of))
        if not whole and not by_sum:
            yield _flaw(case, column(funding.total), label, "年度资金总额", total, added)
        for one in funding.sums:
            stated, added = amount_of(one.row), _added(one.parts, column, amount_of)
            short = one.some and not by_sum and stated is not None and added is not None and added < stated
            if not short and not _agree(case, stated, added):
                yield _flaw(case, column(one.row), label, one.row.label, stated, added)


def _inside(row: FundingRow, sums: tuple[FundingSum, ...]) -> tuple[FundingRow, ...]:
    """What a line sums up, else the line itself."""
    return next((one.parts for one in sums if one.row is row), (row,))


def _added(
    parts: tuple[FundingRow, ...],
    column: Callable[[FundingRow], Entry],
    amount_of: Callable[[FundingRow], Decimal | None],
) -> Decimal | None:
    """What the parts come to; None where none is filled in, or one is no amount."""
    amounts = [amount_of(part) for part in parts if not missing(column(part))]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _agree(case: Case, stated: Decimal | None, added: Decimal | None) -> bool:
    """Are they the same, or is one of them not known?"""
    if stated is None or added is None:
        return True
    return abs(added - stated) <= case.policy.number("rounding.tolerance")


def _flaw(
    case: Case, at: Entry, label: str, name: str, stated: Decimal | None, added: Decimal | None
) -> Flaw:
    unit = case.form.funding.unit
    return error(
        at,
        f"{label}各项之和是{figure(added or Decimal(0))}{unit}，{name}填写为{figure(stated or Decimal(0))}{unit}",
        f"{grounds.CONTRADICTORY}：{name}应等于其中各项之和",
        "请对照预算批复和决算，改正填错的数",
    )
