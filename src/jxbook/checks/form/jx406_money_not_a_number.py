"""JX406 资金行填写的不是数或小于0

查什么
    资金各行的年初预算数、全年预算数、全年执行数和执行率的分值是不是不小于0的数。填“无”“—”和空着的不查。

为什么
    金额不是数就不能计算执行率和核对合计；分值不是数，执行率就没有得分，总分也就待完善。

示例
    会报：年度资金总额：10、10、全部支出
    会报：当年财政拨款：8、8、-2
    会报：年度资金总额：10、10、9｜执行率的分值：若干
    不报：年度资金总额：10、10、9.8

怎么改
    只填数字，金额的单位按表头。没有发生的填0。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import quote
from jxbook.scoring.given import points_in
from jxbook.values import Misfit


def check(case: Case) -> Iterator[Flaw]:
    yield from _points(case)
    for money in case.funding_rows:
        for label, entry, number in (
            ("年初预算数", money.initial_budget, money.initial_amount),
            ("全年预算数", money.budget, money.budget_amount),
            ("全年执行数", money.spent, money.spent_amount),
        ):
            if entry.raw is None or (number is not None and number >= 0) or entry.blank or entry.none:
                continue
            yield error(
                entry,
                f"{money.label}的{label}{quote(entry.text)}{'不是数' if number is None else '小于0'}",
                grounds.impossible(number, f"这样的金额不能计算执行率；{grounds.TRUE.cite(case.policy)}"),
                f"请只填数字，单位是{case.form.funding.unit}；没有发生的填0",
            )


def _points(case: Case) -> Iterator[Flaw]:
    entry = case.form.funding.points
    if case.scoring.policy.pointless or entry.blank or entry.none:
        return
    points = points_in(entry)
    if isinstance(points, Misfit) or (points is not None and points < 0):
        unread = isinstance(points, Misfit)
        yield error(
            entry,
            f"执行率的分值{quote(entry.text)}{'不是可以计分的数' if unread else '小于0'}",
            grounds.impossible(None if unread else entry.number, "这样的分值不能计分，总分也就没有"),
            "请填写不小于0的数，只写数字；执行率不计分的填0",
        )
