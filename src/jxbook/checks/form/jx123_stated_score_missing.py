"""JX123 不按指标值计分的一项没有得分

查什么
    项目决策、项目管理等另成一块的各项和年度目标本身，列有分值、不按指标值计分的，得分是不是数。

为什么
    这些得分由填报人按评分标准填写，程序算不出来；缺一项，总分只能显示“待完善”。

示例
    会报：项目管理的得分：空
    会报：项目管理的得分：良好
    不报：项目管理的得分：18

怎么改
    按评分标准填写得分，只写数字；不参加评分的，把分值也去掉。

依据
    实践：按项目决策、项目管理等各块另行计分的表样，各块的得分都计入总分
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import quote


def check(case: Case) -> Iterator[Flaw]:
    if case.policy.word("scoring.source") in ("none", "total"):
        return
    for one in case.form.other_scores:
        if one.earned.number is None and not one.earned.unknown:
            lacks = "没有填写得分" if one.earned.blank else f"的得分{quote(one.earned.text)}不是数"
            yield error(
                one.earned,
                f"{quote(one.name.text)}{lacks}，无法计算总分",
                f"这一项不按指标值计分，得分由填报人填写；{grounds.REVIEWED}",
                "请按评分标准填写得分，只写数字；不参加评分的，把分值也去掉",
            )
