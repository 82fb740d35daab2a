"""JX103 年度资金总额没有填全

查什么
    年度资金总额一行的全年预算数和全年执行数有没有填写。执行率不计分的政策，表中有这一行才查，只作提醒。

为什么
    缺一个数就算不出执行率，总分只能显示“待完善”。

示例
    会报：年度资金总额：10、10、空
    不报：年度资金总额：10、10、0

怎么改
    按预算批复（有调整的按调整后）填写全年预算数，按决算填写全年执行数；没有支出填0。

依据
    官方：财预〔2020〕10号附件1（单位自评：自评表列有年初预算数、全年预算数、全年执行数）
    假定：部门评价、财政评价的评分表，文件没有规定表样
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import missing


def check(case: Case) -> Iterator[Flaw]:
    total = case.form.funding.total
    if not case.scoring.execution.points:
        yield from _unscored(case)
        return
    if total.budget_amount == 0:
        yield error(
            total.budget,
            "年度资金总额的全年预算数是0，无法计算执行率和总分",
            grounds.FORM.cite(case.policy),
            "请填写全年预算数；确实没有安排预算的项目，不必自评",
        )
    for label, entry, how in (
        ("年初预算数", total.initial_budget, "年初没有安排的填0"),
        ("全年预算数", total.budget, "有调整的，填调整后的数"),
        ("全年执行数", total.spent, "没有支出的填0"),
    ):
        if missing(entry) and case.has_box(entry):
            consequence = "无法计算执行率" if entry is not total.initial_budget else "报告中无法写明预算安排"
            yield error(
                entry,
                f"年度资金总额的{label}没有填写，{consequence}",
                grounds.FORM.cite(case.policy),
                f"请填写{label}；{how}",
            )


def _unscored(case: Case) -> Iterator[Flaw]:
    total = case.form.funding.total
    for label, entry in (("全年预算数", total.budget), ("全年执行数", total.spent)):
        if entry.cell and entry.blank and not entry.unknown:
            what = f"年度资金总额的{label}没有填写，报告中无法写明资金情况"
            yield warning(entry, what, grounds.FORM.cite(case.policy), f"请填写{label}；没有的填“无”")
