"""JX322 公式被手工填写的数盖住

查什么
    由本程序新建的工作簿里，执行率、得分、总分、等级、分值合计各格，有没有把公式改成了手工填写的内容；数碰巧是对的也查。

为什么
    现在的数可能是对的，以后改了指标值、完成值或金额，这一格不会跟着变，表和报告就对不上了。

示例
    会报：本程序新建的自评表｜三级指标：举办活动场次｜得分：15
    不报：三级指标：举办活动场次｜得分：15

怎么改
    得分：删去填写的数，再运行 jxbook score 文件 --write，或点“校验”、在询问时选“是”，公式会补上；也可以从相邻的行复制。
    其他各格：从新建的空表复制公式。

依据
    假定：由本程序提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote

_ROW = "请删去填写的数，再运行 jxbook score 文件 --write 补上公式，或从相邻的行复制公式"
_OTHER = "请从新建的空表复制这一格的公式"


def check(case: Case) -> Iterator[Flaw]:
    for one in case.lost_formulas:
        if one.typed and one.field != "verdict":
            yield warning(
                one.entry,
                f"{one.name}是手工填写的{quote(one.entry.text)}，盖住了公式",
                f"以后改了指标值、完成值或金额，这一格不会跟着变；{grounds.PRUDENT}",
                _ROW if one.field else _OTHER,
            )
