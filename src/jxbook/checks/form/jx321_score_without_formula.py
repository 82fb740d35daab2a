"""JX321 得分没有公式

查什么
    由本程序新建的工作簿里，填了内容的指标行，“得分”一格是不是空的、没有公式。

为什么
    多半是插入的行没有把上一行的公式向下拖。表中的总分由各行得分汇总形成，这一行没有得分，总分就算不出来。

示例
    会报：本程序新建的自评表｜三级指标：举办活动场次｜得分：空
    不报：三级指标：举办活动场次｜得分：空

怎么改
    运行 jxbook score 文件 --write，或点“校验”、在询问时选“是”，公式会补上；也可以把上一行的“得分”和“本行校验”各向下
    拖一格。

依据
    官方：财预〔2020〕10号第十六条（单位自评：总分由各项指标得分汇总形成）
    假定：部门评价、财政评价的总分应为各项得分之和，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error


def check(case: Case) -> Iterator[Flaw]:
    for one in case.lost_formulas:
        if one.missing and one.field == "earned":
            yield error(
                one.entry,
                f"{one.name}没有公式，表中的总分没有算进这一行",
                grounds.SUMMED.cite(case.policy),
                "请运行 jxbook score 文件 --write 补上公式，或点“校验”在询问时选“是”，或把上一行的“得分”和“本行校验”向下拖一格",
            )
