"""Remarks in brackets behind a value: harmless ones (含线上, 见附件1), a number that is not the value, a second goal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.aligned import Misfit
from jxbook.values.each import PERIODS
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind
from jxbook.values.moments import read_moment
from jxbook.values.numerals import ARABIC
from jxbook.values.phrase import with_aside
from jxbook.values.quantity import Quantity, read_quantity
from jxbook.values.target import Target
from jxbook.values.units import NO_UNIT, PERCENT, Unit, comparable

_BRACKETS = pattern(r"\(([^()\d]{0,40}\d[^()]{0,60})\)")
_SECOND_GOAL = pattern(r"[≥≤><]|每|不[少低超高大小多]|至少|以[上下内]|[率度]")
_ALTERED = pattern(r"调整|[调改变]更?为|[调追核][增减加]")
_PER_PERIOD = pattern(rf"每个?({'|'.join(PERIODS)})[^\d]{{0,6}}(\d{{1,6}})[^\d]{{0,6}}\Z")
"""≥12次（每月1次）: the same again."""
_DUE = pattern(r"合同|约定|要求|规定|截止|目标|计划|期限")
_OTHER_RATE = pattern(r"([\u4e00-\u9fff]{2,8}[率度]|占比)[为是:]?\Z")
_NUMBER = pattern(rf"({ARABIC})(%|‰|[^\W\d_]{{0,6}})")
_PART = pattern(
    r"第|含|其中|包括|占|满分|总|共|全|上年|去年|同期|同比|环比|基期|原|平均|均|每|附|表|图|见|问卷|样本|抽|收|〔|\[|文|号"
)
"""Before a number: it is a part of the value, what it is a part of, or a reference."""
_ABOVE, _BELOW = pattern(r"超[支出](?![^\d]{0,2}0)"), pattern("结余|节余|节约")
_EXCLUDED = pattern(r"(?:不含|未含|不包括|未包括|不计|未计)[^\d]{0,8}\Z")
_REFERENCE = pattern(r"[年月日号时〕\]批期楼岁]")
_TIME = pattern(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_ABOUT_COMPLETION = pattern(r"完成|达|\A[\d.]+%\Z")
_OF_ALL = pattern(
    r"(?<![\d/.])(\d{1,9})[人户个件份次场项家]?/[^\d/]{0,4}(\d{1,9})[人户个件份次场项家]?(?![\d/.])"
)
_LEAP_YEAR = 2024
"""For days without a year: it has a 29th of February."""
_NEAR = Decimal("0.005")
"""Of two percentages: one of them may be rounded."""


def second_goal(target: Target) -> Misfit | None:
    """Why a target cannot be compared as one: ≥3次（每次≥50人） are two."""
    if target.kind is not Kind.NUMBER or not ("(" in target.text or "（" in target.text):
        return None
    for remark in _BRACKETS.findall(fold(target.text)):
        if _ALTERED.search(remark):
            return Misfit(
                f"指标值“{target.text}”的括号里写有“{remark}”，看不出以哪个为准",
                remedy="请只写批复的指标值，调整的情况写在偏差原因里",
                of_target=True,
            )
        if _SECOND_GOAL.search(remark) and not _says_the_same(remark, target):
            return Misfit(
                f"指标值“{target.text}”的括号里还有一项要求“{remark}”，不能并作一个数比较",
                remedy="请把两项要求分成两行填写，或只写主要的一项",
                of_target=True,
            )
    return None


def _says_the_same(remark: str, target: Target) -> bool:
    match = _PER_PERIOD.match(remark)
    return match is not None and target.low == int(match[2]) * PERIODS[match[1]]


def told_otherwise(target: Target, actual: Actual, name: str) -> Misfit | None:
    """Why it is in doubt which number counts: 200人次（实际150）, 95万元（另欠20万元）, 2024年11月（完成80%）."""
    if actual.kind not in (Kind.NUMBER, Kind.TIME) or actual.ratio is not None:
        return None
    folded = with_aside(fold(actual.text))
    for remark in _BRACKETS.findall(folded) if "(" in folded else ():
        timed = actual.kind is Kind.TIME
        if not (_agrees_in_time(remark, target, actual) if timed else _agrees(remark, target, actual, name)):
            return Misfit(
                f"实际完成值“{actual.text}”括号里的“{remark}”与括号外的值对不上，看不出以哪个为准",
                remedy="请只写实际完成的值，其他情况写在偏差原因里",
            )
    return None


def _agrees_in_time(remark: str, target: Target, actual: Actual) -> bool:
    """Is nothing left to be done, and nothing later than the day itself, unless it was to be done then?"""
    done = actual.moment
    if any(one.unit == PERCENT and one.number < 100 for one, _ in _quantities(remark)):
        return False
    year = done.year if done and done.year else _LEAP_YEAR
    for match in _TIME.finditer(remark):
        other = read_moment(match[0])
        if done and other and other.last_day(year) > done.last_day(year) and not _DUE.search(remark):
            return False
    return True


def _is_another_share(remark: str, value: Decimal) -> bool:
    """Is 98%（190/200） another share than its fraction?"""
    match = _OF_ALL.search(remark)
    if match is None or not (whole := Decimal(match[2])):
        return False
    part = Decimal(match[1])
    return part <= whole and abs(part / whole - value) > _NEAR


def _agrees(remark: str, target: Target, actual: Actual, name: str) -> bool:
    """Do the numbers of a remark come out of the row itself: the value, the target, the difference, or parts of it?"""
    assert actual.number is not None
    unit = target.unit if actual.unit == NO_UNIT else actual.unit
    value = actual.number * unit.factor
    if unit == PERCENT and _is_another_share(remark, value):
        return False
    low = None if target.low is None else target.low * target.unit.factor
    if low is not None and (
        (value < low and _ABOVE.search(remark)) or (value > low and _BELOW.search(remark))
    ):
        return False
    known = {value} if low is None else {value, low}
    if low is not None and (value > low or _is_limit(target, unit)):  # below it 改建2座 comes on top of 3座
        known.add(abs(value - low))
    numbers = []
    for one, before in _quantities(remark):
        if _EXCLUDED.search(before) and comparable(one.unit, unit) and _is_limit(target, unit):
            return False
        if unit == PERCENT and one.unit == NO_UNIT and remark.startswith("0.") and one.number != value:
            return False
        rate = _OTHER_RATE.search(before)
        if _PART.search(before) or (rate and rate[1] not in fold(name) and "完成" not in rate[1]):
            continue
        if one.unit == PERCENT and unit.dimension != PERCENT.dimension:
            if low and _ABOUT_COMPLETION.search(remark) and abs(one.number / 100 - value / low) > _NEAR:
                return False
        elif one.unit == NO_UNIT and unit.dimension != PERCENT.dimension:
            numbers.append(one.number * unit.factor)
        elif one.unit != NO_UNIT and comparable(one.unit, unit):
            numbers.append(one.number * one.unit.factor)
    return all(one in known for one in numbers) or sum(numbers) == value


def _is_limit(target: Target, unit: Unit) -> bool:
    """May what is left out carry the value beyond its target?"""
    return target.sign.is_most or (unit.dimension == "money" and not target.sign.is_least)


def _quantities(remark: str) -> Iterator[tuple[Quantity, str]]:
    """Each number of a remark with its unit, and what stands before it."""
    end = 0
    for match in _NUMBER.finditer(remark):
        before, word, end = remark[end : match.start()], match[2], match.end(1)
        if _REFERENCE.match(word) or remark[max(match.start() - 1, 0) : match.start()] in ("/", "-"):
            continue
        for size in range(len(word), -1, -1):
            found = read_quantity(match[1] + word[:size])
            if found and (size == 0 or found.unit.dimension != found.unit.name or size <= 2):
                yield found, before
                break
