"""Put a target and an actual on one scale, or say why that cannot be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from jxbook.values.actual import Actual
from jxbook.values.counted import counted_alike
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind
from jxbook.values.moments import Moment, of_date, read_dotted
from jxbook.values.target import Target
from jxbook.values.units import PERCENT, Unit, multiple_of

_MULTIPLE_MARKS = "万亿千百"
_SERIALS = range(32874, 73051)  # Excel's day numbers of 1990 to 2099
_ONE_PERCENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Target and actual in the same base unit (a fraction for percentages, days from 1 January for dates)."""

    low: Decimal
    high: Decimal
    actual: Decimal
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why the two cannot be compared, in one Chinese clause; `units` tells that only the units differ in kind."""

    why: str
    units: bool = False


def align(target: Target, actual: Actual, year: int | None = None) -> Aligned | Misfit:
    """Align a NUMBER or TIME target with its actual. `year` is the form's, for moments written without one."""
    if target.kind is Kind.TIME:
        return _align_times(target, actual, year)
    if actual.kind is Kind.TIME:
        return Misfit("年度指标值是数量，实际完成值是日期", units=True)
    if actual.kind is not Kind.NUMBER or actual.number is None:
        return Misfit("定量指标的实际完成值应当填写数值")
    assert target.low is not None
    return _align_numbers(target.low, target.high, target.unit, actual.number, actual.unit)


def _align_numbers(
    low: Decimal, high: Decimal | None, wanted: Unit, number: Decimal, unit: Unit
) -> Aligned | Misfit:
    high = low if high is None else high
    percent = PERCENT.dimension
    if wanted.dimension == unit.dimension:
        return Aligned(low * wanted.factor, high * wanted.factor, number * unit.factor)
    if not unit.dimension:
        if wanted.dimension != percent and unit.factor != 1:  # 48.5万 against 50万元 is 485000 of 元
            name = wanted.name.lstrip(_MULTIPLE_MARKS)
            reading = (f"“{plain(number)}{unit.name}”没有写全单位，按“{plain(number)}{unit.name}{name}”理解",)
            return Aligned(low * wanted.factor, high * wanted.factor, number * unit.factor, reading)
        if wanted.dimension != percent:
            doubts = _doubt_multiple(number * unit.factor, low, multiple_of(wanted), wanted.name)
            return Aligned(
                low * wanted.factor, high * wanted.factor, number * unit.factor * wanted.factor, doubts
            )
        fraction, doubts = _as_fraction(number * unit.factor, low * wanted.factor)
        return Aligned(low * wanted.factor, high * wanted.factor, fraction, doubts)
    if not wanted.dimension:
        if unit.dimension != percent:
            return _align_bare_target(low * wanted.factor, high * wanted.factor, number, unit)
        scale = Decimal(1) if abs(high) <= 1 else _ONE_PERCENT
        return Aligned(
            low * scale, high * scale, number * unit.factor, ("年度指标值没有写单位，按百分比理解",)
        )
    if counted_alike(wanted, unit):
        doubts = (f"“{plain(number)}{unit.name}”与指标值的“{wanted.name}”按同一单位比较",)
        return Aligned(low, high, number, doubts)
    return Misfit(
        f"年度指标值的单位是“{wanted.name}”，实际完成值的单位是“{unit.name}”，不是同一类", units=True
    )


def _align_bare_target(low: Decimal, high: Decimal, number: Decimal, unit: Unit) -> Aligned:
    """A target without a unit has the actual's. 20000 against 2万人次 is read in 人次, 10 against 10万元 in 万元."""
    multiple = multiple_of(unit)
    if multiple == 1:
        return Aligned(low, high, number)
    factor = multiple if abs(high) >= multiple else Decimal(1)
    name = unit.name if factor == 1 else unit.name.lstrip(_MULTIPLE_MARKS)
    doubts = (f"年度指标值没有写单位，按“{name}”理解",) if name else ()
    return Aligned(low, high, number * factor, doubts)


def _doubt_multiple(number: Decimal, target: Decimal, multiple: Decimal, name: str) -> tuple[str, ...]:
    if number > 0 and target > 0 and _distance(number / multiple, target) < _distance(number, target):
        return (f"实际完成值没有写单位，按“{name}”理解，也可能漏写了单位",)
    return ()


def _as_fraction(number: Decimal, target: Decimal) -> tuple[Decimal, tuple[str, ...]]:
    """A bare number against a percentage: up to 1 it is a fraction, unless the target itself is below 1 %."""
    as_points = number * _ONE_PERCENT
    is_fraction = abs(number) <= 1 and abs(target) >= _ONE_PERCENT
    chosen, other = (number, as_points) if is_fraction else (as_points, number)
    if number > 0 and target > 0 and _distance(other, target) < _distance(chosen, target):
        return chosen, ("实际完成值没有写“%”，无法确定是比例还是百分数",)
    return chosen, ()


def _distance(value: Decimal, target: Decimal) -> Decimal:
    return max(value / target, target / value)


def _align_times(target: Target, actual: Actual, year: int | None) -> Aligned | Misfit:
    assert target.moment is not None
    moment, doubts = _moment_of(target.moment, actual)
    if moment is None:
        return Misfit(
            "时效指标的实际完成值应当填写完成的时间（如“11月”“2024-11-30”）", units=actual.kind is Kind.NUMBER
        )
    base = year or target.moment.year or moment.year
    if base is None:
        base = 2000  # any leap year: both lie in it
    elif year is None and (target.moment.year is None) != (moment.year is None):
        doubts = (*doubts, f"未写年份的一方按{base}年理解")
    if target.moment.day and not moment.day and _month(target.moment, base) == _month(moment, base):
        doubts = (*doubts, f"实际完成值没有写到日，按{moment.month}月底理解")
    start = date(base, 1, 1)
    deadline = Decimal((target.moment.last_day(base) - start).days + 1)
    return Aligned(deadline, deadline, Decimal((moment.last_day(base) - start).days + 1), doubts)


def _month(moment: Moment, base: int) -> tuple[int, int]:
    return moment.year or base, moment.month


def _moment_of(wanted: Moment, actual: Actual) -> tuple[Moment | None, tuple[str, ...]]:
    if actual.moment is not None:
        return actual.moment, ()
    number = actual.number
    if number is None or actual.unit.dimension:
        return None, ()
    if moment := read_dotted(fold(actual.text), with_year=wanted.day is None):
        return moment, (f"实际完成值“{actual.text}”按{moment}理解",)
    if number != number.to_integral_value():
        return None, ()
    if 1 <= number <= 12 and wanted.day is None:
        return Moment(int(number)), (f"实际完成值“{actual.text}”没有写单位，按{int(number)}月理解",)
    if int(number) in _SERIALS:  # a host without cell formats hands a date over as its day number
        return of_date(date(1899, 12, 30) + timedelta(days=int(number))), ()
    return None, ()
