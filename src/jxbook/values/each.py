"""Targets for each month, person or session: 每月≥1次, 每户≥1000元, 月均≥10次. What is counted in all is another number."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.aligned import Aligned, Misfit
from jxbook.values.fold import fold, plain
from jxbook.values.target import Target
from jxbook.values.units import PERCENT, RATIO

PERIODS = {
    "半年": 2,
    "季度": 4,
    "季": 4,
    "两个月": 6,
    "两月": 6,
    "月": 12,
    "半个月": 24,
    "旬": 36,
    "周": 52,
    "星期": 52,
}
"""So many of them are a year. A day is none of them: nobody counts a year's work by days."""
_YEARLY = frozenset(("年", "年度"))
_EACH = pattern(
    rf"(?:平均)?(?:每个?({'|'.join([*PERIODS, '年度', '年'])}|[\u4e00-\u9fff]{{1,4}}?)|([年月周季]|[人户村校天日])均)[^\d]{{0,6}}(?=[≥≤><=])"
)
_IN_ALL = pattern(r"每年|全年|年均|[^/]*/每?年")
_MARKS = "分"
_CLEARLY = 2
"""Below so many times the target an actual is one for each: in all it would be the number for one alone."""


def for_each(target: Target, actual: Actual, found: Aligned) -> Aligned | Misfit:
    """The two on one scale where the target is one for each: the actual in all is a rival, or what cannot be told."""
    if "每" not in target.text and "均" not in target.text:
        return found
    match = _EACH.match(fold(target.text))
    rate = target.unit.dimension in (PERCENT.dimension, RATIO.dimension) or target.unit.name == _MARKS
    if match is None or rate or found.actual == 0:
        return found
    thing = match[1] or match[2]
    each = (
        match[0]
        if thing is None
        else match[0][: match[0].index(thing) + len(thing)] + ("均" if match[2] else "")
    )
    reached = fold(actual.text)
    if thing in _YEARLY or reached.startswith(each):
        return found
    times = PERIODS.get(thing or "")
    if times is None:
        return _of_things(target, actual, found, each)
    whole = replace(
        found,
        low=found.low * times,
        high=found.high * times,
        said=f"全年{_shown(actual)}",
        reads="actual",
        rivals=(),
    )
    if _IN_ALL.match(reached):
        return whole
    return replace(found, said=f"{each}{_shown(actual)}", rivals=(*found.rivals, whole))


def _of_things(target: Target, actual: Actual, found: Aligned, each: str) -> Aligned | Misfit:
    if abs(found.actual) < _CLEARLY * abs(found.low):
        return found
    return Misfit(
        f"指标值“{target.text}”是按“{each}”规定的，实际完成值“{actual.text}”没有写明是{each}的还是合计的",
        remedy=f"请写成“{each}”的数，如“{each}{_shown(actual)}”",
    )


def _shown(actual: Actual) -> str:
    return f"{plain(actual.number or Decimal(0))}{actual.unit.name}"
