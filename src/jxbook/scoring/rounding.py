"""Rounding as a policy says, and as people read a ratio."""

from __future__ import annotations

from decimal import Decimal

from jxbook.policy import Policy
from jxbook.values.rounding import half_up as half_up


def points_of(number: Decimal, policy: Policy) -> Decimal:
    """A 得分, rounded as the policy says."""
    return half_up(number, int(policy.number("rounding.places")))


def percent(ratio: Decimal, places: int = 2) -> str:
    """A ratio as people read it: 0.97696 → "97.70%", 1 → "100%"."""
    text = f"{half_up(ratio * 100, places):f}"
    return (text.rstrip("0").rstrip(".") if text.rstrip("0").endswith(".") else text) + "%"
