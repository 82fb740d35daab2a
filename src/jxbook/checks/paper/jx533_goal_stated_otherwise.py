"""JX533 总体目标前后说法不同

查什么
    报告里写的总体目标，与自评表的预期目标、与别处再次写到的总体目标，说的是不是同一件事（按共有的字词判断）；
    自评表的实际完成情况，是不是对照预期目标写的。

为什么
    目标只有一个，前后不一致，读的人不知道按哪一个评价。

示例
    会报：一、基本情况｜（一）总体目标｜改造老旧管网12公里，解决低洼小区积水。｜二、结论｜本项目总体目标为：培训基层干部，提升社区治理和服务群众的能力。
    不报：一、基本情况｜（一）总体目标｜举办社区文化活动20场，服务居民200人次。｜二、结论｜本项目总体目标为：举办活动20场，服务居民200人次。

怎么改
    以批复的绩效目标为准，统一各处的写法；实际完成情况对照预期目标逐项写。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括项目总体绩效目标完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_HEADING = pattern(r"\A(?:项目)?(?:年度)?总体?(?:绩效)?目标\Z")
_INLINE = pattern(r"(?:项目)?总体(?:绩效)?目标(?:为|是|[：:])+\s*([^。；\n]{10,200})")
_SHORTEST, _LONGEST = 12, 400


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.case is not None and len(reading.case.form.goals) > 1:
        return
    alike = reading.policy.number("checks.goals_alike") / 100
    expected, achieved = "", ""
    if reading.case is not None:
        expected = reading.case.form.goal.expected.text
        achieved = reading.case.form.goal.achieved.text
    stated = [*_stated(reading)]
    if not stated:
        return
    first, start, end = stated[0]
    known = [
        (text, f"第{part.paragraph.number}段")
        for part, low, high in stated[1:]
        if (text := part.text[low:high])
    ]
    if len(expected) >= _SHORTEST:
        known.append((expected, "自评表的预期目标"))
    goal = first.text[start:end]
    for other, where in known:
        if _likeness(goal, other) < alike:
            yield note(
                first.at(start, end),
                f"这里写的总体目标与{where}说法不同（{quote(other)}）",
                grounds.GOALS.cite(reading.policy),
                "请以批复的绩效目标为准，统一各处的写法",
            )
            break
    strange = min(len(achieved), len(expected)) >= _SHORTEST and _likeness(goal, expected) < alike
    if strange and _likeness(goal, achieved) > _likeness(expected, achieved):
        yield note(
            first.at(start, end),
            "自评表的实际完成情况是对照这里的目标写的，没有对照表中的预期目标",
            grounds.GOALS.cite(reading.policy),
            "请对照预期目标逐项写明实际完成情况",
        )


def _stated(reading: Reading) -> Iterator[tuple[TextPart, int, int]]:
    """Where the paper says its goal: below or behind a heading 总体目标, or in a sentence."""
    below = False
    for part in reading.passages:
        one = part.paragraph
        if one.title and _HEADING.match(one.title):
            below = not one.own.strip()
            if not below and len(one.own.strip()) >= _SHORTEST:
                yield part, one.body, min(len(part.text), one.body + _LONGEST)
            continue
        if below and not one.title and len(part.text) >= _SHORTEST:
            yield part, 0, min(len(part.text), _LONGEST)
        elif match := _INLINE.search(part.text):
            yield part, match.start(1), match.end(1)
        below = False


def _likeness(first: str, second: str) -> float:
    """The share of the shorter one's pairs of characters that the longer one has too."""
    one, other = _pairs(first), _pairs(second)
    return len(one & other) / min(len(one), len(other)) if one and other else 1.0


def _pairs(text: str) -> set[str]:
    bare = "".join(one for one in text[:_LONGEST] if "一" <= one <= "龥")
    return {"".join(pair) for pair in pairwise(bare)}
