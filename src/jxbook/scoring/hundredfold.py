"""A rate whose target and actual lie a hundredfold apart: one of the two was written as a fraction, the other not."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.scoring.place import Place
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target, plain
from jxbook.values.aligned import distance
from jxbook.values.units import NO_UNIT, PERCENT

_HUNDRED = Decimal(100)
_ABOUT = 2
"""A hundredfold of it is no more than so many times off: 0.9 against 55."""
_FIFTH = Decimal("1.25")
"""Of two percentages: a hundredfold of it lies within a fifth of the target."""


def hundredfold(
    target: Target, actual: Actual, aligned: Aligned, place: Place, sign: Sign
) -> Aligned | Misfit | None:
    """What to make of an actual that is about a hundred times too large or too small, None for any other.

    Where it is to be reached, a Misfit that names both readings: either way the completion would be nonsense. For a
    limit the other reading, as a limit may well be kept in both. Two percentages are taken for what they say unless
    the hundredfold all but is the target: 投诉率 ≤1% against 0.01% is genuine, 满意度 ≥90% against 0.946% is not.
    What is written in ‰ is never a slip.
    """
    factor = _factor(target, actual, aligned, place, sign)
    if factor is None:
        return None
    said = [_said(number, target, actual, aligned) for number in (aligned.actual, aligned.actual * factor)]
    if sign.is_most:
        return replace(aligned, actual=aligned.actual * factor, said=said[1], reads="actual", rivals=())
    signed = target.unit == actual.unit == PERCENT
    per_mille = plain(Decimal(said[0].removesuffix("%")) * 10)
    exact = f"确实是{said[0]}的，请写成千分数“{per_mille}‰”" if factor > 1 else f"如“{said[1]}”"
    return Misfit(
        f"指标值“{target.text}”与实际完成值“{actual.text}”相差约100倍，实际完成值可能是{said[0]}，也可能是{said[1]}",
        remedy=f"请核对指标值和实际完成值；{exact}" if signed else f"请把两个值都写成带“%”的数；{exact}",
    )


def _factor(target: Target, actual: Actual, aligned: Aligned, place: Place, sign: Sign) -> Decimal | None:
    low, high, number = aligned.low, aligned.high, aligned.actual
    if target.kind is not Kind.NUMBER or target.change is not None or actual.change is not None:
        return None
    if (
        low <= 0
        or number <= 0
        or "‰" in (target.unit.name, actual.unit.name)
        or not _is_rate(target, actual, place)
    ):
        return None
    written = target.unit == PERCENT and actual.unit in (
        PERCENT,
        NO_UNIT,
    )  # a cell hands 0.95% over as 0.0095
    for factor in (_HUNDRED, 1 / _HUNDRED):
        off = distance(number * factor, low, high)
        if not written and off < _ABOUT:
            return factor
        if written and off <= _FIFTH and not sign.is_most and (factor > 1 or _no_more(place)):
            return factor
    return None


def _is_rate(target: Target, actual: Actual, place: Place) -> bool:
    if PERCENT in (target.unit, actual.unit):
        return True
    return (place.satisfaction or place.tells.rate) and target.unit == actual.unit == NO_UNIT


def _no_more(place: Place) -> bool:
    """Can it not be above the whole, so that a target of less than a hundredth of it is none?"""
    return place.satisfaction or place.tells.share


def _said(number: Decimal, target: Target, actual: Actual, aligned: Aligned) -> str:
    """In per cent: of a fraction, or of what stands against a bare target that is in per cent already."""
    whole = target.unit == actual.unit == NO_UNIT and aligned.low > 1
    return f"{plain(number if whole else number * _HUNDRED)}%"
