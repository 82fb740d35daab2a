"""JX504 实际完成情况照抄了预期目标

查什么
    年度总体目标的“实际完成情况”是不是与“预期目标”一字不差，或只加了“已完成”几个字。

为什么
    照抄目标看不出完成了什么，评审时会要求补写。

示例
    会报：预期目标：举办活动20场，服务居民600人次｜实际完成情况：已完成：举办活动20场，服务居民600人次
    不报：预期目标：举办活动20场，服务居民600人次｜实际完成情况：全年举办活动21场，服务居民640人次

怎么改
    写实际发生的情况：做了哪些事，完成了多少，与目标差多少。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括项目总体绩效目标完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
    假定：怎样算照抄由本程序暂定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.pattern import pattern

_SHORTEST = 6
_ADDED = pattern(
    r"(?:已经?|均|都|全部|全面|全年|年度|年初|按时|按期|按计划|按要求|如期|圆满|顺利|基本|完成|实现|达到|达成|落实|实际|预期"
    r"|目标|任务|计划|工作|指标|情况|到位|的|了|为|为止|截至|截止|\d{2,4}年|\d{1,2}月|\d{1,2}日|年?底|100%|百分之百|[^\w])*"
)


def check(case: Case) -> Iterator[Flaw]:
    for title, goal in case.goals:
        expected, achieved = "".join(goal.expected.text.split()), "".join(goal.achieved.text.split())
        if len(expected) < _SHORTEST:
            continue
        before, copied, after = achieved.partition(expected)
        if not copied or not (_ADDED.fullmatch(before) and _ADDED.fullmatch(after)):
            continue
        yield note(
            goal.achieved,
            f"{title}实际完成情况照抄了预期目标",
            f"照抄看不出完成了什么；{grounds.GOALS.cite(case.policy)}",
            "请写实际做了哪些事、完成了多少，与目标有差别的写明差多少",
        )
