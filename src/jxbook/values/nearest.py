"""Numbers that were written without their unit: of the readings that a number allows, the nearest to the target."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.values.aligned import Aligned, distance
from jxbook.values.fold import plain
from jxbook.values.units import NO_UNIT, PERCENT, Unit, kin_of, multiple_of

_CLEAR = 4
"""How many times nearer than any other a reading has to be to be the one that was meant."""
_MULTIPLE = Decimal(10_000)
_CLOSE = 2
_HUNDRED = _FAR_OFF = Decimal(100)
_MULTIPLE_MARKS = "万亿千百"
UNIT_LEFT_OUT = "没有写单位"
"""What a doubt says of a number that may be a percentage."""


def nearest(readings: Sequence[Aligned], *, doubts: tuple[str, ...] = ()) -> Aligned:
    """The reading in which actual and target lie nearest to each other, the others as rivals unless far off."""
    ranked = sorted(readings, key=_distance)
    first = ranked[0]
    if first.actual == 0 or first.low == first.high == 0:
        return first  # nothing is nothing in any unit
    rivals = tuple(one for one in ranked[1:] if _distance(one) < _CLEAR * _distance(first))
    return replace(first, doubts=doubts, rivals=rivals)


def bare_actual(low: Decimal, high: Decimal, wanted: Unit, number: Decimal) -> Aligned:
    """A bare number against a percentage: 0.95 may be 95 % (a cell hands it over so) and 95 may be."""
    readings = [
        Aligned(
            low * wanted.factor,
            high * wanted.factor,
            number * factor,
            said=f"{plain(number * factor / wanted.factor)}{wanted.name}",
            units=(wanted,),
        )
        for factor in (Decimal(1), wanted.factor)
    ]
    found = nearest(readings)
    if 0 < number <= 1 and found.actual != number:  # a cell hands 100% over as 1
        return replace(found, doubts=(f"实际完成值“{plain(number)}”{UNIT_LEFT_OUT}，按{found.said}理解",))
    return found


def bare_target(low: Decimal, high: Decimal, number: Decimal, unit: Unit) -> Aligned:
    """A percentage against a bare target, which is a fraction or one in per cent."""
    return nearest(
        [
            Aligned(
                low * factor,
                high * factor,
                number * unit.factor,
                said=f"{plain(low * factor / unit.factor)}{unit.name}",
                reads="target",
                units=(unit,),
            )
            for factor in (Decimal(1), unit.factor)
        ],
        doubts=("年度指标值没有写单位，按百分比理解",),
    )


def bare_both(low: Decimal, high: Decimal, number: Decimal) -> Aligned:
    """Two bare numbers, one of which may be a fraction and the other in per cent: 0.9 and 95, as cells hand over
    90% and 95. Nobody can tell; where they come to the same either way it does not matter.
    """
    found = Aligned(low, high, number, said=plain(number))
    if low <= 0 or number <= 0:
        return found
    if number <= 1 < low <= _HUNDRED:
        other = number * _HUNDRED
    elif low <= 1 < number <= _HUNDRED:
        other = number / _HUNDRED
    else:
        return found
    if distance(other, low, high) >= _CLOSE or distance(number, low, high) < _CLEAR * _CLOSE:
        return found
    said = f"{plain(other * _HUNDRED if low <= 1 else other)}%"
    return replace(found, rivals=(Aligned(low, high, other, said=said),))


def bare_multiple(low: Decimal, high: Decimal, wanted: Unit, number: Decimal) -> Aligned:
    """A bare number against 10万元 or 100元: in the target's own unit, unless a 万 more or less is nearer."""
    as_wanted = Aligned(
        low * wanted.factor,
        high * wanted.factor,
        number * wanted.factor,
        said=f"{plain(number)}{wanted.name}",
        units=(wanted,),
    )
    multiple, base = multiple_of(wanted), wanted.name.lstrip(_MULTIPLE_MARKS)
    if multiple != 1:
        other, said = number * wanted.factor / multiple, f"{plain(number)}{base}"
    elif low >= _MULTIPLE and number < _MULTIPLE:
        other, said = number * wanted.factor * _MULTIPLE, f"{plain(number)}万{wanted.name}"
    else:
        return _or_in_kin(as_wanted, wanted, number)
    rival = replace(as_wanted, actual=other, said=said)
    if number <= 0 or low <= 0:
        return _or_in_kin(as_wanted, wanted, number)
    if _distance(as_wanted) <= _distance(rival) < _CLEAR * _distance(as_wanted):
        return replace(as_wanted, rivals=(rival,))
    if _distance(rival) >= _distance(as_wanted):
        return _or_in_kin(as_wanted, wanted, number)
    if multiple == 1 and _distance(rival) >= _CLOSE:
        return as_wanted
    doubt = f"实际完成值没有写单位，按“{said.removeprefix(plain(number))}”理解，也可能漏写了单位"
    return replace(rival, doubts=(doubt,), rivals=(as_wanted,))


def _or_in_kin(as_wanted: Aligned, wanted: Unit, number: Decimal) -> Aligned:
    """2800 against 3.5公里 are metres as likely as not, and 18000 against 2亿元 are 万元: a rival where it is near."""
    if as_wanted.low <= 0 or number <= 0 or _distance(as_wanted) < _FAR_OFF:
        return as_wanted
    readings = [
        replace(as_wanted, actual=number * unit.factor, said=f"{plain(number)}{unit.name}")
        for unit in kin_of(wanted)
    ]
    near = [one for one in readings if _distance(one) < _CLEAR]
    return replace(as_wanted, rivals=(min(near, key=_distance),)) if near else as_wanted


def bare_target_of(low: Decimal, high: Decimal, number: Decimal, unit: Unit) -> Aligned:
    """A target without a unit has the actual's. 20000 against 2万人次 is read in 人次, 10 against 10万元 in 万元."""
    multiple = multiple_of(unit)
    if multiple == 1:
        return Aligned(low, high, number, units=(NO_UNIT,))
    base = unit.name.lstrip(_MULTIPLE_MARKS)
    parts = Aligned(low, high, number * multiple, said=f"{plain(low)}{base}", reads="target")
    whole = replace(parts, low=low * multiple, high=high * multiple, said=f"{plain(low)}{unit.name}")
    found = nearest([whole, parts])
    name = unit.name if found.said == whole.said else base
    return replace(found, doubts=(f"年度指标值没有写单位，按“{name}”理解",) if name else ())


def in_percent(unit: Unit) -> bool:
    """Is it a unit of percentages?"""
    return unit.dimension == PERCENT.dimension


def _distance(one: Aligned) -> Decimal:
    return distance(one.actual, one.low, one.high)
