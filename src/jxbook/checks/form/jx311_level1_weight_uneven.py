"""JX311 一级指标的分值不合规定

查什么
    政策规定一级指标的分值应为某数的整倍数（如末位是0或5），或者不低于某个下限的，各一级指标的分值合计是否符合。

为什么
    有的地方对分值有这样的规定，不符合的会被退回。

示例
    会报：政策里的weights.level1_least：15｜三级指标：居民满意度｜分值：10
    不报：政策里的weights.level1_step：5｜三级指标：居民满意度｜分值：10

怎么改
    按规定调整各一级指标的分值，使合计仍等于总分。

依据
    实践：郑州市财政评价规定分值末位是0或5、不低于15分；没有这样规定的政策不查
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure, listed


def check(case: Case) -> Iterator[Flaw]:
    if not case.weighed or case.weights is None:
        return
    used = {name: points for name, points in case.weights.items() if points}
    step_rule, least_rule = (
        case.policy.optional("weights.level1_step"),
        case.policy.optional("weights.level1_least"),
    )
    for rule, wanted in ((step_rule, "应为{}的整倍数"), (least_rule, "应不低于{}分")):
        if rule is None or not rule.number:
            continue
        number, step = rule.number, rule is step_rule
        wrong = [
            f"{name}{figure(points)}分"
            for name, points in used.items()
            if (points % number if step else points < number)
        ]
        if wrong:
            yield (error if rule.official else warning)(
                None,
                f"{listed(wrong)}，{wanted.format(figure(number))}",
                rule.cited,
                "请调整一级指标的分值，合计仍等于总分",
            )
