"""How 总分 follows from what was added up, and whether it is graded: the one statement for the formula of the workbook
and for the scoring."""

from __future__ import annotations

from decimal import Decimal

from jxbook.formulas.expression import Expression, Operand, Reference
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import AND, IF, MAX, MIN, ROUND
from jxbook.policy import Policy
from jxbook.policy.once import once_for_each
from jxbook.values.rounding import half_up

_GUARD = 12
"""Places to which a sum of shares is taken before it is rounded as the policy says: thirds that were added up come
back to what they are."""
_ADDED, _WEIGHT, _DROPPED, _TOTAL = map(Reference, ("added", "weight", "dropped", "total"))
_EARNED, _POINTS = Reference("earned"), Reference("points")


def guarded(added: Expression) -> Expression:
    """A sum of shares, free of what adding left behind."""
    return ROUND(added, _GUARD)


def converts(weight: Expression, dropped: Expression, full: Operand) -> Expression:
    """Is the sum converted to the full total: rows do not apply, and the others are worth less than it?"""
    return AND(dropped > 0, weight > 0, weight < full)


def stays_within(total: Expression, full: Operand) -> Expression:
    """Is a total no more than the full one? Else there is nothing to be graded."""
    return total <= full


def weighs_no_more(weight: Expression, full: Operand) -> Expression:
    """Are all 分值 together no more than the full total? Else there is nothing to be graded."""
    return guarded(weight) <= full


def within_points(earned: Expression, points: Expression) -> Expression:
    """What a score counts for that follows from no target: as it is stated, from 0 to its 分值."""
    return MIN(MAX(earned, 0), points)


def rounded_total(
    added: Expression, policy: Policy, weight: Expression | None = None, dropped: Expression | None = None
) -> Expression:
    """The sum as the policy rounds it, converted to the full total where rows do not apply.

    `weight` are all 分值 that apply and `dropped` is how many rows do not; without them nothing is converted.
    """
    places, full = policy.number("rounding.places"), policy.number("weights.total")
    if weight is None or dropped is None or policy.word("not_applicable.method") != "rescaled":
        return ROUND(added if policy.word("rounding.of") == "item" else guarded(added), places)
    exact = guarded(added)
    converted = ROUND(guarded(exact * full / bracketed(weight)), places)
    return IF(converts(weight, dropped, full), converted, ROUND(exact, places))


def total_points(added: Decimal, weight: Decimal, dropped: int, policy: Policy) -> tuple[Decimal, bool]:
    """The total that `rounded_total` comes to, and whether it was converted."""
    given = {"added": added, "weight": weight, "dropped": Decimal(dropped)}
    rescaled = policy.word("not_applicable.method") == "rescaled"
    converted = rescaled and _converts(policy).over(given) is True
    points = _rounded(policy).over(given)
    assert isinstance(points, Decimal)
    return points, converted


def is_graded(total: Decimal, weight: Decimal, policy: Policy) -> bool:
    """Has a total a grade, all 分值 together being `weight`? See `stays_within` and `weighs_no_more`."""
    return _graded(policy).over({"total": total, "weight": weight}) is True


@once_for_each
def _converts(policy: Policy) -> Expression:
    return converts(_WEIGHT, _DROPPED, policy.number("weights.total"))


@once_for_each
def _rounded(policy: Policy) -> Expression:
    return rounded_total(_ADDED, policy, _WEIGHT, _DROPPED)


@once_for_each
def _graded(policy: Policy) -> Expression:
    full = policy.number("weights.total")
    return AND(stays_within(_TOTAL, full), weighs_no_more(_WEIGHT, full))


def counts_for(earned: Decimal, points: Decimal) -> Decimal:
    """What `within_points` comes to."""
    number = within_points(_EARNED, _POINTS).over({"earned": earned, "points": points})
    assert isinstance(number, Decimal)
    return number


def free_of_residues(added: Decimal) -> Decimal:
    """What `guarded` comes to."""
    return half_up(added, _GUARD)
