"""JX310 执行率的得分与计算结果不符

查什么
    资金行填写的执行率得分，与按政策计算的得分相差有没有超过允许的误差。

为什么
    得分应当由全年预算数和全年执行数算出。

示例
    会报：年度资金总额：10、10、8｜执行率：80%｜执行率的得分：10
    不报：年度资金总额：10、10、8｜执行率：80%｜执行率的得分：8

怎么改
    改正得分，或检查预算数、执行数是否填错。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1三（七）2（预算执行率按区间赋分，并设置及格门槛）
    实践：分值×执行率的算法，财政部的办法没有规定，以所选政策为准
    假定：允许的误差0.01
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure, is_rounded


def check(case: Case) -> Iterator[Flaw]:
    entry, execution = case.form.funding.earned, case.scoring.execution
    stated = None if entry.raw is None else entry.number
    if stated is None or execution.earned is None:
        return
    if is_rounded(stated, execution.earned):
        return
    if abs(stated - execution.earned) > case.policy.number("rounding.tolerance"):
        yield warning(
            entry,
            f"执行率填写得{figure(stated)}分，按政策计算应得{figure(execution.earned)}分",
            execution.cited,
            f"请把得分改为{figure(execution.earned)}，或检查预算数、执行数是否填错",
        )
