"""JX305 等级与分数不符

查什么
    表中填写的等级，与总分对应的等级是否一致；文字里的说法见JX514。

为什么
    等级由分数确定，写错会影响评价结果的使用。

示例
    会报：三级指标：参加活动人次｜实际完成值：50人次｜得分：5｜总分：85｜等级：优
    不报：三级指标：参加活动人次｜实际完成值：50人次｜得分：5｜总分：85｜等级：良

怎么改
    改成与总分对应的等级；本地另有分档的，请选用本地的评价政策。

依据
    官方：财预〔2020〕10号第十八条（等级一般划分为四档：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差）
    实践：本地或本单位另定的分档，以所选政策为准，只作提醒
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure, quote
from jxbook.form import Entry
from jxbook.scoring import grade
from jxbook.scoring.grade import short_grade


def check(case: Case) -> Iterator[Flaw]:
    if case.policy.pointless:
        return  # an evaluator's own scale: JX314
    total = case.scoring.total if case.scoring.total is not None else case.form.total.number
    if total is None or (case.scoring.total is not None and case.scoring.grade is None):
        return  # too many 分值 for any grade: JX302
    stated = case.form.grade
    word = short_grade(stated.text)
    if not any(word == short_grade(one) for _, one in case.policy.values("grades.bands")):
        return
    right = case.scoring.grade or grade(total, case.policy)
    if word != short_grade(right):
        yield _flaw(case, stated, f"等级填写为{quote(stated.text)}", figure(total), right)


def _flaw(case: Case, at: Entry, said: str, total: str, right: str) -> Flaw:
    rule = case.policy.rule("grades.bands")
    return (error if rule.official else warning)(
        at,
        f"{said}，总分{total}分对应的等级是{quote(right)}",
        f"等级由总分确定；{rule.cited}",
        f"请把等级改为{quote(right)}；本地另有分档的，请选用本地的评价政策",
    )
