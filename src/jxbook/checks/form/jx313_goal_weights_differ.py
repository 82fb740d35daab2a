"""JX313 年度目标的权重对不上

查什么
    有几个年度目标、各有权重的表：各目标的权重加上执行率的分值是否等于总分，每个目标之下各指标的分值合计是否等于
    它的权重，有没有漏填权重，有没有把权重写成百分比。

为什么
    总分由各目标的得分汇总，权重对不上，总分就不是100分制。

示例
    会报：评价政策：hubei-2020｜各目标的权重：60、40
    不报：评价政策：hubei-2020｜各目标的权重：50、40

怎么改
    调整目标的权重，或调整指标的分值。

依据
    官方：财预〔2020〕10号第十八条（总分一般设置为100分）
    实践：几个年度目标各有权重，见于湖北省的自评表
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure, quote
from jxbook.form import Entry
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    goals = case.form.goals
    if len(goals) == 1 or not case.weighed or not any(_has_place(goal.weight) for goal in goals):
        return
    rule, wanted = case.policy.rule("weights.total"), case.policy.number("weights.total")
    tolerance = case.policy.number("rounding.tolerance")
    sums = _sums(case)
    used = [
        at for at, goal in enumerate(goals) if at in sums or not (goal.expected.blank and goal.weight.blank)
    ]
    for at in used:
        name, weight, added = f"年度目标{at + 1}", goals[at].weight, sums.get(at)
        if _is_share(weight):
            what = f"{name}的权重{quote(weight.text)}是百分比，权重应当是分值"
            left = figure(wanted - case.scoring.execution.points)
            yield warning(weight, what, rule.cited, f"请只写分数，各年度目标合计{left}分")
        elif weight.number is None:
            what = f"{name}的权重{'没有填写' if missing(weight) else '不是数'}"
            yield warning(weight, what, rule.cited, "请填写权重，只写数字")
        elif added is not None and abs(added - weight.number) > tolerance:
            what = f"{name}的权重是{figure(weight.number)}，其下各指标的分值合计{figure(added)}分"
            yield error(weight, what, f"{grounds.CONTRADICTORY}；{rule.cited}", "请使两者相等")
    weights = [None if _is_share(goals[at].weight) else goals[at].weight.number for at in used]
    known, execution = [one for one in weights if one is not None], case.scoring.execution.points
    total = sum(known, execution)
    if known and len(known) == len(weights) and abs(total - wanted) > tolerance:
        parts = f"，加上执行率{figure(execution)}分" if execution else ""
        yield (error if rule.official else warning)(
            goals[0].weight,
            f"各年度目标的权重合计{figure(total - execution)}{parts}，是{figure(total)}分",
            rule.cited,
            f"请调整权重，使合计等于{figure(wanted)}分",
        )


def _has_place(weight: Entry) -> bool:
    """Does the form ask for a weight, or was one written where it does not: 年度目标1（60分）? Most list their goals."""
    return weight.cell is not None or not weight.blank


def _is_share(weight: Entry) -> bool:
    """60% may be of all points or of those without the 执行率: it is no number of points."""
    return "%" in fold(weight.text)


def _sums(case: Case) -> dict[int, Decimal | None]:
    """年度目标, counted from 0 → the 分值 of its rows together, None where one is missing."""
    sums: dict[int, Decimal | None] = {}
    for row in case.rows:
        before, points = sums.get(row.indicator.goal, Decimal(0)), row.scored.points
        sums[row.indicator.goal] = None if before is None or points is None else before + points
    return sums
