"""JX408 得分率明显高于执行率

查什么
    总分占满分的比例，比执行率高出的百分点是否超过政策规定的界限（如5个百分点）。没有规定界限的政策不查。

为什么
    钱没有用完，绩效却接近满分，评审时会问目标是不是定得偏低、预算是不是编得偏高。

示例
    会报：政策里的execution.gap_warning：5｜年度资金总额：10、10、8
    不报：政策里的execution.gap_warning：5｜年度资金总额：10、10、9.8

怎么改
    核对指标值和完成值；属实的，在报告中说明原因，如节约了资金。

依据
    实践：界限取自填报系统的提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.scoring import half_up, percent


def check(case: Case) -> Iterator[Flaw]:
    rule = case.policy.optional("execution.gap_warning")
    rate, total = case.scoring.execution.rate, case.scoring.total
    if rule is None or rate is None or total is None:
        return
    limit, earned = rule.number, total / case.policy.number("weights.total")
    if (earned - rate) * 100 <= limit:
        return
    yield warning(
        case.form.funding.tells_rate,
        f"得分率{percent(earned)}，执行率{percent(rate)}，高出{figure(half_up((earned - rate) * 100, 2))}个百分点",
        f"超过{figure(limit)}个百分点的应核对；{rule.cited}",
        "请核对指标值和完成值；属实的，在报告中说明原因",
    )
