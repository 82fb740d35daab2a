"""JX104 年度总体目标没有填全

查什么
    年度总体目标的“预期目标”和“实际完成情况”有没有填写。有几个年度目标的，每个都查。

为什么
    总体目标完成得怎样，是单位自评的内容之一。部门评价、财政评价的评分表没有规定这一栏，只作提醒。

示例
    会报：预期目标：举办活动20场｜实际完成情况：空
    不报：预期目标：举办活动20场｜实际完成情况：全年举办活动21场

怎么改
    预期目标按预算批复抄录；实际完成情况对照它逐项写明完成了什么、完成了多少。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括项目总体绩效目标完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import missing


def check(case: Case) -> Iterator[Flaw]:
    ground = grounds.GOALS.under(case.policy)
    for title, goal in case.goals:
        for label, entry, how in (
            ("预期目标", goal.expected, "请按预算批复填写预期目标"),
            ("实际完成情况", goal.achieved, "请对照预期目标写明完成了什么、完成了多少"),
        ):
            if missing(entry) and case.has_box(entry):
                what = f"{title or '年度总体目标的'}{label}没有填写"
                yield (error if ground.binds else warning)(entry, what, ground.cited, how)
