"""What the place of a row adds to how its entries read: marks out of 100, days handed over as numbers."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.scoring.place import Place
from jxbook.values import Actual, Kind, Sign, Target, fold
from jxbook.values.times import is_day_number, of_day_number
from jxbook.values.units import NO_UNIT, PERCENT, Unit, read_unit

_HIGHEST_MARK, _FULL_MARKS = 10, 100
_MARKS = "分"
_MONTHS = read_unit("个月") or NO_UNIT
_BARE_MONTH = pattern(r"(?:\A|[^\d年])\d{1,2}月(?:以?内|之内)?\Z")
_READ_AS_PERCENT = "年度指标值没有写单位，按百分比理解"


def marked(
    target: Target, actual: Actual, place: Place, policy: Policy
) -> tuple[Target, Actual, tuple[str, ...]]:
    """Target and actual as their place lets them read, and the doubts of both."""
    doubts = target.doubts + actual.doubts
    tells = place.tells
    if tells.unit is not NO_UNIT and target.kind is Kind.NUMBER and target.unit == NO_UNIT:
        target = replace(target, unit=tells.unit)
    if tells.span:
        target, actual = _as_spans(target, actual)
    if place.timely:
        target = _as_days(target, actual)
    if target.kind is Kind.TIME:
        return target, _as_day(actual), doubts
    if place.timely:
        return target, actual, doubts
    if not place.satisfaction or target.change is not None:
        return target, actual, doubts
    if _out_of_hundred(target.low, target.unit):
        target = replace(target, unit=PERCENT)
    meant = policy.word("satisfaction.method") == "steps" and _meant_in_percent(target, actual)
    if meant:
        target, doubts = _in_percent(target), (*doubts, _READ_AS_PERCENT)
    if target.unit == PERCENT and _out_of_hundred(actual.number, actual.unit):
        actual = replace(actual, unit=PERCENT)
    return target, actual, doubts


def _as_days(target: Target, actual: Actual) -> Target:
    """Under 时效 a day number is a date: so a host hands it over that knows no cell formats."""
    dated = actual.kind is Kind.TIME or (not actual.unit.dimension and is_day_number(actual.number))
    bare = target.kind is Kind.NUMBER and target.unit == NO_UNIT and target.high is None
    if not (dated and bare and target.low is not None and is_day_number(target.low)):
        return target
    return Target(target.text, Kind.TIME, Sign.AT_MOST, moment=of_day_number(target.low))


def _as_day(actual: Actual) -> Actual:
    """A day number against a date is a date, and is shown as one."""
    number = actual.number
    if number is None or actual.unit.dimension or not is_day_number(number):
        return actual
    moment = of_day_number(number)
    return replace(actual, text=str(moment), kind=Kind.TIME, number=None, moment=moment)


def _as_spans(target: Target, actual: Actual) -> tuple[Target, Actual]:
    """Under a name such as 工期 ≤12月 are twelve months, unless a date stands against it."""
    wanted, reached = _months(target), _months(actual)
    if actual.kind is Kind.TIME and reached is None:
        return target, actual
    if wanted is not None:
        target = replace(target, kind=Kind.NUMBER, low=wanted, unit=_MONTHS, moment=None)
    if reached is not None and target.kind is Kind.NUMBER:
        actual = replace(actual, kind=Kind.NUMBER, number=reached, unit=_MONTHS, moment=None)
    return target, actual


def _months(entry: Target | Actual) -> Decimal | None:
    """The number of a month that was written as nothing but that."""
    moment = entry.moment
    if moment is None or moment.year or moment.day or not _BARE_MONTH.search(fold(entry.text)):
        return None
    return Decimal(moment.month)


def _out_of_hundred(number: Decimal | None, unit: Unit) -> bool:
    """90分 is 90 of 100; 9分 may be 9 of 10."""
    return unit.name == _MARKS and number is not None and _HIGHEST_MARK < number <= _FULL_MARKS


def _meant_in_percent(target: Target, actual: Actual) -> bool:
    """Is a bare number a percentage: ≥90, or ≥0.9? ≥5 is a mark out of five or ten, and ≥100 no satisfaction."""
    bare = target.low is not None and target.unit == NO_UNIT
    if not bare or not (actual.unit in (NO_UNIT, PERCENT) or _out_of_hundred(actual.number, actual.unit)):
        return False
    assert target.low is not None
    return 0 < target.low <= 1 or _HIGHEST_MARK < target.low < _FULL_MARKS


def _in_percent(target: Target) -> Target:
    times = 100 if target.low is not None and target.low <= 1 else 1
    low, high = (None if one is None else one * times for one in (target.low, target.high))
    return replace(target, low=low, high=high, unit=PERCENT)
