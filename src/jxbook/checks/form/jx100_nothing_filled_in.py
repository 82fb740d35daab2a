"""JX100 自评表还没有填写

查什么
    项目名称、单位、资金、总体目标、各行的指标值和完成值，是不是全都空着。是的，只报这一条，不逐格列出。

为什么
    空表没有可以校验的内容。

示例
    会报：空表
    不报：空表｜项目名称：社区文化活动项目

怎么改
    填写浅色单元格以后再校验。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：内容完整；部门评价、财政评价：报告应当依据充分）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error


def check(case: Case) -> Iterator[Flaw]:
    if case.blank:
        yield error(
            None,
            "自评表还没有填写：项目、资金、总体目标和各项指标都空着",
            grounds.COMPLETE.cite(case.policy),
            "请填写浅色单元格后再校验",
        )
