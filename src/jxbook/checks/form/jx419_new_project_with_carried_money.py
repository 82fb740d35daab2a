"""JX419 新增项目有上年结转资金

查什么
    “项目类型”填“新增项目”的，“上年结转资金”一行有没有金额。

为什么
    新增项目上年没有预算，一般没有结转；多半是项目类型选错，或者把其他资金填在了这一行。评审时会问资金的来源。

示例
    会报：项目类型：新增项目｜上年结转资金：80、80、80
    不报：项目类型：延续项目｜上年结转资金：80、80、80
    不报：项目类型：新增项目｜上年结转资金：0、0、0

怎么改
    核对项目类型和资金来源，改正填错的一处；确由上年其他项目的结转资金安排的，请在“报告素材”中写明。

依据
    假定：按常理判断，文件没有规定新增项目不得使用上年结转资金
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.form.facts import PROJECT_TYPE

_NEW, _CARRIED = "新增", "上年结转"


def check(case: Case) -> Iterator[Flaw]:
    kind = case.form.project.facts.get(PROJECT_TYPE)
    if kind is None or kind.none or not kind.text.strip().startswith(_NEW):
        return
    for row in case.form.funding.parts:
        amounts = (
            (row.budget, row.budget_amount),
            (row.initial_budget, row.initial_amount),
            (row.spent, row.spent_amount),
        )
        if not row.label.startswith(_CARRIED):
            continue
        for entry, number in amounts:
            if number:
                yield warning(
                    entry,
                    f"项目类型是“{kind.text.strip()[:20]}”，{row.label}却有{figure(number)}{case.form.funding.unit}",
                    "新增项目上年没有预算，一般没有结转资金，评审时会问来源",
                    "请核对项目类型和资金来源，改正填错的一处；确由其他项目结转安排的，请在“报告素材”中写明",
                )
                return
