"""资金投入和使用情况 as paragraphs, and 资金管理 in the analysis of the process."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.report.sentences.money_budget import budgeted
from jxbook.report.sentences.money_spent import spent
from jxbook.report.sentences.money_unspent import unspent


def money(facts: Facts) -> str:
    """The paragraphs on money; "" where nothing is filled in."""
    budget, spending = budgeted(facts), spent(facts)
    if spending.startswith("预算执行率") and budget.endswith("。"):
        budget = f"{budget[:-1]}，"
    first = [budget, spending]
    if facts.funds.left is None:
        first = ["".join(first)]
    return "\n".join(part for part in (*first, unspent(facts)) if part)


def execution(facts: Facts) -> str:
    """资金管理方面, in the analysis of the process."""
    funds = facts.funds
    if not funds.known or funds.rate is None:
        return ""
    rate = funds.rate.as_rate(funds.places)
    score = f"，得{funds.earned}分（分值{funds.points}分）" if funds.earned is not None else ""
    text = f"资金管理方面，预算执行率{rate}{score}"
    return f"{text}{_lowest(facts)}。"


def _lowest(facts: Facts) -> str:
    """The two tasks with the lowest 支出率 below that of the whole."""
    rate = facts.funds.rate
    low = [
        (one.rate.number, one)
        for one in facts.tasks.leaving
        if one.rate is not None and rate is not None and one.rate.number < rate.number
    ]
    if not low or len(facts.tasks.items) < 3:
        return ""
    named = [
        f"{one.name}（{one.rate.percent()}）"
        for _, one in sorted(low, key=lambda x: x[0])[:2]
        if one.rate is not None
    ]
    return f"；支出率较低的是{'和'.join(named)}"
