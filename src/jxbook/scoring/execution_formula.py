"""执行率 and the points that follow from two amounts: the one statement for the formulas of the workbook and for the
scoring. What hangs on 项目是否完成 only the scoring tells."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from jxbook.formulas.contents import Value
from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.worksheet import AND, IF, ISNUMBER, MIN, ROUND, N
from jxbook.policy import Policy
from jxbook.policy.once import once_for_each
from jxbook.scoring.steps import numbered

_ALL = Decimal(1)
_GUARD = 11
"""Places to which a quotient is taken before it is rounded or compared: a spreadsheet reckons in binary fractions."""
_BUDGET, _RECEIVED, _SPENT, _POINTS = map(Reference, ("budget", "received", "spent", "points"))


def are_amounts(budget: Expression, spent: Expression) -> Expression:
    """Can the one be divided by the other?"""
    return AND(ISNUMBER(budget), ISNUMBER(spent), N(budget) > 0, N(spent) >= 0)


def rate(budget: Expression, spent: Expression, policy: Policy) -> Expression:
    """执行率 as the policy rounds it, "" without a positive budget or without a spent amount."""
    places = policy.number("execution.rate_places") + 2
    return IF(are_amounts(budget, spent), ROUND(quotient(budget, spent), places), "")


def quotient(budget: Expression, spent: Expression) -> Expression:
    """执行率 as it is compared."""
    return ROUND(spent / budget, _GUARD)


def divides_received(policy: Policy) -> bool:
    """Is 执行率 a share of 实际到位资金, where that is filled in?"""
    return policy.word("execution.rate_of") == "received"


def divisor(budget: Expression, received: Expression) -> Expression:
    """What the spent amount is divided by there."""
    return IF(received.equals(""), budget, received)


def is_blocked(budget: Expression, spent: Expression, policy: Policy) -> Expression:
    """Was more spent than can be true?"""
    return quotient(budget, spent) > policy.number("execution.block_above") / 100


def points_by_ratio(budget: Expression, spent: Expression, points: Expression, policy: Policy) -> Expression:
    """The share of the 分值 that was spent."""
    return MIN(points, _rounded(points * spent / budget, policy))


def points_by_share(share: Decimal, points: Expression, policy: Policy) -> Expression:
    """What a step is worth."""
    return points if share == 1 else MIN(points, _rounded(points * share, policy))


def share_of_whole(policy: Policy) -> Decimal:
    """What the whole budget is worth, or a project that is done within it."""
    by_steps = policy.word("execution.method") == "steps"
    return numbered(0, policy.values("execution.steps")).share if by_steps else _ALL


def share_above_budget(policy: Policy) -> Decimal:
    """What more than the budget is worth, up to what blocks it."""
    if policy.word("execution.above_budget") == "next_step":
        return numbered(1, policy.values("execution.steps")).share
    return _ALL


def _rounded(points: Expression, policy: Policy) -> Expression:
    if policy.word("rounding.of") == "total":
        return points
    return ROUND(ROUND(points, _GUARD), policy.number("rounding.places"))


# The same over the amounts of a form


def execution_rate(budget: Decimal | None, spent: Decimal | None, policy: Policy) -> Decimal | None:
    """What `rate` comes to, None for ""."""
    found = _over(_rate(policy), budget, spent)
    return found if isinstance(found, Decimal) else None


def divided_by(budget: Decimal | None, received: Decimal | str | None) -> Decimal | None:
    """What `divisor` comes to; None for what is no amount."""
    found = _divisor().over({_BUDGET.name: budget, _RECEIVED.name: received})
    return found if isinstance(found, Decimal) else None


def blocks(budget: Decimal, spent: Decimal, policy: Policy) -> bool:
    """Does `is_blocked` hold?"""
    return _over(_blocked(policy), budget, spent) is True


def execution_points(
    budget: Decimal, spent: Decimal, points: Decimal, share: Decimal | None, policy: Policy
) -> Decimal:
    """What `points_by_share` comes to, without a share `points_by_ratio`."""
    earned = _points_by_ratio(policy) if share is None else points_by_share(share, _POINTS, policy)
    found = _over(earned, budget, spent, points)
    assert isinstance(found, Decimal)
    return found


@cache
def _divisor() -> Expression:
    return divisor(_BUDGET, _RECEIVED)


@once_for_each
def _rate(policy: Policy) -> Expression:
    return rate(_BUDGET, _SPENT, policy)


@once_for_each
def _blocked(policy: Policy) -> Expression:
    return is_blocked(_BUDGET, _SPENT, policy)


@once_for_each
def _points_by_ratio(policy: Policy) -> Expression:
    return points_by_ratio(_BUDGET, _SPENT, _POINTS, policy)


def _over(
    formula: Expression, budget: Decimal | None, spent: Decimal | None, points: Decimal | None = None
) -> Value:
    return formula.over({_BUDGET.name: budget, _SPENT.name: spent, _POINTS.name: points})
