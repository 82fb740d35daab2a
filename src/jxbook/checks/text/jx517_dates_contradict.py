"""JX517 日期前后矛盾

查什么
    文字里有没有不存在的日期（2月30日、13月）；起止时间是否终止早于开始；申请结项、验收是否早于项目开始；同一句里写明
    计划日期和实际日期的，推迟、提前的天数是否相符（相差一天不算）。

为什么
    这样的日期不可能都对，评审时会要求核对。

示例
    会报：项目于2024年2月30日完成验收。
    会报：实施周期为2024年10月至2024年5月。
    会报：计划2024年8月31日前完工，实际于2024年10月20日完工，推迟30天。
    会报：项目开始时间：2024年5月｜项目完成时间：2024年3月
    不报：实施周期为2024年5月至10月，2024年11月30日完成验收。
    不报：实施周期为2023年10月至次年5月。

怎么改
    核对日期，改正写错的一个。改动前须核对原始材料。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around
from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.dates import StatedDate, delays, spans, stated_dates

_BEGINS = pattern(r"(?:项目)?(?:开始|起始|开工|启动)(?:时间|日期)\s*[:：为是]\s*\Z")
_ENDS = pattern(r"(?:项目)?(?:完成|结束|竣工|终止|完工)(?:时间|日期)\s*[:：为是]\s*\Z")
_LABEL = 12
"""How many characters before a date may be its label."""
_BEGUN = pattern(r"[^，。；\d]{0,4}(?:批复立项|立项|开工|启动实施|启动|正式实施)")
_ENDED = pattern(r"[^，。；\d]{0,4}(?:申请结项|结项|竣工|完工|通过(?:竣工)?验收|验收合格)")
_APART = pattern(r"[一二三]期|分别|其中|上年|前期|原|合同约定|计划|子项目|标段")
_OTHER = 20
"""How many characters before two dates may say that they are of different things."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with the dates at `start`..`end` of a text, and why."""

    start: int
    end: int
    what: str
    why: str


def check(reading: Reading) -> Iterator[Flaw]:
    slack = reading.policy.number("checks.days_slack")
    begun: StatedDate | None = None
    for passage in reading.holding("月"):
        text, dates = passage.text, stated_dates(passage.text)
        wrong = [*_not_in_the_calendar(dates)]
        if len(dates) > 1:
            turned = [*_ends_before_it_begins(text, dates)]
            wrong += turned or _days_miscounted(text, dates, slack)
            wrong += _done_before_begun(text, dates)
        for one in dates if "时间" in text or "日期" in text else ():
            if _BEGINS.search(text, max(0, one.start - _LABEL), one.start):
                begun = one
            elif begun and one < begun and _ENDS.search(text, max(0, one.start - _LABEL), one.start):
                wrong.append(_done_early(one.start, one, begun))
        yield from (_flaw(passage, one, reading) for one in wrong)


def _not_in_the_calendar(dates: Sequence[StatedDate]) -> Iterator[_Wrong]:
    for one in dates:
        if not one.exists:
            yield _Wrong(one.start, one.end, f"{one.text}不存在", "日期写错了")


def _ends_before_it_begins(text: str, dates: tuple[StatedDate, ...]) -> Iterator[_Wrong]:
    for first, second in spans(text, dates):
        if second < first:
            what = f"终止时间{second.text}早于开始时间{first.text}"
            yield _Wrong(first.start, second.end, what, f"{grounds.CONTRADICTORY}：终止早于开始")


def _days_miscounted(text: str, dates: tuple[StatedDate, ...], slack: Decimal) -> Iterator[_Wrong]:
    for late in delays(text, dates):
        if late.holds(slack):
            continue
        so = f"{'提前' if late.days < 0 else '推迟'}{abs(late.days)}天" if late.days else "同一天"
        what = f"文中写{late.way}{abs(late.stated)}天，{late.planned.text}到{late.done.text}是{so}"
        yield _Wrong(late.start, late.end, what, f"{grounds.CONTRADICTORY}：天数与日期不符")


def _done_before_begun(text: str, dates: Sequence[StatedDate]) -> Iterator[_Wrong]:
    """Of one sentence, each date with what happened on it behind it."""
    for first, second in pairwise(dates):
        if (
            second < first
            and set("。！？\n").isdisjoint(text[first.end : second.start])
            and _BEGUN.match(text, first.end, second.start)
            and _ENDED.match(text, second.end)
            and not _APART.search(text, max(0, first.start - _OTHER), second.start)
        ):
            yield _done_early(first.start, second, first)


def _done_early(start: int, done: StatedDate, begun: StatedDate) -> _Wrong:
    what = f"完成时间{done.text}早于开始时间{begun.text}"
    return _Wrong(start, done.end, what, f"{grounds.CONTRADICTORY}：完成早于开始")


def _flaw(passage: TextPart, wrong: _Wrong, reading: Reading) -> Flaw:
    return warning(
        passage.at(wrong.start, wrong.end),
        f"{wrong.what}（{around(passage.text, wrong.start, wrong.end)}）",
        f"{wrong.why}；{grounds.TRUE.cite(reading.policy)}",
        "请核对日期，改正写错的一个",
    )
