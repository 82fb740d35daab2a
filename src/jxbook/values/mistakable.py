"""Numbers that may be something else than they seem beside the other: a share, a growth, percentage points, thousands."""

from __future__ import annotations

from decimal import Decimal

from jxbook.pattern import pattern
from jxbook.values import nearest
from jxbook.values.actual import Actual
from jxbook.values.aligned import Misfit
from jxbook.values.counted import is_counted_whole
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Trend
from jxbook.values.target import Target
from jxbook.values.units import NO_UNIT, PERCENT, RATIO

_HUNDRED = Decimal(100)
_INDEX_FROM, _INDEX_TO = 80, 200
"""Per cent of the year before: 105 % of it may be what somebody calls a growth of 5 %."""
_LARGEST_CHANGE = 50
_POINTS = "百分点"
_SETS_OFF = frozenset(".。．、､")
_GROUPED = pattern(rf"(?<![\d.,，])[1-9]\d{{0,2}}([{''.join(sorted(_SETS_OFF))}])\d{{3}}(?![\d.])")
"""A point, or what separates words, before three digits: one that sets off thousands, in some hands."""
_TO = pattern(
    r"(?:提高|提升|上升|增长|增加|扩大|下降|降低|减少|压减|压缩|缩短)了?[到至为]|[升降减增][到至为]"
)
_FEW = 10
"""Of a measure that goes into fractions: from here on less than one of it is no likely value."""


def mistakable(target: Target, actual: Actual) -> Misfit | None:
    """Why the number of an actual cannot be taken as one of what the target asks for; None where nothing speaks against it."""
    if why := _other_change(target, actual):
        return Misfit(why, remedy="请按指标值的口径填写实际完成值")
    if why := _index(target, actual):
        return Misfit(why, remedy="请写明是变化了多少，还是上年的百分之几")
    if why := _points(target, actual):
        return Misfit(why, remedy="请统一写成百分比，或统一写成百分点")
    if why := _fraction(target, actual):
        return Misfit(why, remedy="请填写实际完成的数量和单位，不填比例")
    return _grouped(target, actual)


def _other_change(target: Target, actual: Actual) -> str:
    """Why a change cannot be compared with what is none, "" where it can."""
    if target.change is not None and actual.change is None and _TO.search(fold(actual.text)):
        return f"年度指标值是变化的幅度，实际完成值“{actual.text}”写的是变化后的水平"
    if actual.change is None or target.change is not None:
        return ""
    grown = actual.change is Trend.UP and not target.level and not target.sign.is_most
    return "" if grown else f"年度指标值不是变化的幅度，实际完成值写的是“{actual.change}”了多少"


def _index(target: Target, actual: Actual) -> str:
    """Why 105% against 增长5% is in doubt: it may be the growth, and 105 % of the year before, "" where it is none."""
    number, low = actual.number, target.low
    if target.change is None or actual.change is not None or number is None or low is None:
        return ""
    if not (nearest.in_percent(actual.unit) and nearest.in_percent(target.unit) and low < _LARGEST_CHANGE):
        return ""
    if not _INDEX_FROM <= number <= _INDEX_TO:
        return ""
    change = number - 100 if target.change is Trend.UP else 100 - number
    other = Trend.DOWN if target.change is Trend.UP else Trend.UP
    way, said = target.change if change >= 0 else other, f"{plain(number)}{actual.unit.name}"
    return (
        f"实际完成值“{actual.text}”可能是{target.change}{said}，也可能是上年的{said}，"
        f"即{way}{plain(abs(change))}{actual.unit.name}，得分不同"
    )


def _points(target: Target, actual: Actual) -> str:
    """Why 8% against 10个百分点 is in doubt: 8 % of what there was are not 8 percentage points."""
    wanted, unit = _POINTS in target.unit.name, _POINTS in actual.unit.name
    if wanted and not unit:
        fraction = actual.unit == NO_UNIT and actual.number is not None and 0 < abs(actual.number) < 1
        mixed = fraction or nearest.in_percent(actual.unit)
    else:
        changed = target.change is not None or actual.change is not None
        mixed = unit and not wanted and changed and nearest.in_percent(target.unit)
    if not mixed:
        return ""
    one, other = (target.text, actual.text) if wanted else (actual.text, target.text)
    return f"“{one}”是百分点，“{other}”不是，两者不同，不能比较"


def _fraction(target: Target, actual: Actual) -> str:
    """Why 0.95 against 200人次 is no part of a person: a share was filled in, or a cell lost its format; "" where not."""
    number, low, unit = actual.number, target.low, target.unit
    if number is None or low is None or actual.unit != NO_UNIT or not 0 < number < 1 or target.change:
        return ""
    if low != low.to_integral_value() or unit.dimension in (PERCENT.dimension, RATIO.dimension):
        return ""
    counted = unit.factor == 1 and bool(unit.name) and unit.dimension in (unit.name, "person")
    large = not target.sign.is_most and low >= _FEW and (unit != NO_UNIT or low > _HUNDRED)
    if not (low > 1 if counted else large):
        return ""
    share = f"{plain(number * _HUNDRED)}%"
    return f"年度指标值“{target.text}”是数量，实际完成值“{actual.text}”像是比例（{share}）"


def _grouped(target: Target, actual: Actual) -> Misfit | None:
    """Why 1.200人次 and 1、200 are in doubt beside 1000人次: 1.2, or 1200? None for what can be weighed or measured."""
    for entry, number, other, against, of_target in (
        (actual, actual.number, target.unit, target.low, False),
        (target, target.low, actual.unit, actual.number, True),
    ):
        found = None if _SETS_OFF.isdisjoint(entry.text) else _GROUPED.search(entry.text)
        if found is None or number is None or against is None:
            continue
        unit = entry.unit if entry.unit != NO_UNIT else other
        large = unit == NO_UNIT and against == against.to_integral_value() and against >= _HUNDRED
        if not (large or is_counted_whole(unit)):
            continue
        whole = found[0].replace(found[1], "")
        return Misfit(
            f"“{entry.text}”可能是{plain(number)}，也可能是{whole}",
            remedy=f"千分位请用逗号或不写，如“{whole}”",
            of_target=of_target,
        )
    return None
