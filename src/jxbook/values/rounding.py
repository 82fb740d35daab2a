"""Rounding as offices round: decimal, half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache


def half_up(number: Decimal, places: int) -> Decimal:
    """Round half up: half_up(Decimal("2.675"), 2) → 2.68. A number too large for that stays as it is."""
    if number.adjusted() + places > 25:
        return number
    return number.quantize(_step(places), ROUND_HALF_UP)


def decimals(number: Decimal) -> int:
    """With how many decimals a number is written, zeros at its end apart: 97.70 → 1, 100 → 0."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@lru_cache(maxsize=32)
def _step(places: int) -> Decimal:
    """One in the last place: 0.01 for 2."""
    return Decimal(1).scaleb(-places)
