"""JX117 单位自评由第三方评分

查什么
    单位自评的政策下，“基本信息”填了第三方评价机构和第三方评价得分的。

为什么
    单位自评由项目单位自主实施，谁支出、谁自评；第三方打的分，不是自评的结果。

示例
    会报：评价政策：beijing-third-party｜第三方评价机构：某会计师事务所｜第三方评价得分：86.53
    不报：评价政策：beijing-third-party｜第三方评价得分：86.53

怎么改
    是部门评价、财政评价的，选用部门评价的政策；是单位自评的，由本单位填写得分，第三方的意见写在报告里。

依据
    官方：财预〔2020〕10号第五条（单位自评：应由项目单位自主实施，即“谁支出、谁自评”）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.wording import quote
from jxbook.form import NO_ENTRY
from jxbook.form.facts import EXTERNAL_AGENCY, EXTERNAL_TOTAL


def check(case: Case) -> Iterator[Flaw]:
    facts = case.form.project.facts
    agency, total = (facts.get(name, NO_ENTRY) for name in (EXTERNAL_AGENCY, EXTERNAL_TOTAL))
    if case.policy.word("evaluation.kind") != "self" or any(one.blank or one.none for one in (agency, total)):
        return
    yield note(
        total,
        f"单位自评的得分是{quote(agency.text)}评的",
        "财预〔2020〕10号第五条：单位自评应由项目单位自主实施，即“谁支出、谁自评”",
        "请核对是不是部门评价；是单位自评的，由本单位评分，第三方的意见写在报告里",
    )
