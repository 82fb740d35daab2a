"""JX415 说明的结余与未支出的资金不符

查什么
    文字里写明的结余、未支付、尚未支出的金额，与全年预算数减去全年执行数是否一致（按所写的单位和小数位比较）；
    分几笔写的，看合计。上年结转、以前年度的，约数，不查。

为什么
    说明的钱和没有花的钱对不上，等于没有说明。

示例
    会报：年度资金总额：10、10、8｜报告素材：结余资金1.2万元，已交回财政。
    不报：年度资金总额：10、10、8｜报告素材：结余资金2万元，已交回财政。

怎么改
    核对两处的金额，改正写错的一处；结余有几笔的，逐笔写全。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure, listed
from jxbook.dataclass import dataclass
from jxbook.form import Entry, yuan_in
from jxbook.pattern import pattern
from jxbook.prose import figured_clauses

_LEFT = pattern(r"结余|剩余|未支出|未支付|未付|未使用|未执行|待支付|未形成支出")
_EARLIER = pattern(
    r"上年|往年|以前年度|去年|结转资金|年初|20\d\d年(?:底|末)?结[转余]|每|人均|单价|累计|节约|节省|单位自有|列支|约|近|[余多几][万千百]?元|左右"
)
_BEHIND = 10
"""Characters between the word and its amount."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount in 元 that a text says is left, and how exactly it is written."""

    entry: Entry
    text: str
    amount: Decimal
    step: Decimal


def check(case: Case) -> Iterator[Flaw]:
    total = case.form.funding.total
    budget, spent = total.budget_amount, total.spent_amount
    if budget is None or spent is None or spent > budget:
        return
    factor = yuan_in(case.form.funding.unit)
    left = (budget - spent) * factor
    told = list(_told(case))
    if not told:
        return
    sums = (
        [[one] for one in told]
        + [
            [one for one in told if one.entry is entry]
            for entry in {id(one.entry): one.entry for one in told}.values()
        ]
        + [told]
    )
    if any(abs(sum(one.amount for one in each) - left) <= sum(one.step for one in each) / 2 for each in sums):
        return
    first = told[0]
    shown = figure(left / factor)
    yield warning(
        first.entry,
        f"文中写明没有支出的是{listed(dict.fromkeys(one.text for one in told))}，全年预算数减去全年执行数是{shown}{total.unit}",
        f"两处应当一致；{grounds.TRUE.cite(case.policy)}",
        "请核对两处的金额，改正写错的一处；有几笔的，逐笔写全",
    )


def _told(case: Case) -> Iterator[_Told]:
    for _, entry, line in case.money_lines:
        if not _LEFT.search(line):
            continue
        for clause, held in figured_clauses(line):
            word = _LEFT.search(clause.text)
            if word is None or _EARLIER.search(clause.text):
                continue
            for one in held:
                near = 0 <= one.start - word.end() <= _BEHIND or 0 <= word.start() - one.end <= _BEHIND
                if near and one.amount is not None and one.number is not None:
                    exponent = one.number.as_tuple().exponent
                    assert isinstance(exponent, int)
                    step = (
                        one.amount / one.number * Decimal(1).scaleb(min(exponent, 0))
                        if one.number
                        else Decimal(0)
                    )
                    yield _Told(entry, one.text, one.amount, step)
