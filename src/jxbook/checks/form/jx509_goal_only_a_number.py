"""JX509 总体目标只写了一个数

查什么
    年度总体目标的预期目标、实际完成情况，是不是只有一个数，没有写是什么；预期目标是不是只有“完成”“全面完成”。
    预期目标写明了是什么的，实际完成情况可以只写同一单位的数。

为什么
    总体目标要说明做什么、做到什么程度。只有一个数，不能对照，报告里也写不成句子。

示例
    会报：预期目标：100%
    不报：预期目标：举办活动20场

怎么改
    写成一两句话，例如“举办社区文化活动20场，服务居民200人次，居民满意度达到90%”。

依据
    官方：财预〔2020〕10号第十一条（单位自评：自评内容包括项目总体绩效目标的完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.values import fold

_NUMBER = pattern(
    r"(?:已?完成(?:率|进度)?|达到|达成|实现)?[:：]?[≥≤><=~约]*-?[\d,]+(?:\.\d+)?(?:-[\d.]+)?([^\d\W]{0,3})[%‰]?[.。]?\Z"
)
_WORDS = pattern(
    r"(?:已|均|全部|全面|按期|如期|按时)*(?:完成|达成|实现)(?:各项|全部|年度|工作|既定)*(?:任务|目标|工作)?[.。]?\Z"
)


def check(case: Case) -> Iterator[Flaw]:
    for title, goal in case.goals:
        for name, entry in (("预期目标", goal.expected), ("实际完成情况", goal.achieved)):
            text = fold(entry.text)
            number = _NUMBER.match(text)
            if number and entry is goal.achieved and _answers(number[1], fold(goal.expected.text)):
                continue
            if number or (entry is goal.expected and _WORDS.match(text)):
                yield warning(
                    entry,
                    f"{title}{name}只写了{quote(entry.text)}，没有写是什么",
                    grounds.GOALS.cite(case.policy),
                    "请写成一两句话：做什么、做多少、达到什么程度",
                )


def _answers(unit: str, expected: str) -> bool:
    """Is a number one of what was expected in words: 完成17公里 beside 改造管网18公里?"""
    return bool(unit) and unit in expected and _NUMBER.match(expected) is None
