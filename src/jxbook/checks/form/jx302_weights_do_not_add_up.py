"""JX302 分值合计不等于总分

查什么
    执行率的分值加上各指标的分值，是否等于政策规定的总分（缺省100分）。填“无”的指标不计；政策规定把其余
    指标折算的，有指标填“无”时只查合计是否超出总分。没有分值的表，和各年度目标另有权重的表（见JX313），不查。

为什么
    合计不对，总分就没有可比性，等级也会判错。

示例
    会报：三级指标：举办活动场次｜分值：10｜得分：10
    不报：三级指标：举办活动场次｜分值：15｜得分：15

怎么改
    调整各指标的分值，使合计等于总分；有指标不适用的，把它的分值分到其他指标。

依据
    官方：财预〔2020〕10号第十八条（总分一般设置为100分）
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure


def check(case: Case) -> Iterator[Flaw]:
    if not case.weighed or any(not goal.weight.blank for goal in case.form.goals):
        return
    rule, execution = case.policy.rule("weights.total"), case.scoring.execution.points
    points = [row.scored.points for row in case.rows]
    known = [one for one in points if one is not None]
    if not known or len(known) < len(points):
        return  # JX102 or JX306
    indicators = sum(known, Decimal(0))
    others = sum((one.points.number or Decimal(0) for one in case.form.other_scores), Decimal(0))
    total, wanted = indicators + execution + others, case.policy.number("weights.total")
    if total < wanted and _converted(case):
        return
    if abs(total - wanted) > case.policy.number("rounding.tolerance"):
        parts = f"执行率{figure(execution)}分，" if execution else ""
        difference = f"{'多' if total > wanted else '少'}{figure(abs(total - wanted))}分"
        yield (error if rule.official else warning)(
            case.form.total_points,
            f"分值合计{figure(total)}分（{parts}各指标{figure(indicators)}分），{difference}",
            rule.cited,
            f"请调整各指标的分值，使合计等于{figure(wanted)}分",
        )


def _converted(case: Case) -> bool:
    """Rows that do not apply are left out, and the policy converts the rest to the full total."""
    dropped = len(case.rows) < sum(
        not all(entry.blank for entry in (one.name, one.target, one.actual, one.points))
        for one in case.form.indicators
    )
    return dropped and case.policy.word("not_applicable.method") == "rescaled"
