"""Rounding as offices round: decimal, half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def half_up(number: Decimal, places: int) -> Decimal:
    """Round half up: half_up(Decimal("2.675"), 2) → 2.68. A number too large for that stays as it is."""
    if number.adjusted() + places > 25:
        return number
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
