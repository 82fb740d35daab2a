"""成本效益 and 子项目 in words: what was planned, what it came to, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.form import CostItem, Form, SubProject
from jxbook.report.facts.words import figure, one_line
from jxbook.scoring import percent
from jxbook.scoring.records import Cost, SubProjectSum, by_kind, cost_of, sum_of, total_cost
from jxbook.values import fold, plain

_NOTHING = Cost(None, None)
_DONE = ("完成", "完工", "竣工", "验收", "结项", "结题")
_NOT = ("未", "没", "待", "正在", "部分")


@dataclass(frozen=True, slots=True)
class CostFacts:
    """计划成本 and 实际成本; the difference is `saved` or `exceeded`, `rate` its share of the plan."""

    planned: str
    actual: str
    saved: str
    exceeded: str
    rate: str


@dataclass(frozen=True, slots=True)
class CostItemFacts(CostFacts):
    """A row of 成本效益."""

    name: str
    unit: str
    planned_quantity: str
    planned_cost: str
    quantity: str
    cost: str
    note: str


@dataclass(frozen=True, slots=True)
class CostsFacts(CostFacts):
    """成本效益 as a whole, money in `unit`. The sums are "" while an item is not filled in completely."""

    unit: str
    items: tuple[CostItemFacts, ...]


def costs_facts(form: Form) -> CostsFacts | None:
    """The cost items with their sums, None without any."""
    unit, items = form.funding.unit, form.records.costs
    if not items:
        return None
    whole = all(cost_of(item, unit).saved is not None for item in items)
    rows = tuple(_item(item, unit) for item in items)
    return CostsFacts(*_figures(total_cost(items, unit) if whole else _NOTHING), unit, rows)


def _item(item: CostItem, unit: str) -> CostItemFacts:
    entries = (
        item.name,
        item.unit,
        item.planned_quantity,
        item.planned_cost,
        item.quantity,
        item.cost,
        item.note,
    )
    return CostItemFacts(*_figures(cost_of(item, unit)), *map(one_line, entries))


def _figures(cost: Cost) -> tuple[str, str, str, str, str]:
    saved, rate = cost.saved, cost.rate
    return (
        figure(cost.planned),
        figure(cost.actual),
        plain(saved) if saved is not None and saved > 0 else "",
        plain(-saved) if saved is not None and saved < 0 else "",
        "" if not rate else percent(abs(rate)),
    )


@dataclass(frozen=True, slots=True)
class SubProjectFacts:
    """A row of 子项目."""

    name: str
    kind: str
    count: str
    budget: str
    spent: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The sub-projects of one kind."""

    name: str
    count: str
    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class SubProjectsFacts:
    """All sub-projects, money in `unit`. `done` counts those said to be finished; `kinds` are those with a name."""

    items: tuple[SubProjectFacts, ...]
    count: str
    budget: str
    spent: str
    done: str
    unit: str
    kinds: tuple[KindFacts, ...]


def subprojects_facts(form: Form) -> SubProjectsFacts | None:
    """The sub-projects with their sums, None without any."""
    unit, rows = form.funding.unit, form.records.subprojects
    if not rows:
        return None
    whole = sum_of(rows, unit)
    kinds = tuple(_kind(one) for one in by_kind(rows, unit) if one.kind.strip())
    done = sum_of((row for row in rows if _is_done(row)), unit)
    return SubProjectsFacts(
        tuple(_subproject(row) for row in rows),
        plain(whole.count),
        figure(whole.budget),
        figure(whole.spent),
        plain(done.count) if done.count else "",
        unit,
        kinds,
    )


def _subproject(row: SubProject) -> SubProjectFacts:
    entries = (row.name, row.kind, row.count, row.budget, row.spent, row.status, row.note)
    return SubProjectFacts(*map(one_line, entries))


def _kind(one: SubProjectSum) -> KindFacts:
    return KindFacts(one.kind.strip(), plain(one.count), figure(one.budget), figure(one.spent))


def _is_done(row: SubProject) -> bool:
    """Is it said to be finished? 未完成 and 部分完成 are not."""
    status = fold(row.status.text)
    return any(word in status for word in _DONE) and not status.startswith(_NOT)
