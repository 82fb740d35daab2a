"""The demo: every sample's facts are in its workbook, and the defects of the real report are found."""

from dataclasses import fields
from decimal import Decimal

import openpyxl
import pytest

from jxbook.checks import check
from jxbook.form import Entry
from jxbook.making.sample import write_workbook
from jxbook.policy import load_policy
from jxbook.recognition import open_form
from jxbook.samples import DEFAULT_SAMPLE, load_sample, sample_names
from jxbook.scoring import score

TOTALS = {
    "sunhe-2024": ("100", "优", "1"),
    "jichang-2024": ("86.53", "优", "1"),  # the third party's own
    "laiguangying-2024": ("100", "优", None),  # no budget is stated
    "zhanlanlu-2024": (None, None, "0.9770"),  # printed 97.69 %
    "dongchuan-2020": ("100", "优", "1"),  # as the unit states it
}
"""Total, grade and 执行率."""
DEFECTS = {
    "sunhe-2024": """
        JX203 error   自评表!F18     完成时间 copied from its target
        JX206 warning 自评表!B24     经济效益指标 written as 一级指标
        JX205 warning 自评表!I25     300 of 200人次 without a word
        JX701 warning 自评表!F29     100% satisfaction, no survey
        JX501 warning 报告素材!C18   2023年 in the report of 2024""",
    "jichang-2024": """
        JX105 warning 自评表!C14     no 时效, 效益, 满意度
        JX501 warning 报告素材!C9    2023年10月 in a project of 2024
        JX506 note    自评表!E12     the goal has numbers, what was achieved has none
        JX117 note    基本信息!C11   a third party scored what an office is to evaluate itself
        JX314 note    基本信息!C12   86.53 is 优 by another scale""",
    "laiguangying-2024": """
        JX101 error   自评表!C4      no 主管部门
        JX104 error   自评表!E12     nothing on what was achieved
        JX315 warning -              points only, neither targets nor actuals
        JX103 warning 自评表!E7      no budget""",
    "zhanlanlu-2024": """
        JX105 warning 自评表!C14     no 质量, 时效, 满意度
        JX122 warning 自评表!F14     17次, 40个, 3万人次, and no actual
        JX515 warning 报告素材!C22   four are announced, three follow""",
    "dongchuan-2020": """
        JX105 warning -              no indicators at all""",
}
"""What is wrong in the published reports, and that it is found there."""


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Every sample as a workbook."""
    folder = tmp_path_factory.mktemp("samples")
    paths = {name: folder / f"{name}.xlsx" for name in sample_names()}
    for name, path in paths.items():
        write_workbook(load_sample(name), path)
    return paths


@pytest.fixture(scope="module")
def cases(books):
    """Every sample as its workbook is read back: form, policy, scoring."""
    forms = {name: open_form(path) for name, path in books.items()}
    policies = {name: load_policy(form.policy_id) for name, form in forms.items()}
    return {name: (form, policies[name], score(form, policies[name])) for name, form in forms.items()}


@pytest.mark.parametrize("name", sample_names())
def test_the_score_is_the_published_one(cases, name):
    scoring = cases[name][2]
    total, grade, rate = TOTALS[name]
    numbers = [None if one is None else Decimal(one) for one in (total, rate)]
    assert [scoring.total, scoring.execution.rate, scoring.grade] == [*numbers, grade]


@pytest.mark.parametrize("name", sample_names())
def test_the_defects_of_the_real_report_are_found_and_nothing_else(cases, name):
    found = [[one.code, one.severity.value, str(one.cell or "-")] for one in check(*cases[name])]
    assert found == [line.split()[:3] for line in DEFECTS[name].strip().split("\n")]


def test_the_default_sample_comes_first_in_the_list():
    assert sample_names()[0] == DEFAULT_SAMPLE
    assert set(sample_names()) == set(TOTALS)


# The workbook says what the sample says


def head_of(form):
    project = form.project
    named = (project.name, project.code, project.supervisor, project.implementer)
    return [one.text for one in named], {label: one.text for label, one in project.facts.items() if one.text}


def money_of(form):
    rows = (form.funding.total, *form.funding.parts)
    amounts = [(row.label, row.initial_amount, row.budget_amount, row.spent_amount) for row in rows]
    return [row for row in amounts if row[1:] != (None, None, None)]


def goals_of(form):
    return [(goal.expected.text, goal.achieved.text) for goal in form.goals]


def rows_of(form):
    """The rows in use; 得分 only where it is typed."""
    typed = load_policy(form.policy_id).word("scoring.source") == "rows"
    return sorted(
        (
            *(entry.text for entry in (one.level1, one.level2, one.name, one.target, one.actual, one.points)),
            one.earned.text if typed else "",
        )
        for one in form.indicators
        if one.used or (typed and not one.earned.blank)
    )


def passages_of(form):
    return {(one.section, one.text.text, one.replaces) for one in form.passages}


def records_of(form):
    records = form.records
    rows = (*records.costs, *records.subprojects, *records.evidence)
    return [[getattr(row, field.name).text for field in fields(row)] for row in rows]


@pytest.mark.parametrize("part", [head_of, money_of, goals_of, rows_of, passages_of, records_of])
@pytest.mark.parametrize("name", sample_names())
def test_what_the_sample_says_is_read_back_from_its_workbook(cases, name, part):
    assert part(cases[name][0]) == part(load_sample(name).form)


@pytest.mark.parametrize("name", sample_names())
def test_year_policy_and_money_unit_are_those_of_the_sample(cases, name):
    read, sample = cases[name][0], load_sample(name).form
    assert [read.year, read.policy_id, read.funding.unit] == [
        sample.year,
        sample.policy_id,
        sample.funding.unit,
    ]


@pytest.fixture(scope="module")
def read_back(books):
    """Every value of the workbook as openpyxl reads it, an independent reader: sheet → rows of values."""
    book = openpyxl.load_workbook(books["sunhe-2024"], data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_every_fact_is_in_the_workbook_for_another_reader_too(read_back):
    values = {str(value) for rows in read_back.values() for row in rows for value in row}
    form = load_sample("sunhe-2024").form
    project, goal = form.project, form.goal
    entries = [project.name, project.code, project.supervisor, project.implementer, *project.facts.values()]
    entries += [goal.expected, goal.achieved, *(one.text for one in form.passages)]
    for one in form.indicators:
        entries += [one.level1, one.name, one.target, one.actual, one.points]
    entries += [Entry(form.policy_id), Entry(Decimal(form.year))]
    assert [entry.text for entry in entries if entry.text not in values] == []


def test_formula_cells_show_their_values(read_back):
    rows = read_back["自评表"]
    assert rows[1][0] == "（2024年度）"
    assert rows[6][7:9] == [1, 10]
    assert [row[7] for row in rows[13:30] if isinstance(row[7], int)] == [15, 15, 15, 15, 20, 10]
    assert rows[30][6:9] == [100, 100, "优"]


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_makes_the_same_workbook_every_time(books, name, tmp_path):
    write_workbook(load_sample(name), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == books[name].read_bytes()
