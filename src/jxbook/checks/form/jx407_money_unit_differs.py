"""JX407 金额的单位与表头不同

查什么
    金额里写了单位的，是不是与表头“项目资金（万元）”的单位相同。

为什么
    万元和元混用容易看错，差一万倍。本程序按写明的单位换算后计算，其他人和公式未必如此。

示例
    会报：年度资金总额：10、10、98000元
    不报：年度资金总额：10、10、9.8万元

怎么改
    换算成表头的单位，只填数字。

依据
    官方：财预〔2020〕10号附件1（单位自评：表头为项目资金（万元））
    实践：单位混用是评审中的常见问题
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.form import Entry
from jxbook.pattern import pattern

_MONEY_UNIT = pattern(r"\d\s*([百千]?[万亿]?元|[百千]?[万亿])\s*\Z")


def check(case: Case) -> Iterator[Flaw]:
    unit, rule = case.form.funding.unit, case.policy.rule("layout.money_unit")
    for money in case.funding_rows:
        for entry in (money.initial_budget, money.budget, money.spent):
            if _in_other_unit(entry, unit):
                yield warning(
                    entry,
                    f"{money.label}填写为{quote(entry.text)}，表头的单位是{unit}，已换算计算",
                    f"单位混用容易看错；{rule.cited if rule.value == unit else grounds.PRUDENT}",
                    f"请换算成{unit}，只填数字",
                )


def _in_other_unit(money: Entry, unit: str) -> bool:
    """Does an amount name a unit that is not the form's?"""
    match = _MONEY_UNIT.search(money.raw) if isinstance(money.raw, str) else None
    return match is not None and match[1] not in (unit, unit.removesuffix("元"))
