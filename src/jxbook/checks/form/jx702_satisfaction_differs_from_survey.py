"""JX702 满意度与问卷不一致

查什么
    自评表满意度指标的实际完成值，与“满意度问卷”算出的综合满意度或者其中一题的满意度是否一致。

为什么
    实际完成值应当来自问卷，两处不一样，评审时会要求说明以哪个为准。

示例
    会报：三级指标：居民满意度｜年度指标值：≥75%｜实际完成值：95%｜“满意”份数：70
    不报：三级指标：居民满意度｜年度指标值：≥75%｜实际完成值：80%｜“满意”份数：70

怎么改
    按问卷改正实际完成值；计入比例与本单位的问卷不同的，先改“计入比例”。满意度另有来源的，在报告素材中写明。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（四）（应开展满意度调查或者其他收集满意度反馈的工作）
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：满意度一般采取社会调查的方式）
    假定：各档答案计入满意度的比例，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote, rate
from jxbook.scoring import half_up
from jxbook.values.rounding import decimals


def check(case: Case) -> Iterator[Flaw]:
    whole = case.satisfaction.ratio
    if whole is None:
        return  # JX707
    tolerance = case.policy.number("rounding.tolerance")
    for row in case.satisfaction_rows:
        stated, actual = row.percentage, row.indicator.actual
        if stated is None or row.indicator.actual_value.bound:
            continue
        places = decimals(stated)
        if abs(half_up(whole * 100, places) - stated) <= tolerance:
            continue
        if all(abs(half_up(ratio * 100, places) - stated) > tolerance for ratio in case.satisfied_each):
            yield warning(
                actual,
                f"{row.title}的实际完成值{quote(actual.text)}，满意度问卷的综合满意度是{rate(whole)}",
                f"{grounds.TRUE.cite(case.policy)}；{grounds.SURVEY.cite(case.policy)}",
                "请按问卷改正实际完成值；计入比例与本单位的问卷不同的，先改“计入比例”",
            )
