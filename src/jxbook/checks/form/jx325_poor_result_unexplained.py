"""JX325 自评结果较差，没有说明原因和措施

查什么
    总分对应最低一档等级的，得分低的指标有没有逐条写明原因，表中或报告素材里有没有写改进（整改）措施。

为什么
    自评结果较差的项目，要单独说明原因，提出整改措施。

示例
    会报：三级指标：举办活动场次｜实际完成值：4场｜得分：3｜三级指标：活动验收合格率｜实际完成值：20%｜得分：3｜三级指标：参加活动人次｜实际完成值：20人次｜得分：2｜总分：58｜等级：差
    不报：总分：100｜等级：优

怎么改
    写明得分低的原因、整改措施和完成时间。

依据
    官方：财预〔2020〕10号第二十六条（单位自评：对预算执行率偏低、自评结果较差的项目，要单独说明原因，提出整改措施）
    假定：“较差”按所选政策的最低一档等级
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure, quote
from jxbook.pattern import pattern

_MEASURE = pattern(r"措施|整改|改进|下一步|下年|拟|将|计划|加快|加强|完善|落实|督促|建立|调整")


def check(case: Case) -> Iterator[Flaw]:
    total, grade = case.scoring.total, case.scoring.grade
    bands = case.policy.values("grades.bands")
    if total is None or not grade or not bands or grade != str(bands[-1][1]):
        return
    if case.policy.word("evaluation.kind") != "self":
        return
    lost = [row for row in case.rows if row.short]
    silent = [row for row in lost if not row.explained]
    told = case.told(_MEASURE) or any(_MEASURE.search(row.indicator.reason.text) for row in lost)
    if lost and not silent and told:
        return
    missing = (
        "没有写改进措施"
        if not silent
        else f"{quote(silent[0].indicator.name.text)}等{len(silent)}条指标没有写原因"
    )
    yield warning(
        case.form.total,
        f"总分{figure(total)}分，等级为{quote(grade)}，{missing}",
        "财预〔2020〕10号第二十六条：对预算执行率偏低、自评结果较差的项目，要单独说明原因，提出整改措施",
        "请写明得分低的原因、整改措施和完成时间",
    )
