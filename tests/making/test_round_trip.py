"""Each layout built, filled, printed into a Word report and imported again gives the same form."""

from decimal import Decimal
from pathlib import Path

import pytest

import jxbook.report
from jxbook.document import render
from jxbook.foreign import read_foreign
from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project
from jxbook.making.filled import fill_workbook
from jxbook.making.importing import bring
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.report import compose
from jxbook.scoring import score
from jxbook.scoring.key_points import with_key_points
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package
from spelled import canonical

OUTLINES = Path(jxbook.report.__file__).parent / "outlines"
TARGETS = ("≥200人次", "=100%", "≤12月", "≤48.5万元", "效果明显", "20%~30%")
ACTUALS = ("180人次", "100%", "11月", "48.2万元", "达成年度指标", "25%")


def prints_the_form(policy_id):
    text = (OUTLINES / f"{load_policy(policy_id).word('report.outline')}.txt").read_text("utf-8")
    return "form_in_text" in text or "form_annex" in text


PRINTED = [one for one in policy_ids() if prints_the_form(one)]


def invented(policy):
    """A form with one indicator for every 二级指标 of a policy, its money in the policy's unit."""
    scored = {"分值", "权重", "指标分值"} & set(policy.values("layout.columns"))
    indicators = []
    for goal in range(int(policy.number("layout.goals"))):
        for one in policy.tree.level1:
            for two in one.level2:
                turn = len(indicators) % len(TARGETS)
                indicators.append(
                    Indicator.read(
                        *map(
                            Entry,
                            (one.name, two.name, f"{two.name}第{goal + 1}项", TARGETS[turn], ACTUALS[turn]),
                        ),
                        Entry(Decimal(5) if scored else None),
                        reason=Entry("天气原因，次年补做"),
                        goal=goal,
                    )
                )
    unit = policy.word("layout.money_unit")
    spent = Decimal("9.5")
    return Form(
        "",
        2024,
        policy.id,
        Project(*map(Entry, ("某项目", "11010524T000002958766", "某局", "某中心"))),
        Funding(
            FundingRow("年度资金总额", Entry(Decimal(10)), Entry(Decimal(12)), Entry(spent), unit),
            (FundingRow("当年财政拨款", Entry(Decimal(10)), Entry(Decimal(12)), Entry(spent), unit),),
            unit,
        ),
        Goal(Entry("年初定下的目标。"), Entry("年末做到的事情。")),
        tuple(indicators),
        boxes={label: Entry(f"{label}写在这里") for label, _ in policy.values("layout.boxes")},
    )


def meaning(form):
    """What a form says, wherever it stands."""
    project = form.project
    money = (form.funding.total, *form.funding.parts)
    return {
        "year": form.year,
        "head": [one.text for one in (project.name, project.code, project.supervisor, project.implementer)],
        "money": [
            (row.label, row.initial_amount, row.budget_amount, row.spent_amount)
            for row in money
            if not row.budget.blank
        ],
        "goals": [(one.expected.text, one.achieved.text) for one in form.goals if not one.expected.blank],
        "rows": [
            (
                *(one.goal, one.level1.text, one.level2.text, one.name.text),
                *(canonical(one.target_value), one.actual.text, one.points.text, one.reason.text),
            )
            for one in form.indicators
            if one.used
        ],
        "boxes": {label: entry.text for label, entry in form.boxes.items() if not entry.blank},
    }


def opened(data, policy):
    return with_key_points(recognise(read_package(workbook_in(data, "自评表.xlsx")), "自评表.xlsx"), policy)


WITH_TARGETS = [
    one for one in policy_ids() if {"实际完成值", "完成值"} & set(load_policy(one).values("layout.columns"))
]


@pytest.mark.parametrize("policy_id", WITH_TARGETS)
def test_the_workbook_of_every_policy_takes_the_form_and_gives_it_back(policy_id):
    policy = load_policy(policy_id)
    source = invented(policy)
    filled = fill_workbook(source, policy)
    assert filled.carried.lost == ()
    assert meaning(opened(filled.data, policy)) == meaning(source)


def test_what_a_score_table_has_no_column_for_is_told():
    policy = load_policy("beijing-score-table")
    source = invented(policy)
    filled = fill_workbook(source, policy)
    rows = opened(filled.data, policy).indicators
    assert [one.name.text for one in rows if one.used] == [one.name.text for one in source.indicators]
    told = {one.entry.text for one in filled.carried.lost}
    assert told == {entry.text for one in source.indicators for entry in (one.target, one.actual, one.reason)}


def test_most_outlines_print_the_form():
    assert {"mof-2020-10", "beijing-2020-2146", "hubei-2020", "sichuan", "yunnan"} <= set(PRINTED)


@pytest.mark.parametrize("policy_id", PRINTED)
def test_the_form_in_the_report_of_every_policy_reads_back_as_the_same(policy_id, tmp_path):
    policy = load_policy(policy_id)
    source = invented(policy)
    form = opened(fill_workbook(source, policy).data, policy)
    report = tmp_path / "绩效评价报告.docx"
    report.write_bytes(render(compose(form, policy, score(form, policy))))
    again = recognise(read_foreign(report).grid, report.name)
    assert meaning(again) == meaning(source)


@pytest.mark.parametrize("policy_id", PRINTED)
def test_and_imported_it_is_the_same_workbook_with_nothing_left_over(policy_id, tmp_path):
    policy = load_policy(policy_id)
    source = invented(policy)
    form = opened(fill_workbook(source, policy).data, policy)
    report = tmp_path / "绩效评价报告.docx"
    report.write_bytes(render(compose(form, policy, score(form, policy))))
    brought = bring(report, policy_id)
    assert meaning(opened(brought.data, policy)) == meaning(source)
    in_the_form = [line for line in brought.lines if line.note != "不在自评表内"]  # else in 表1 得分情况 …
    assert [line for line in in_the_form if line.state in ("未认出", "需要核对")] == []
