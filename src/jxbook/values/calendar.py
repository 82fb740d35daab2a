"""Months in days: how many days so many months can last, by the calendar."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jxbook.values.moments import days_in

_CYCLE = [days_in(year, month) for year in (2021, 2022, 2023, 2024) for month in range(1, 13)]
_AGES = 120_000
"""Beyond ten thousand years the calendar makes no difference."""
_SHORTEST, _LONGEST = Decimal(28), Decimal(31)


def days_of(months: Decimal) -> tuple[Decimal, Decimal]:
    """The fewest and the most days that so many months last: 3 → 89 and 92, 12 → 365 and 366. For 0 and more."""
    if months > _AGES:
        return months * sum(_CYCLE) / len(_CYCLE), months * sum(_CYCLE) / len(_CYCLE)
    cycles, left = divmod(months, len(_CYCLE))
    whole = int(left)
    fewest, most = _of(whole)
    part, before = left - whole, cycles * sum(_CYCLE)
    return before + fewest + part * _SHORTEST, before + most + part * _LONGEST


@lru_cache(maxsize=64)
def _of(months: int) -> tuple[int, int]:
    days = [sum((_CYCLE * 2)[start : start + months]) for start in range(len(_CYCLE))]
    return min(days), max(days)
