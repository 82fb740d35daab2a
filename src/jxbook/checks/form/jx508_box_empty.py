"""JX508 表末应填的文字栏没有填

查什么
    表中设有“评价结论”一类文字栏的，有没有填写；执行率低于界限的，说明原因的一栏有没有填写；
    有扣分的，“存在问题”“改进措施”两栏有没有填写。空着和填“无”都算没有写；不是这几类的栏不查。

为什么
    表中专设的栏空着，自评表就不完整；有扣分而没有问题和措施，评审时会要求补写。

示例
    会报：评价政策：sichuan｜评价结论：无
    不报：评价政策：sichuan｜评价结论：全面完成年度目标，自评等级为优

怎么改
    按栏目要求填写；字数有上限的，不要超出。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
    官方：财预〔2020〕10号第二十六条（单位自评：对预算执行率偏低的项目，要单独说明原因，提出整改措施）
    官方：财预〔2020〕10号第十一条（单位自评：要分析并说明原因，研究提出改进措施）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：存在的问题及原因分析、有关建议）
    实践：各栏的名称取自四川省公开的自评表；所选政策的表样没有这一栏的，只作提醒
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.scoring import percent
from jxbook.scoring.funds import rate_too_low

_VERDICT = pattern(r"评价结论|自评结论|总体评价")
_FAULTS = pattern(r"存在(?:的)?(?:主要)?问题|(?:改进|整改|下一步)(?:的)?措施")


def check(case: Case) -> Iterator[Flaw]:
    if not case.form.boxes:
        return
    rate, rule = case.scoring.execution.rate, case.policy.rule("execution.reason_below")
    complete = grounds.COMPLETE.under(case.policy)
    asked = {name for name, _ in case.policy.values("layout.boxes")}
    lost = sum(row.short or row.unmet for row in case.rows)
    low = rate_too_low(case.scoring.execution, case.policy)
    about_rate = case.rate_box[0] if case.rate_box else ""
    for label, box in case.form.boxes.items():
        if not missing(box):
            continue
        if label == about_rate:
            if low and rate is not None:
                what = f"执行率{percent(rate)}低于{rule.shown}%，{quote(label)}一栏没有说明"
                yield warning(box, what, rule.cited, "请写明执行率偏低的原因和整改措施")
        elif _VERDICT.search(label):
            say = error if complete.binds and label in asked else warning
            yield say(box, f"{quote(label)}一栏没有填写", complete.cited, "请写明自评的结论和得分、等级")
        elif _FAULTS.search(label) and (lost or low):
            cause = f"有{lost}条指标没有完成" if lost else "执行率偏低"
            yield warning(
                box,
                f"{cause}，{quote(label)}一栏没有填写",
                grounds.MEASURES.cite(case.policy),
                "请逐项写明问题和改进措施",
            )
