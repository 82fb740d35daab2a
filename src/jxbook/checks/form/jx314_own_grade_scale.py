"""JX314 等级用的是评价方自己的标准

查什么
    总分由第三方评定的，“基本信息”中填写的第三方评价等级，与全国办法按同一分数对应的等级是否相同。

为什么
    同是“优”，各家的分数线可能不同；不写明标准，看报告的人会按全国的标准理解。

示例
    会报：评价政策：beijing-third-party｜第三方评价得分：86.53｜第三方评价等级：优
    不报：评价政策：beijing-third-party｜第三方评价得分：86.53｜第三方评价等级：良

怎么改
    不必改等级；在“等级标准说明”中写明评价方的分数线，报告会照录。等级抄错了的，改正。

依据
    官方：财预〔2020〕10号第十八条（等级一般划分为四档：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差）
    实践：评价机构另定分数线，见于公开的评价报告
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure, quote
from jxbook.form import NO_ENTRY
from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_SCALE
from jxbook.policy import DEFAULT_POLICY, shipped_policy
from jxbook.scoring.grade import grade, short_grade


def check(case: Case) -> Iterator[Flaw]:
    total, stated = case.scoring.total, case.form.project.facts.get(EXTERNAL_GRADE)
    if case.source != "total" or total is None or stated is None or missing(stated):
        return
    national = shipped_policy(DEFAULT_POLICY)
    right = grade(total, national)
    if short_grade(stated.text) == right:
        return
    told = not missing(case.form.project.facts.get(EXTERNAL_SCALE, NO_ENTRY))
    yield note(
        stated,
        f"总分{figure(total)}分，等级写为{quote(stated.text)}，全国办法对应的是{quote(right)}，是评价方自己的标准",
        national.rule("grades.bands").cited,
        "已写明等级标准，请核对与评价方的说法一致"
        if told
        else f"请在“基本信息”的{EXTERNAL_SCALE}中写明评价方的分数线",
    )
