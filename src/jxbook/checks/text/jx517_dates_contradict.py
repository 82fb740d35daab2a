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

from collections.abc import Iterator
from itertools import pairwise

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose.dates import StatedDate, delays, spans, stated_dates

_BEGINS = pattern(r"(?:项目)?(?:开始|起始|开工|启动)(?:时间|日期)\s*[:：为是]\s*\Z")
_ENDS = pattern(r"(?:项目)?(?:完成|结束|竣工|终止|完工)(?:时间|日期)\s*[:：为是]\s*\Z")


_BEGUN = pattern(r"[^，。；\d]{0,4}(?:批复立项|立项|开工|启动实施|启动|正式实施)")
_ENDED = pattern(r"[^，。；\d]{0,4}(?:申请结项|结项|竣工|完工|通过(?:竣工)?验收|验收合格)")
_APART = pattern(r"[一二三]期|分别|其中|上年|前期|原|合同约定|计划|子项目|标段")


def check(reading: Reading) -> Iterator[Flaw]:
    slack = reading.policy.number("checks.days_slack")
    begun: tuple[TextPart, StatedDate] | None = None
    for passage in reading.holding("月"):
        text = passage.text
        found = stated_dates(text)
        for one in found:
            if not one.exists:
                yield _flaw(passage, one.start, one.end, f"{one.text}不存在", "日期写错了", reading)
        several = found if len(found) > 1 else ()
        reversed_ = [(first, second) for first, second in spans(text, several) if second < first]
        for first, second in reversed_:
            yield _flaw(
                passage,
                first.start,
                second.end,
                f"终止时间{second.text}早于开始时间{first.text}",
                f"{grounds.CONTRADICTORY}：终止早于开始",
                reading,
            )
        for late in delays(text, several):
            if not late.holds(slack) and not reversed_:
                so = f"{'提前' if late.days < 0 else '推迟'}{abs(late.days)}天" if late.days else "同一天"
                yield _flaw(
                    passage,
                    late.start,
                    late.end,
                    f"文中写{late.way}{abs(late.stated)}天，{late.planned.text}到{late.done.text}是{so}",
                    f"{grounds.CONTRADICTORY}：天数与日期不符",
                    reading,
                )
        for first, second in pairwise(several):
            between = text[first.end : second.start]
            if (
                second < first
                and not set("。！？\n") & set(between)
                and _BEGUN.match(text, first.end, second.start)
                and _ENDED.match(text, second.end)
                and not _APART.search(text, max(0, first.start - 20), second.start)
            ):
                yield _flaw(
                    passage,
                    first.start,
                    second.end,
                    f"完成时间{second.text}早于开始时间{first.text}",
                    f"{grounds.CONTRADICTORY}：完成早于开始",
                    reading,
                )
        for one in found:
            if _BEGINS.search(text, max(0, one.start - 12), one.start):
                begun = passage, one
            elif begun and _ENDS.search(text, max(0, one.start - 12), one.start) and one < begun[1]:
                yield _flaw(
                    passage,
                    one.start,
                    one.end,
                    f"完成时间{one.text}早于开始时间{begun[1].text}",
                    f"{grounds.CONTRADICTORY}：完成早于开始",
                    reading,
                )


def _flaw(passage: TextPart, start: int, end: int, what: str, why: str, reading: Reading) -> Flaw:
    return warning(
        passage.at(start, end),
        f"{what}（{around(passage.text, start, end)}）",
        f"{why}；{grounds.TRUE.cite(reading.policy)}",
        "请核对日期，改正写错的一个",
    )
