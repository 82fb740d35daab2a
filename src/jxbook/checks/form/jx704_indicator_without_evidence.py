"""JX704 指标没有佐证材料

查什么
    “佐证材料”表已经按三级指标列出材料时，已填实际完成值的指标是不是每一个都有对应的材料。

为什么
    实际完成值要有材料支持，评审时逐个指标核对。

示例
    会报：佐证材料：材料名称 签到表，对应三级指标 参加活动人次，是否具备 有
    不报：佐证材料：材料名称 项目档案，对应三级指标 全部指标，是否具备 有

怎么改
    在“佐证材料”补一行，“对应三级指标”选这一指标；一份材料支持几个指标的，用顿号隔开。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1三（八）（按照数据来源提供对应的佐证材料）
    官方：财预〔2020〕10号第十四条（部门评价、财政评价：数据及佐证资料应当可采集、可获得）
    实践：逐个指标提供佐证材料，取自审核系统的要求
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import listed
from jxbook.scoring.evidence import covers_all, supports


def check(case: Case) -> Iterator[Flaw]:
    named = [one.indicator for one in case.form.records.evidence if not one.indicator.blank]
    if not named or any(covers_all(one) for one in named):
        return
    bare = [
        row
        for row in case.rows
        if not (row.indicator.name.blank or row.indicator.actual.blank)
        and not any(supports(entry, row.indicator.name.text) for entry in named)
    ]
    if bare:  # one list is short, and told once
        yield warning(
            bare[0].indicator.name,
            f"{listed(row.title for row in bare)}没有对应的佐证材料",
            grounds.EVIDENCE.cite(case.policy),
            "请在“佐证材料”中补上支持这些指标的材料，或在已有材料的“对应三级指标”中写上它们",
        )
