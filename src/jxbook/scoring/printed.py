"""Numbers as an explanation prints them: exact, so that the sum can be reckoned again by hand."""

from __future__ import annotations

from decimal import Decimal

from jxbook.values import Aligned, plain
from jxbook.values.units import PERCENT, Unit

_DIGITS = 15


def in_one_unit(aligned: Aligned, *numbers: Decimal) -> list[str]:
    """Numbers of the aligned scale in one unit of the entries in which each of them is exact: 8, 10 and not 80000."""
    for unit in aligned.units:
        found = [number / unit.factor for number in numbers]
        exact = all(one * unit.factor == number for one, number in zip(found, numbers, strict=True))
        if exact and all(len(one.normalize().as_tuple().digits) <= _DIGITS for one in found):
            return [f"{plain(one)}{_mark(unit)}" for one in found]
    return [plain(number) for number in numbers]


def exact_percent(ratio: Decimal) -> str:
    """A ratio in per cent with all its digits: 0.87654 → 87.654%."""
    return f"{plain((ratio * 100).normalize())}%"


def _mark(unit: Unit) -> str:
    """Only % and ‰ stay with their number: they are part of the sum where the other has none."""
    return unit.name if unit.dimension == PERCENT.dimension and unit.name in "%‰" else ""
