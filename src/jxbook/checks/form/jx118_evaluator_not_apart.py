"""JX118 评价机构与实施单位相同

查什么
    “第三方评价机构”填写的是不是项目的实施单位或主管部门自己。

为什么
    委托第三方评价，委托的和实施的要分开，第三方与资金使用单位不能有直接利益关系，否则评价不独立。

示例
    会报：实施单位：花园街道办事处｜第三方评价机构：花园街道办事处
    不报：实施单位：花园街道办事处｜第三方评价机构：某会计师事务所

怎么改
    填写实际承担评价的机构；由本单位自己评价的，不填这一栏。

依据
    官方：财预〔2020〕10号第二十四条（部门评价：委托第三方开展绩效评价的，要体现委托人与项目实施主体相分离的原则）
    实践：单位自评同样查，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.form.facts import EXTERNAL_AGENCY
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    project = case.form.project
    agency = project.facts.get(EXTERNAL_AGENCY)
    if agency is None or agency.blank or agency.none:
        return
    for label, unit in (("实施单位", project.implementer), ("主管部门", project.supervisor)):
        if not unit.blank and fold(unit.text) == fold(agency.text):
            yield warning(
                agency,
                f"第三方评价机构{quote(agency.text)}就是{label}",
                "财预〔2020〕10号第二十四条：部门委托第三方开展绩效评价的，要体现委托人与项目实施主体相分离的原则",
                "请填写实际承担评价的机构；由本单位自己评价的，不填这一栏",
            )
            return
