"""Rounding as a policy says, and as people read a ratio."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jxbook.policy import Policy
from jxbook.values.rounding import half_up as half_up


def points_of(number: Decimal, policy: Policy) -> Decimal:
    """A 得分, rounded as the policy says."""
    return half_up(number, int(policy.number("rounding.places")))


_MOST_PLACES = 12


def percent(ratio: Decimal, places: int = 2, apart: Iterable[Decimal] = ()) -> str:
    """A ratio as people read it: 0.97696 → "97.70%", 1 → "100%".

    It has as many more places as tell it from each ratio of `apart`: 0.99995 from 1 is "99.995%".
    """
    bounds = {bound * 100 for bound in apart} - {ratio * 100}
    while places < _MOST_PLACES and half_up(ratio * 100, places) in bounds:
        places += 1
    text = f"{half_up(ratio * 100, places):f}"
    return (text.rstrip("0").rstrip(".") if text.rstrip("0").endswith(".") else text) + "%"
