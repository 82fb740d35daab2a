"""The 自评表 of a report in Word can be imported again: every label and every entry is found where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.document import render
from jxbook.foreign.word import read_word
from jxbook.form import Entry, Form, Goal, Indicator
from jxbook.policy import Policy
from jxbook.recognition import recognise
from jxbook.report import compose
from jxbook.report.outline import Outline
from jxbook.scoring import score

Ruled = Callable[..., Policy]
OUTLINE = "# 报告\n{{ form_in_text() }}\n{{ survey_annex() }}\n{{ cost_table() }}\n{{ evidence_annex() }}"
SPLIT = (
    "一级指标 二级指标 三级指标 指标性质 指标值 度量单位 完成值 分值 得分 未完成原因分析及改进措施".split()
)
NO_SCORES = "一级指标 二级指标 三级指标 年度指标值 实际完成值 偏差原因分析及改进措施".split()


def imported(form: Form, policy: Policy) -> Form:
    report = render(compose(form, policy, score(form, policy), outline=Outline("outline", OUTLINE)))
    grid, _ = read_word(report, "报告.docx")
    return recognise(grid, "报告.docx")


def entries(form: Form) -> list[object]:
    """What was filled in, cell by cell; 无 is a blank that was printed."""
    rows = [
        (
            row.goal,
            *(entry.text for entry in (row.level1, row.level2, row.name, row.target, row.actual)),
            row.nature.text,
            row.value.text,
            row.unit.text,
            "" if row.reason.none else row.reason.text,
        )
        for row in form.indicators
    ]
    money = [
        (row.label, row.initial_budget.text, row.budget.text, row.spent.text)
        for row in (form.funding.total, *form.funding.parts)
    ]
    goals = [(one.expected.text, one.achieved.text, one.weight.text) for one in form.goals]
    head = (form.project.name.text, form.project.supervisor.text, form.project.implementer.text, form.year)
    return [rows, money, goals, head, {label: one.text for label, one in form.boxes.items()}]


def test_the_national_form(full_form: Form, ruled: Ruled) -> None:
    again = imported(full_form, ruled())
    assert entries(again) == entries(full_form)
    assert (again.total.text, again.grade.text, again.funding.rate.text) == ("94.77", "优", "97.70%")
    assert [row.earned.text for row in again.indicators] == ["25", "20", "30", "10"]


def test_split_columns_boxes_and_signatures(full_form: Form, ruled: Ruled) -> None:
    texts = map(Entry, ("产出指标", "数量指标", "整治街巷", "12", "13", "90"))
    row = Indicator.read(*texts, nature=Entry("≥"), unit=Entry("条"))
    boxes = {
        "评价结论": Entry("完成较好。"),
        "存在问题": Entry("工程延期。"),
        "改进措施": Entry("提前安排。"),
    }
    form = replace(full_form, indicators=(row,), boxes=boxes)
    values = {
        "layout.columns": tuple(SPLIT),
        "layout.boxes": tuple((label, Decimal(200)) for label in boxes),
        "layout.signatures": ("填报人", "审核人"),
    }
    assert entries(imported(form, ruled(**values))) == entries(form)


def test_several_goals_with_their_weights(full_form: Form, ruled: Ruled) -> None:
    form = replace(
        full_form,
        goal=replace(full_form.goal, weight=Entry(Decimal(60))),
        more_goals=(Goal(Entry("提升满意度"), Entry("满意度93.5%"), Entry(Decimal(40))),),
        indicators=tuple(replace(one, goal=at // 2) for at, one in enumerate(full_form.indicators)),
    )
    assert entries(imported(form, ruled())) == entries(form)


@pytest.mark.parametrize("source", ["none", "total"])
def test_a_form_without_scores(full_form: Form, ruled: Ruled, source: str) -> None:
    policy = ruled(**{"layout.columns": tuple(NO_SCORES), "scoring.source": source})
    assert entries(imported(full_form, policy)) == entries(full_form)
