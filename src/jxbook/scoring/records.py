"""What follows from the records beside the form: costs as planned and as they came out, sums of sub-projects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jxbook.form import CostItem, Entry, SubProject, amount
from jxbook.scoring.rounding import half_up
from jxbook.values import fold

MONEY_PLACES, RATE_PLACES = 6, 4
"""Decimal places of an amount of money and of a ratio, as the sheets beside the form reckon them."""

_WHOLE = frozenset({"全部", "全部指标", "所有指标", "各项指标", "整个项目", "项目整体"})
_MONEY = frozenset({"预算执行率", "执行率", "项目资金"})
_ABSENT = frozenset({"无", "否", "没有", "缺", "暂缺", "未提供", "待补", "待补充", "×"})


@dataclass(frozen=True, slots=True)
class Cost:
    """计划成本 and 实际成本 in the form's money unit, None where not to be reckoned.

    `paired`: every item has both, so that the two can be compared.
    """

    planned: Decimal | None
    actual: Decimal | None
    paired: bool = True

    @property
    def saved(self) -> Decimal | None:
        """节约额: 计划成本 − 实际成本, negative where it cost more."""
        if self.planned is None or self.actual is None or not self.paired:
            return None
        return half_up(self.planned - self.actual, MONEY_PLACES)

    @property
    def rate(self) -> Decimal | None:
        """节约率: （计划成本－实际成本）÷计划成本 as a ratio; as 财预〔2020〕10号附件2 defines 成本节约率."""
        if self.saved is None or not self.planned or self.planned < 0:
            return None
        return half_up(self.saved / self.planned, RATE_PLACES)


def cost_of(item: CostItem, unit: str) -> Cost:
    """What one item cost; `unit` is the form's money unit."""
    return Cost(
        _product(item.planned_quantity.number, amount(item.planned_cost, unit)),
        _product(item.quantity.number, amount(item.cost, unit)),
    )


def total_cost(items: Iterable[CostItem], unit: str) -> Cost:
    """What all items together cost: the sums of those that could be reckoned, None where none could."""
    costs = [cost_of(item, unit) for item in items]
    paired = all((cost.planned is None) == (cost.actual is None) for cost in costs)
    return Cost(_sum(cost.planned for cost in costs), _sum(cost.actual for cost in costs), paired)


@dataclass(frozen=True, slots=True)
class SubProjectSum:
    """Sub-projects of one kind, or all: how many, and their money in the form's unit; None where unknown.

    A row without 数量 counts as one.
    """

    kind: str
    count: Decimal
    budget: Decimal | None
    spent: Decimal | None


def sum_of(subprojects: Iterable[SubProject], unit: str, kind: str = "") -> SubProjectSum:
    """All these sub-projects together."""
    rows = tuple(subprojects)
    return SubProjectSum(
        kind,
        sum((Decimal(1) if row.count.number is None else row.count.number for row in rows), Decimal(0)),
        _sum(amount(row.budget, unit) for row in rows),
        _sum(amount(row.spent, unit) for row in rows),
    )


def by_kind(subprojects: Iterable[SubProject], unit: str) -> tuple[SubProjectSum, ...]:
    """The sub-projects by 类别, in the order in which the kinds first appear."""
    groups: dict[str, list[SubProject]] = {}
    for row in subprojects:
        groups.setdefault(row.kind.text, []).append(row)
    return tuple(sum_of(rows, unit, kind) for kind, rows in groups.items())


def supports(evidence: Entry, name: str) -> bool:
    """Does 对应三级指标 of a paper name this indicator, alone or among others?"""
    return bool(name.strip()) and fold(name) in fold(evidence.text)


def covers_all(evidence: Entry) -> bool:
    """Does a paper support every indicator?"""
    return fold(evidence.text) in _WHOLE


def about_money(evidence: Entry) -> bool:
    """Does a paper support the 执行率, which is no indicator of the table?"""
    return fold(evidence.text) in _MONEY


def is_missing(present: Entry) -> bool:
    """Does 是否具备 say that a paper is not there? A blank says nothing."""
    return fold(present.text) in _ABSENT


def _product(quantity: Decimal | None, cost: Decimal | None) -> Decimal | None:
    return None if quantity is None or cost is None else half_up(quantity * cost, MONEY_PLACES)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [one for one in amounts if one is not None]
    return half_up(sum(known, Decimal(0)), MONEY_PLACES) if known else None
