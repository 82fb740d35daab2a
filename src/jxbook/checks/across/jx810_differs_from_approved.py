"""JX810 与批复的绩效目标不一致

查什么
    用 jxbook check --approved 给出目标申报表的，逐项对照：批复的指标有没有漏掉，有没有另加的指标，
    年度指标值、分值、年度总体目标有没有改动。名称中的“指标1：”一类的序号不计。

为什么
    自评用的是预算批复时确定的绩效指标，改动应当经过批准。

示例
    会报：三级指标：参加活动人次｜年度指标值：≥200人次｜批复的三级指标：参加活动人次｜批复的年度指标值：≥300人次
    不报：三级指标：参加活动人次｜年度指标值：≥200人次｜批复的三级指标：参加活动人次｜批复的年度指标值：不少于200人次

怎么改
    改回批复的内容；经过批准调整的，在报告素材中写明批准的时间和文号。

依据
    官方：财预〔2020〕10号第十三条（单位自评指标是指预算批复时确定的绩效指标）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.approved import Pair
from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.wording import quote
from jxbook.form import Indicator
from jxbook.values import Sign, fold

_WHY = "财预〔2020〕10号第十三条：单位自评指标是指预算批复时确定的绩效指标"
_FIX = "请改回批复的内容；经批准调整的，写明批准的时间和文号"


def check(pair: Pair) -> Iterator[Flaw]:
    for name, one in pair.own.items():
        if name in pair.wanted:
            yield from _changed(one, pair.wanted[name], pair.form.year)
        else:
            yield warning(one.name, f"{quote(one.name.text)}不在批复的绩效指标中", _WHY, _FIX)
    for name, wanted in pair.wanted.items():
        if name not in pair.own:
            said = f"批复的指标{quote(wanted.name.text)}（{wanted.target.text or '未写指标值'}）不在自评表中"
            yield warning(None, said, _WHY, _FIX)
    goal, approved = pair.form.goal.expected, pair.approved.goal.expected
    if not approved.blank and fold(goal.text) != fold(approved.text):
        yield note(goal, "年度总体目标的预期目标与批复的不同", _WHY, _FIX)


def _changed(one: Indicator, wanted: Indicator, year: int | None) -> Iterator[Flaw]:
    if not wanted.target.blank and not _same(one, wanted, year):
        said = (
            f"{quote(one.name.text)}的年度指标值{quote(one.target.text)}，批复的是{quote(wanted.target.text)}"
        )
        yield warning(one.target, said, _WHY, _FIX)
    own, approved = one.points.number, wanted.points.number
    if approved is not None and own is not None and own != approved:
        said = f"{quote(one.name.text)}的分值{one.points.text}，批复的是{wanted.points.text}"
        yield warning(one.points, said, _WHY, _FIX)


def _same(one: Indicator, other: Indicator, year: int | None) -> bool:
    """Do two targets ask for the same, however they are written? A sign that only one of them has says nothing."""
    own, wanted = one.target_value, other.target_value
    if own.moment and wanted.moment:
        base = year or own.moment.year or wanted.moment.year or 2000
        return own.moment.last_day(base) == wanted.moment.last_day(base)
    if own.low is None or wanted.low is None:
        return fold(one.target.text) == fold(other.target.text)
    signs = {own.sign, wanted.sign} - {Sign.EQUAL}
    numbers = [
        (read.low * read.unit.factor, read.high, read.unit.dimension)
        for read in (own, wanted)
        if read.low is not None
    ]
    return len(signs) < 2 and numbers[0] == numbers[1]
