"""Put a target and an actual on one scale, or say why that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.values import nearest
from jxbook.values.actual import Actual
from jxbook.values.aligned import Aligned, Misfit
from jxbook.values.calendar import days_of
from jxbook.values.counted import counted_alike
from jxbook.values.each import as_each, for_each
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind, Sign, Trend
from jxbook.values.mistakable import mistakable
from jxbook.values.nothing import says_none
from jxbook.values.slips import slip
from jxbook.values.target import Target
from jxbook.values.times import align_times
from jxbook.values.units import (
    CALENDAR,
    MU,
    MU_IN_SQUARE_METRES,
    NO_UNIT,
    RATIO,
    SPAN,
    WORKDAY,
    Unit,
    comparable,
    is_span,
    read_unit,
)

_YEARLY = pattern(r"/(?:每?年|年度)\Z|\A每年")
_DAY = read_unit("天") or NO_UNIT
_MARKS = "分"


def align(target: Target, actual: Actual, year: int | None = None) -> Aligned | Misfit:
    """Align a NUMBER or TIME target with its actual. `year` is the form's, for moments written without one."""
    if target.kind is Kind.TIME:
        return align_times(target, actual, year)
    target = target if target.word else as_each(target, actual)
    if actual.kind is Kind.TIME:
        return Misfit("年度指标值是数量，实际完成值是日期", units=True)
    assert target.low is not None
    if _is_nothing(target, actual):
        actual = replace(actual, kind=Kind.NUMBER, number=Decimal(0), unit=target.unit)
    if actual.kind is not Kind.NUMBER or actual.number is None:
        if what := slip(fold(actual.text)):
            return Misfit(f"实际完成值“{actual.text}”{what}", remedy="请改正完成值")
        return Misfit("定量指标的实际完成值应当填写数值")
    if misfit := mistakable(target, actual):
        return misfit
    if target.change is None:
        level = _level(target, actual)
        return for_each(target, actual, level) if isinstance(level, Aligned) else level
    found = [
        _align_numbers(target.low, target.high, target.unit, number, actual.unit, said)
        for number, said in _directed(target, actual)
    ]
    first, others = found[0], tuple(one for one in found[1:] if isinstance(one, Aligned))
    if isinstance(first, Misfit) or not others:
        return first
    return replace(first, rivals=(*first.rivals, *others))


def _level(target: Target, actual: Actual) -> Aligned | Misfit:
    """A target that is no change."""
    low, high, number = target.low or Decimal(0), target.high, actual.number or Decimal(0)
    high = low if high is None else high
    bare = target.sign is Sign.EQUAL and target.unit == actual.unit == NO_UNIT
    if bare and not fold(target.text).startswith("="):
        return nearest.bare_both(low, high, number)
    if target.unit == actual.unit == RATIO and _by_second(target.text) and _by_second(actual.text):
        return _ratios(low, high, number, by_second=True)
    return _align_units(low, high, target.unit, number, actual.unit)


def _by_second(text: str) -> bool:
    """1:0.4, where it is the second number that varies."""
    return fold(text).lstrip("≥≤><=").startswith("1:")


def _is_nothing(target: Target, actual: Actual) -> bool:
    """无, 未发生 against 0起; 未发生, but not 无, against ≤5起: that may say that the row does not apply."""
    folded = fold(actual.text)
    if target.low == 0 and target.high is None and not target.sign.is_least:
        return says_none(folded)
    return target.sign.is_most and folded != "无" and says_none(folded)


def _directed(target: Target, actual: Actual) -> Iterator[tuple[Decimal, str]]:
    """The actual in the direction of the target, as often as it can be read: (number, the words before it)."""
    number = actual.number or Decimal(0)
    if actual.change is not None:
        yield (number if actual.change is target.change else -number), ""
        return
    if number < 0 and target.change is Trend.DOWN:
        yield -number, str(Trend.DOWN)
        yield number, str(Trend.UP)
        return
    yield number, str(target.change)


def _align_numbers(
    low: Decimal, high: Decimal | None, wanted: Unit, number: Decimal, unit: Unit, said: str
) -> Aligned | Misfit:
    found = _align_units(low, low if high is None else high, wanted, number, unit)
    if isinstance(found, Misfit) or not said:
        return found
    value = found.said or f"{plain(abs(number))}{unit.name}"
    rivals = tuple(replace(one, said=f"{said}{one.said}") for one in found.rivals)
    return replace(found, said=f"{said}{value.removeprefix('-')}", rivals=rivals)


def _align_units(low: Decimal, high: Decimal, wanted: Unit, number: Decimal, unit: Unit) -> Aligned | Misfit:
    if wanted.dimension != unit.dimension:
        wanted, unit = _same_period(*_in_minutes(wanted, unit))
    if wanted.name and unit.name and low == high == number == 0 and _are_counted(wanted, unit):
        return Aligned(low, high, number)
    if comparable(wanted, unit):
        if wanted.dimension == RATIO.dimension:
            return _ratios(low, high, number)
        return Aligned(
            low * wanted.factor, high * wanted.factor, number * unit.factor, units=(wanted, unit, NO_UNIT)
        )
    if {wanted.dimension, unit.dimension} == {"area", MU}:
        return _in_mu(low, high, wanted, number, unit)
    if {wanted.dimension, unit.dimension} == {SPAN, CALENDAR} and low >= 0 and number >= 0:
        return _by_calendar(low, high, wanted, number, unit)
    if wanted.dimension == WORKDAY and unit.dimension == SPAN:
        return _at_most_workdays(low, high, number * unit.factor / _DAY.factor)
    if not unit.dimension:
        return _bare(low, high, wanted, number, unit)
    if not wanted.dimension:
        if nearest.in_percent(unit):
            return nearest.bare_target(low * wanted.factor, high * wanted.factor, number, unit)
        return nearest.bare_target_of(low * wanted.factor, high * wanted.factor, number, unit)
    if counted_alike(wanted, unit):
        doubts = (f"“{plain(number)}{unit.name}”与指标值的“{wanted.name}”按同一单位比较",)
        return Aligned(low, high, number, doubts)
    return Misfit(
        f"年度指标值的单位是“{wanted.name}”，实际完成值的单位是“{unit.name}”，不是同一类", units=True
    )


def _in_minutes(wanted: Unit, unit: Unit) -> tuple[Unit, Unit]:
    """90分 is no mark where the other is a length of time."""
    minute = read_unit("分钟") or NO_UNIT
    if wanted.name == _MARKS and is_span(unit):
        return minute, unit
    return (wanted, minute) if unit.name == _MARKS and is_span(wanted) else (wanted, unit)


def _are_counted(*units: Unit) -> bool:
    """起 and 次: of neither there was any."""
    return all(unit.dimension == unit.name for unit in units)


def _in_mu(low: Decimal, high: Decimal, wanted: Unit, number: Decimal, unit: Unit) -> Aligned:
    """亩 against 公顷 or 平方米: all in 亩, which comes out exactly."""
    one, other = (
        each.factor * (1 if each.dimension == MU else MU_IN_SQUARE_METRES) for each in (wanted, unit)
    )
    return Aligned(low * one, high * one, number * other)


def _same_period(wanted: Unit, unit: Unit) -> tuple[Unit, Unit]:
    """次/年 is 次, where the other is no rate: a form is a year's."""
    yearly = wanted if _YEARLY.search(wanted.name) else unit
    bare = read_unit(_YEARLY.sub("", yearly.name))
    if not _YEARLY.search(yearly.name) or bare is None or not bare.name:
        return wanted, unit
    return (bare, unit) if yearly is wanted else (wanted, bare)


def _bare(low: Decimal, high: Decimal, wanted: Unit, number: Decimal, unit: Unit) -> Aligned | Misfit:
    """An actual without a unit, or with nothing but a 万."""
    if nearest.in_percent(wanted):
        return nearest.bare_actual(low, high, wanted, number * unit.factor)
    if wanted.dimension == RATIO.dimension:
        return _bare_ratio(low, high, number)
    if unit.factor != 1:  # 48.5万 against 50万元 is 485000 of 元
        name = wanted.name.lstrip("万亿千百")
        reading = (f"“{plain(number)}{unit.name}”没有写全单位，按“{plain(number)}{unit.name}{name}”理解",)
        return Aligned(
            low * wanted.factor, high * wanted.factor, number * unit.factor, reading, units=(wanted,)
        )
    return nearest.bare_multiple(low, high, wanted, number)


def _bare_ratio(low: Decimal, high: Decimal, number: Decimal) -> Aligned | Misfit:
    """4 against 1:3 may be 4:1 and 1:4; 17 against 18:1 is 17:1."""
    if low > 1 and number > 1:
        return Aligned(low, high, number, units=(NO_UNIT,))
    said = plain(number)
    return Misfit(
        f"实际完成值“{said}”可能是{said}:1，也可能是1:{said}，得分不同",
        remedy="请写成比例，如“1:4”",
    )


def _ratios(low: Decimal, high: Decimal, number: Decimal, *, by_second: bool = False) -> Aligned:
    """1:4 against 1:3 is more where it tells a leverage, and less where it tells a share; 17:1 is less than 18:1."""
    found = Aligned(low, high, number, said="前项÷后项", reads="ratio")
    if min(low, number) <= 0 or (min(low, number) >= 1 and not by_second):
        return found
    rival = Aligned(1 / high, 1 / low, 1 / number, said="后项÷前项（杠杆）", reads="ratio")
    return replace(found, rivals=(rival,))


def _by_calendar(low: Decimal, high: Decimal, wanted: Unit, number: Decimal, unit: Unit) -> Aligned:
    """Months against days: so many days of those that the months can last as lie nearest to the other."""
    day = _DAY.factor
    if wanted.dimension == CALENDAR:
        days = number * unit.factor / day
        low, high = (
            _clamped(days, *days_of(low * wanted.factor)),
            _clamped(days, *days_of(high * wanted.factor)),
        )
    else:
        low, high = (one * wanted.factor / day for one in (low, high))
        fewest, most = days_of(number * unit.factor)
        days = _clamped(_clamped(fewest, low, high), fewest, most)
    return Aligned(low * day, high * day, days * day, units=(_DAY, NO_UNIT))


def _at_most_workdays(low: Decimal, high: Decimal, days: Decimal) -> Aligned:
    """So many days hold no more days of work, and nobody knows how many less."""
    fewer = Aligned(low, high, Decimal(0), said=f"不到{plain(days)}个工作日")
    return Aligned(low, high, days, said=f"{plain(days)}个工作日", rivals=(fewer,))


def _clamped(number: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return min(max(number, low), high)
