"""JX403 执行率偏低，没有说明原因

查什么
    执行率低于政策规定的界限（缺省90%）时，报告素材、表末的文字栏或表所在的报告里有没有说明原因：同一句里
    谈到执行率、支出进度或结转结余，又写了因为什么。只写出执行率是多少的不算。表中专设一栏说明的，由JX508查。

为什么
    预算执行率偏低的项目，要单独说明原因，提出整改措施。

示例
    会报：年度资金总额：10、10、8｜执行率：80%
    会报：年度资金总额：10、10、8｜执行率：80%｜报告素材：全年预算执行率为80%。
    不报：年度资金总额：10、10、8｜执行率：80%｜报告素材：尾款待验收后支付，执行率偏低，下年提前组织验收。

怎么改
    在“报告素材”的问题和原因部分写明执行率偏低的原因和整改措施。

依据
    官方：财预〔2020〕10号第二十六条（单位自评：对预算执行率偏低的项目，要单独说明原因，提出整改措施）
    实践：界限90%取自四川省自评表
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.pattern import pattern
from jxbook.scoring import percent
from jxbook.scoring.funds import rate_too_low

_RATE = r"(?:执行率|支出进度|执行进度|预算执行|结转|结余|未支出|未执行|未支付|尚未支|(?:没有|无|未发生|未产生)支出|零支出|未(?:列支|动用))"
_CAUSE = r"(?:因|由于|原因|影响|待|主要(?:是|系|为)|推迟|滞后|延期|延迟|停工|流标|节约|节省|调减|收回|尾款|质保金|验收|招标|结算|较晚|偏晚|不足)"
_EXPLAINED = pattern(rf"{_RATE}[^。\n]{{0,120}}{_CAUSE}|{_CAUSE}[^。\n]{{0,120}}{_RATE}")


def check(case: Case) -> Iterator[Flaw]:
    rule, rate = case.policy.rule("execution.reason_below"), case.scoring.execution.rate
    low = rate_too_low(case.scoring.execution, case.policy)
    if rate is None or not low or case.rate_box or case.told(_EXPLAINED):
        return
    yield warning(
        case.form.funding.tells_rate,
        f"执行率{percent(rate)}低于{rule.shown}%，没有说明原因",
        rule.cited,
        f"请在{'“报告素材”' if case.form.places else '表中的说明栏或另附的说明'}中写明执行率偏低的原因和整改措施",
    )
