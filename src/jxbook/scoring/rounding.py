"""Rounding as offices round: decimal, half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from jxbook.policy import Policy


def half_up(number: Decimal, places: int) -> Decimal:
    """Round half up: half_up(Decimal("2.675"), 2) → 2.68. A number too large for that stays as it is."""
    if number.adjusted() + places > 25:
        return number
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def points_of(number: Decimal, policy: Policy) -> Decimal:
    """A 得分, rounded as the policy says."""
    return half_up(number, int(policy.number("rounding.places")))


def percent(ratio: Decimal, places: int = 2) -> str:
    """A ratio as people read it: 0.97696 → "97.70%", 1 → "100%"."""
    text = f"{half_up(ratio * 100, places):f}"
    return (text.rstrip("0").rstrip(".") if text.rstrip("0").endswith(".") else text) + "%"
