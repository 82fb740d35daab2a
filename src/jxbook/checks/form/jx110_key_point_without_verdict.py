"""JX110 评价要点没有评定

查什么
    “评价要点”表中已经评定了一部分，还有要点的“符合情况”空着，或者填的不是符合、部分符合、不符合、不适用。

为什么
    指标的实际完成值按符合的要点条数计算，缺一条就不能得出，总分也就待完善。

示例
    会报：评价要点：三级指标 举办活动场次，评价要点 活动有方案，符合情况 符合｜评价要点：三级指标 举办活动场次，评价要点 活动有记录，符合情况 空
    不报：评价要点：三级指标 举办活动场次，评价要点 活动有方案，符合情况 符合｜评价要点：三级指标 举办活动场次，评价要点 活动有记录，符合情况 部分符合

怎么改
    逐条选定符合情况；确实不适用于本项目的，选“不适用”。

依据
    官方：财预〔2020〕10号附件2（参考）（17项三级指标中9项列有评价要点，用于部门评价、财政评价）
    假定：按符合的条数计分，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import listed, quote
from jxbook.scoring.key_points import VERDICTS
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    points = case.form.records.key_points
    if all(one.verdict.blank for one in points):
        return
    for one in points:
        verdict = one.verdict
        if fold(verdict.text) in VERDICTS:
            continue
        name = quote(one.indicator.text)
        said = f"填的是{quote(verdict.text)}" if verdict.text else "没有填写"
        yield warning(
            verdict,
            f"{name}的评价要点{quote(one.text.text)}，符合情况{said}",
            f"评价要点逐条评定后才能计算得分；{grounds.KEY_POINTS.cite(case.policy)}",
            f"请从下拉列表选择：{listed(VERDICTS)}",
        )
