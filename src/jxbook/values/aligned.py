"""What comes of putting a target and an actual on one scale."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from jxbook.dataclass import dataclass, field
from jxbook.values.units import NO_UNIT, Unit


@dataclass(frozen=True, slots=True)
class Aligned:
    """Target and actual in the same base unit (a fraction for percentages, days from 1 January for dates).

    `rivals` are other ways to read the two with equal right; `said` names in Chinese how each reads the entry that
    `reads` tells: the actual, the target, or both as a ratio.
    `units` are those that the two can be printed in, the best one first.
    """

    low: Decimal
    high: Decimal
    actual: Decimal
    doubts: tuple[str, ...] = ()
    said: str = field(default="", compare=False)
    reads: Literal["actual", "target", "ratio"] = field(default="actual", compare=False)
    rivals: tuple[Aligned, ...] = ()
    units: tuple[Unit, ...] = field(default=(NO_UNIT,), compare=False)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why the two cannot be compared, in one Chinese clause; `units` tells that only the units differ in kind.

    `remedy` says what to do, where the kind of the target does not tell; `of_target`: it is the target that is wrong.
    """

    why: str
    units: bool = False
    remedy: str = field(default="", compare=False)
    of_target: bool = False


def distance(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """How many times a value is what it is compared with, or the other way round; 1 where it lies inside."""
    if low <= value <= high:
        return Decimal(1)
    bound = low if value < low else high
    value, bound = abs(value), abs(bound)
    if not value or not bound:
        return Decimal("Infinity")
    return max(value / bound, bound / value)
