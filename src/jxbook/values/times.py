"""Put a deadline and the day on which something was done on one scale."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.values.actual import Actual
from jxbook.values.aligned import Aligned, Misfit
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind
from jxbook.values.moments import Moment, of_date, read_dotted
from jxbook.values.slips import slip
from jxbook.values.target import Target

_SERIALS = range(32874, 73051)  # Excel's day numbers of 1990 to 2099
_SOON = 2
"""A month without its year may be the next year's where it follows the deadline's by no more than this."""
_LATEST = 1
"""A form is closed in the year after its own."""
_ANY_LEAP_YEAR = 2000


def align_times(target: Target, actual: Actual, year: int | None) -> Aligned | Misfit:
    """Days from 1 January of the form's year. A deadline of an earlier year is a doubt, not a miss."""
    assert target.moment is not None
    moment, doubts = _moment_of(target.moment, actual)
    if moment is None and (what := slip(fold(actual.text))):
        return Misfit(f"实际完成值“{actual.text}”{what}", remedy="请改正完成值")
    if moment is None:
        return Misfit(
            "时效指标的实际完成值应当填写完成的时间（如“11月”“2024-11-30”）", units=actual.kind is Kind.NUMBER
        )
    if year is not None and target.moment.year is not None and target.moment.year < year:
        return Misfit(
            f"年度指标值写的是{target.moment}，早于本表的{year}年度，请核对年份",
            remedy="请核对年度指标值的年份",
            of_target=True,
        )
    if year is not None and moment.year is not None and moment.year > year + _LATEST:
        return Misfit(
            f"实际完成值写的是{moment}，晚于本表的{year}年度一年以上，疑有误",
            remedy="请核对实际完成的年份",
        )
    base = year or target.moment.year or moment.year
    if base is None:
        base = _ANY_LEAP_YEAR  # both lie in it
    elif year is None and (target.moment.year is None) != (moment.year is None):
        doubts = (*doubts, f"未写年份的一方按{base}年理解")
    if moment.first_day(base) <= target.moment.last_day(base) < moment.last_day(base):
        return Misfit(
            f"指标值是{target.moment}，实际完成值“{actual.text}”没有写到日，看不出是否按时",
            remedy="请写明完成的日期，写到日",
        )
    found = _days(target.moment, moment, base, doubts)
    if (lost := _lost_nought(target.moment, moment, base)) is not None:
        of_target, one = lost
        what, entry = ("年度指标值", target.text) if of_target else ("实际完成值", actual.text)
        return Misfit(
            f"{what}“{entry}”可能是{one}，也可能是{one.also}（单元格略去了末尾的0），得分不同",
            remedy=f"请写成“{one}”或“{one.also}”",
            of_target=of_target,
        )
    if _may_be_next_year(target.moment, moment, base):
        rival = _days(target.moment, replace(moment, year=base + 1), base, doubts)
        rival = replace(rival, said=f"次年{moment}")
        return replace(found, said=f"当年{moment}", rivals=(rival,))
    return found


def is_day_number(number: Decimal | None) -> bool:
    """Can a number be the day number by which a host without cell formats hands a date over?"""
    return number is not None and number == number.to_integral_value() and int(number) in _SERIALS


def of_day_number(number: Decimal) -> Moment:
    """The day behind Excel's day number."""
    return of_date(date(1899, 12, 30) + timedelta(days=int(number)))


def _days(wanted: Moment, done: Moment, base: int, doubts: tuple[str, ...]) -> Aligned:
    start = date(base, 1, 1)
    deadline = Decimal((wanted.last_day(base) - start).days + 1)
    return Aligned(deadline, deadline, Decimal((done.last_day(base) - start).days + 1), doubts)


def _lost_nought(wanted: Moment, done: Moment, base: int) -> tuple[bool, Moment] | None:
    """Which of the two decides by a 0 that it may have lost, and is it the target; None where neither does."""
    for of_target, one in ((True, wanted), (False, done)):
        if one.also is None:
            continue
        ends = (one.last_day(base), one.also.last_day(base))
        late = {max((done.last_day(base) - end).days, 0) for end in ends}
        if not of_target:
            late = {max((end - wanted.last_day(base)).days, 0) for end in ends}
        if len(late) > 1:
            return of_target, one
    return None


def _may_be_next_year(wanted: Moment, done: Moment, base: int) -> bool:
    if done.year is not None or wanted.year not in (None, base):
        return False
    return done.month + 12 - wanted.month <= _SOON


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
    return (of_day_number(number), ()) if is_day_number(number) else (None, ())
