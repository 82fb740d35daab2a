"""JX101 表头没有填全

查什么
    项目名称、主管部门、实施单位和评价年度有没有填写。总分由第三方评定的，“基本信息”中的第三方评价得分、
    等级有没有填写，得分是不是0至总分之间的数。

为什么
    缺了这些，自评表说不清是哪个项目、哪一年、由谁负责。

示例
    会报：实施单位：空
    会报：年度：空
    不报：年度：2024｜实施单位：花园街道办事处

怎么改
    按预算批复填写；年度写成四位数字，如“（2024年度）”。

依据
    官方：财预〔2020〕10号附件1（单位自评：自评表列有项目名称、主管部门等栏）
    假定：部门评价、财政评价的评分表，文件没有规定表样，只作提醒
    实践：总分由第三方评定的，照录第三方的得分和等级，见于公开的评价报告
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import figure, quote
from jxbook.form import NO_ENTRY, Entry, Form
from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL
from jxbook.policy.columns import name_label


def check(case: Case) -> Iterator[Flaw]:
    project, form = case.form.project, grounds.FORM.under(case.policy)
    say = error if form.binds else warning
    for label, entry in (
        (name_label(case.policy), project.name),
        ("主管部门", project.supervisor),
        ("实施单位", project.implementer),
    ):
        if missing(entry) and case.has_box(entry):
            yield say(entry, f"没有填写{label}", form.cited, f"请按预算批复填写{label}")
    if case.form.year is None:
        yield say(
            _place_of_year(case.form),
            "没有写明评价年度",
            f"{form.cited}；时效指标也要按年度计算",
            "请在标题下写明年度，如“（2024年度）”" + _again(case.form),
        )
    if case.source == "total" and not case.in_report:  # a report states them in its text
        yield from _stated(case)


def _place_of_year(form: Form) -> Entry | None:
    """Where a person would write it, which is never the hidden sheet of an adopted form."""
    if form.adopted:
        return form.title_year if form.title_year.cell else None
    return form.year_entry if form.year_entry.cell else form.project.facts.get("填报日期")


def _again(form: Form) -> str:
    """The formulas of an adopted form look for the year where it stood when it was adopted."""
    unseen = form.adopted and form.title_year.cell is None
    return "；表中公式要看到它，请在原表样里写好，用 jxbook new --like 重新采用" if unseen else ""


def _stated(case: Case) -> Iterator[Flaw]:
    facts, full = case.form.project.facts, figure(case.policy.number("weights.total"))
    total, grade = (facts.get(name, NO_ENTRY) for name in (EXTERNAL_TOTAL, EXTERNAL_GRADE))
    why = case.policy.rule("scoring.source").cited
    if missing(total):
        yield warning(total, f"没有填写{EXTERNAL_TOTAL}", why, "请在“基本信息”中照录第三方评定的得分")
    elif case.scoring.total is None and not total.unknown:
        what = f"{EXTERNAL_TOTAL}{quote(total.text)}不是0至{full}之间的数"
        yield error(total, what, grounds.impossible(total.number, why), "请照录第三方评定的得分，只写数字")
    if missing(grade):
        yield warning(grade, f"没有填写{EXTERNAL_GRADE}", why, "请在“基本信息”中照录第三方评定的等级")
