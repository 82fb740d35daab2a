"""Sums that need no 其中: the answers of a survey, the marks of a list of indicators, deductions that are added up.

In each the words leave no doubt that the parts are all there, so how far they are off does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jxbook.pattern import pattern
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figures
from jxbook.prose.sums import Sum
from jxbook.values.numerals import read_number

_ANSWER = pattern(
    r"[“‘]?(?P<name>(?:非常|很|比较|较|基本|不太|很不|非常不|不)?满意|一般|不了解|不清楚)[”’]?的?(?:有|为|占)?\s{0,4}\Z"
)
_SHEETS = pattern(r"\s{0,4}(?:有效)?(?:问卷|答卷|样本)")
_SHEETS_BEFORE = pattern(r"(?:有效)?(?:问卷|答卷|样本)(?:数)?(?:为|共)?\s{0,4}\Z")
_MIDDLE = frozenset({"一般", "基本满意", "比较满意", "较满意"})
_REST = pattern(r"其余|其他|未作答|未答|未填|弃权|空白|未评价")
_LEAST = 3
_PAIR = pattern(
    r"(?P<full>\d{1,9}(?:\.\d{1,6})?)分[，,]?\s{0,4}(?:实际|自评|评价)?得(?:分)?\s{0,4}(?P<got>\d{1,9}(?:\.\d{1,6})?)分(?!钟)"
)
_TOTAL = pattern(
    r"(?:总分|总得分|综合得分|自评得分|评价得分|得分)\s{0,4}(?:为|是|[：:])?\s{0,4}(?P<got>\d{1,9}(?:\.\d{1,6})?)分(?!钟|值)"
)
_TOTAL_BEHIND = pattern(
    r"[，,；;。]\s{0,4}(?:自评|评价)?(?:总分|总得分|综合得分|合计)(?:得分)?\s{0,4}(?:为|是|[：:])?\s{0,4}(?P<got>\d{1,9}(?:\.\d{1,6})?)分(?!钟|值)"
)
_EARNED = pattern(
    r"(?P<name>预算执行率?|执行率|决策|过程|产出|效益|满意度|成本)(?:类)?(?:指标)?(?:方面)?得(?:分)?\s{0,4}(?P<got>\d{1,9}(?:\.\d{1,6})?)分(?!钟)"
)
_COMPLETE = ({"决策", "过程", "产出", "效益"}, {"执行", "产出", "效益", "满意度"})
"""The 一级指标 that make up a total, 执行率 with them."""
_DONE_OR_NOT = pattern(
    r"(?:共|收到|收集|受理|应|发现|排查)[^，。；\d]{0,8}(?P<all>\d{1,9})(?P<unit>条|项|件|个|处|人|户|次|份|家)[^。；\d]{0,8}[，,]"
    r"(?:已|其中)?(?P<verb>采纳|完成|办结|整改|合格|通过|参加|验收|达标|解决)了?(?P<done>\d{1,9})(?P=unit)[，、,](?:尚|仍)?未(?P=verb)的?(?P<not>\d{1,9})(?P=unit)"
)
"""收到建议36条，采纳28条，未采纳8条."""
_LOST = pattern(r"(?<!共)(?<!计)扣(?:减|除|分)?\s{0,4}(?P<lost>\d{1,9}(?:\.\d{1,6})?)分")
_LOST_TOGETHER = pattern(
    r"(?P<count>[两二三四五六七八九])项(?:合计|共计|共|累计)扣(?:减|除|分)?\s{0,4}(?P<lost>\d{1,9}(?:\.\d{1,6})?)分"
)
_FULL = Decimal(100)
_REACH = 400


def tallies(text: str) -> tuple[Sum, ...]:
    """The sums of a text whose parts are complete beyond doubt, those that hold too."""
    found: list[Sum] = []
    if "不满意" in text:  # without it the answers are not all there
        found += _answers(text)
    if "得" in text and "分" in text:
        found += _marks(text)
        found += _earned(text)
    if "未" in text:
        found += _done_or_not(text)
    if "扣" in text:
        found += _deductions(text)
    return tuple(found)


def _answers(text: str) -> Iterator[Sum]:
    """186份有效问卷中，“满意”102份、“一般”80份、“不满意”4份."""
    run: list[Figure] = []
    names: set[str] = set()
    wholes: list[Figure] = []
    for one in (*figures(text), None):
        named = one and _ANSWER.search(text, max(0, one.start - 12), one.start)
        if one is not None and named and one.kind is FigureKind.COUNT:
            if named["name"] not in names and all(one.base == other.base for other in run):
                run.append(one)
                names.add(named["name"])
                continue
        elif one is not None and run and one.kind is FigureKind.PERCENT:
            continue  # “满意”108份，占20.93%
        if len(run) >= _LEAST and (sheets := [w for w in wholes if w.base == run[0].base]):
            total = sum((part.value or Decimal(0) for part in run), Decimal(0))
            complete = "不满意" in names and bool(names & _MIDDLE)
            rest = _REST.search(text, run[0].start, run[-1].end + 30)
            if (complete and not rest) and all(part.exact for part in (*run, sheets[-1])):
                yield Sum(sheets[-1], tuple(run), total, any(total == sheet.value for sheet in sheets))
        if one is None:
            return
        run, names = ([one], {named["name"]}) if named and one.kind is FigureKind.COUNT else ([], set())
        if _SHEETS.match(text, one.end) or _SHEETS_BEFORE.search(text, max(0, one.start - 12), one.start):
            wholes = [*wholes[-_LEAST:], one]


def _marks(text: str) -> Iterator[Sum]:
    """过程25分，得23分。其中：执行率10分，得9分；制度15分，得14分: the full marks add up, so the marks got must."""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) < _LEAST:
        return
    full = [Decimal(match["full"]) for match in pairs]
    if sum(full) == _FULL:
        before = list(_TOTAL.finditer(text, 0, pairs[0].start()))
        whole = before[-1] if before else _TOTAL_BEHIND.match(text, pairs[-1].end())
        if whole:
            yield _of_marks(text, whole, pairs)
    elif full[0] == sum(full[1:]):
        yield _of_marks(text, pairs[0], pairs[1:])


def _done_or_not(text: str) -> Iterator[Sum]:
    for match in _DONE_OR_NOT.finditer(text):
        whole, done, missed = (_counted(match, group) for group in ("all", "done", "not"))
        total = (done.number or Decimal(0)) + (missed.number or Decimal(0))
        yield Sum(whole, (done, missed), total, total == whole.number)


def _counted(match: re.Match[str], group: str) -> Figure:
    start, end = match.span(group)
    unit = match["unit"]
    return Figure(
        FigureKind.COUNT, match[group] + unit, start, end + len(unit), read_number(match[group]), unit
    )


def _earned(text: str) -> Iterator[Sum]:
    """产出得48分、效益得29分、满意度得9分、预算执行率得10分，总分96分: all of the 一级指标 with what they got."""
    parts = list(_EARNED.finditer(text))
    names = {"执行" if "执行" in one["name"] else one["name"] for one in parts}
    if len(names) != len(parts) or not any(names - {"成本"} == wanted for wanted in _COMPLETE):
        return
    before = list(_TOTAL.finditer(text, 0, parts[0].start()))
    whole = before[-1] if before else _TOTAL_BEHIND.match(text, parts[-1].end())
    if whole:
        yield _of_marks(text, whole, parts)


def _of_marks(text: str, whole: re.Match[str], parts: list[re.Match[str]]) -> Sum:
    figures_ = tuple(_mark(text, one, "got") for one in parts)
    total = sum((one.number or Decimal(0) for one in figures_), Decimal(0))
    stated = _mark(text, whole, "got")
    return Sum(stated, figures_, total, total == stated.number)


def _deductions(text: str) -> Iterator[Sum]:
    """立项程序扣1分；目标编制扣1.8分。两项共扣2.8分."""
    for match in _LOST_TOGETHER.finditer(text):
        count = read_number(match["count"].replace("两", "二"))
        before = list(_LOST.finditer(text, max(0, match.start() - _REACH), match.start()))
        if count is None or len(before) != count:
            continue
        parts = tuple(_mark(text, one, "lost") for one in before)
        total = sum((one.number or Decimal(0) for one in parts), Decimal(0))
        stated = _mark(text, match, "lost")
        yield Sum(stated, parts, total, total == stated.number)


def _mark(text: str, match: re.Match[str], group: str) -> Figure:
    start, end = match.span(group)
    return Figure(FigureKind.COUNT, text[start : end + 1], start, end + 1, read_number(match[group]), "分")
