"""Targets for each month, person or session: 每月≥1次, 每户≥1000元, 月均≥10次. What is counted in all is another number."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.aligned import Aligned, Misfit
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind
from jxbook.values.target import Target, read_target
from jxbook.values.units import NO_UNIT, PERCENT, RATIO, read_unit

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
_THINGS = r"[百千万](?:人口?|户|亩)|社区|学校|街道|乡镇|行政村|小区|班级|企业|单位|家庭|平方米|公里"
"""Things with more than one character."""
_EACH = pattern(
    rf"(?:平均)?(?:每个?({'|'.join([*PERIODS, '年度', '年'])}|{_THINGS}|[\u4e00-\u9fff]{{1,4}}?)|([年月周季]|[人户村校天日])均)[^\d]{{0,6}}(?=[≥≤><=\d一二两三四五六七八九十])"
)
_EACH_WHILE = pattern(
    rf"(每个?(?:{'|'.join(PERIODS)}))(?:[\u4e00-\u9fff]{{2}})??(?=[≥≤><\d一二两三四五六七八九十]|不少于|不低于|至少)"
)
_A_WHILE = pattern(rf"([^/]{{1,6}})/每?个?({'|'.join(PERIODS)})\Z")
_IN_ALL = pattern(r"每年|全年|年均|[^/]*/每?年")
_MARKS = "分"
_CLEARLY = 2
"""Below so many times the target an actual is one for each: in all it would be the number for one alone."""


def as_each(target: Target, actual: Actual) -> Target:
    """The target as one for each, with its `word`, where it is one: 每月≥10次, 每季度1次, 1次/季度 beside 4次."""
    folded = fold(target.text)
    if target.kind is Kind.TEXT and "每" in folded and (match := _EACH_WHILE.match(folded)):
        same = _A_WHILE.match(actual.unit.name)
        if same and PERIODS[same[2]] == PERIODS[_thing(match[1])]:  # beside 1次/月
            return replace(read_target(f"{folded[match.end() :]}/{same[2]}"), text=target.text)
        found = read_target(folded[match.end() :])
        counted = found.kind is Kind.NUMBER and found.unit != NO_UNIT and found.change is None
        return replace(found, text=target.text, word=match[1]) if counted else target
    if target.kind is not Kind.NUMBER or target.change is not None:
        return target
    by_time = _A_WHILE.match(target.unit.name) if "/" in target.unit.name else None
    if by_time and _A_WHILE.match(actual.unit.name):
        return target
    if match := _EACH.match(folded) if "每" in folded or "均" in folded else None:
        thing = match[1] or match[2]
        end = len(match[0]) if thing is None else match[0].index(thing) + len(thing)
        return replace(target, word=match[0][:end] + ("均" if match[2] else ""))
    base = read_unit(by_time[1]) if by_time else None
    if by_time is None or base is None:
        return target
    return replace(target, unit=base, word=f"每{by_time[2]}")


def for_each(target: Target, actual: Actual, found: Aligned) -> Aligned | Misfit:
    """The two on one scale where the target is one for each: the actual in all is a rival, or what cannot be told."""
    each = target.word
    rate = target.unit.dimension in (PERCENT.dimension, RATIO.dimension) or target.unit.name == _MARKS
    if not each or rate or found.actual == 0:
        return found
    thing = _thing(each)
    reached = fold(actual.text)
    if thing in _YEARLY or reached.startswith(each):
        return found
    times = PERIODS.get(thing)
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
    one = replace(found, said=f"{each}{_shown(actual)}", rivals=())
    main, rival = (
        (whole, one) if found.actual >= whole.high else (one, whole)
    )  # what is no less in all was meant so
    return replace(main, rivals=(*found.rivals, rival))


def _thing(each: str) -> str:
    """What it is for: 平均每个月 is for a 月."""
    return each.removeprefix("平均").removeprefix("每").removeprefix("个").removesuffix("均")


def _of_things(target: Target, actual: Actual, found: Aligned, each: str) -> Aligned | Misfit:
    if abs(found.actual) < _CLEARLY * abs(found.low):
        return found
    return Misfit(
        f"指标值“{target.text}”是按“{each}”规定的，实际完成值“{actual.text}”没有写明是{each}的还是合计的",
        remedy=f"请写成“{each}”的数，如“{each}{_shown(actual)}”",
    )


def _shown(actual: Actual) -> str:
    return f"{plain(actual.number or Decimal(0))}{actual.unit.name}"
