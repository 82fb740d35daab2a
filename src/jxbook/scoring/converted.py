"""How 总分 follows from what was added up: the one statement for the formula of the workbook and for the scoring."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.formulas.expression import Contents, Expression, Operand, Reference
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import AND, IF, ISNUMBER, ROUND
from jxbook.policy import Policy
from jxbook.values.rounding import half_up

_GUARD = 12
"""Places to which a sum of shares is taken before it is rounded as the policy says: thirds that were added up come
back to what they are."""
_ADDED, _WEIGHT, _DROPPED = map(Reference, ("added", "weight", "dropped"))


def guarded(added: Expression) -> Expression:
    """A sum of shares, free of what adding left behind."""
    return ROUND(added, _GUARD)


def converts(weight: Expression, dropped: Expression, full: Operand) -> Expression:
    """Is the sum converted to the full total: rows do not apply, and the others are worth less than it?"""
    return AND(dropped > 0, weight > 0, weight < full)


def is_total(stated: Expression, full: Operand) -> Expression:
    """Is what a third party stated a total?"""
    return AND(ISNUMBER(stated), stated >= 0, stated <= full)


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
    full = policy.number("weights.total")
    given = {"added": added, "weight": weight, "dropped": Decimal(dropped)}
    rescaled = policy.word("not_applicable.method") == "rescaled"
    converted = rescaled and _true(converts(_WEIGHT, _DROPPED, full), given)
    points = rounded_total(_ADDED, policy, _WEIGHT, _DROPPED).value(Contents(given.__getitem__))
    assert isinstance(points, Decimal)
    return points, converted


def free_of_residues(added: Decimal) -> Decimal:
    """What `guarded` comes to."""
    return half_up(added, _GUARD)


def is_stated_total(stated: Decimal | None, policy: Policy) -> bool:
    """Is a number that a third party stated a total? See `is_total`."""
    return _true(is_total(Reference("stated"), policy.number("weights.total")), {"stated": stated})


def _true(said: Expression, given: Mapping[str, Decimal | None]) -> bool:
    return said.value(Contents(given.__getitem__)) is True
