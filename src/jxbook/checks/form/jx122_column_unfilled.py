"""JX122 一栏全都没有填写

查什么
    三个以上指标，三级指标、年度指标值、实际完成值、分值中有没有哪一栏各行全都空着。只空着几行的，由 JX102 逐行指出。

为什么
    缺项的指标不能计分，总分只能显示“待完善”；一栏全空多半是同一个原因，如导入的表样没有这一栏。

示例
    会报：各行分值：空
    会报：各行实际完成值：空
    不报：分值：空
    不报：实际完成值：空

怎么改
    补填这一栏；分值按预算批复填写，各行分值与执行率的分值相加应等于总分。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.form.table import BY_FIELD


def check(case: Case) -> Iterator[Flaw]:
    pointless = case.policy.pointless
    for field in BY_FIELD:
        if field in case.unfilled:
            heading = BY_FIELD[field].heading
            why = "缺项的指标看不出完成情况" if pointless else "缺项的指标不能计分"
            yield (warning if pointless else error)(
                case.rows[0].indicator.entry(field),
                f"{len(case.rows)}个指标都没有填写{heading}",
                f"{why}；{grounds.COMPLETE.cite(case.policy)}",
                f"请从这一格起逐行补填{heading}",
            )
