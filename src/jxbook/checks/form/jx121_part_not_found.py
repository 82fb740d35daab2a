"""JX121 表中没有找到应有的部分

查什么
    项目名称、项目资金（预算数、执行数）、年度总体目标在表中有没有找到；指标表有没有“分值”“得分”两栏。
    有这一栏而没有填的，由别的规则查。

为什么
    没有找到的部分没有读取，也没有校验；表样本来没有的，不用补。

示例
    会报：项目资金的表头：钱
    不报：年度资金总额：10、10、10

怎么改
    表样里有这一部分的，请核对栏名；没有的，可以不理会。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, note
from jxbook.checks.wording import listed
from jxbook.policy.for_form import BY_FORM


def check(case: Case) -> Iterator[Flaw]:
    form = case.form
    if not form.columns or case.only_targets:
        return  # a 目标申报表: JX120
    money = form.funding.total
    unfound = [
        label for label, one in (("预算数", money.budget), ("执行数", money.spent)) if one.cell is None
    ]
    if unfound and form.funding.doubt is None and case.scoring.execution.points:
        yield error(
            None,
            f"没有找到项目资金的{'和'.join(unfound)}，执行率没有计算",
            f"执行率{case.scoring.execution.points:f}分不能计分；{grounds.READING}",
            "请核对资金一段的栏名，如“全年预算数”“全年执行数”",
        )
    absent = [
        label
        for label, there in (
            ("项目名称", form.project.name.cell is not None or not form.project.name.blank),
            ("年度总体目标", any(one.expected.cell or one.achieved.cell for one in form.goals)),
        )
        if not there
    ]
    if absent and not case.in_report:  # a report tells them in its text
        yield note(
            None,
            f"表中没有找到{listed(absent)}",
            f"没有找到的部分没有校验；{grounds.READING}",
            "表样里有的，请核对栏名；没有的，可以不理会",
        )
    if case.policy.rule("scoring.source").source == BY_FORM:
        lacking, so = "“分值”“得分”两栏", "只比较完成情况，不计分"
        if "earned" in form.columns:
            lacking = "“年度指标值”“实际完成值”两栏" if "points" in form.columns else "“分值”一栏"
            so = "得分按表中所填，没有复算"
        yield note(
            None,
            f"表中没有{lacking}，{so}",
            f"表样如此的，不用补；{grounds.READING}",
            f"要由程序计分的，请补上{lacking}，或改用有{lacking}的表",
        )
