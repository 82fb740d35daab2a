"""The demo: the sample's facts are in its workbook, and the defects of the real report are found."""

from decimal import Decimal

import openpyxl
import pytest

from jxbook.checks import check
from jxbook.demo import write_workbook
from jxbook.policy import load_policy
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score
from jxbook.workbook import open_form


@pytest.fixture(scope="module")
def case(sunhe):
    form = open_form(sunhe)
    policy = load_policy(form.policy_id)
    return form, policy, score(form, policy)


def test_the_total_is_100_and_the_grade_优(case):
    _, _, scoring = case
    assert (scoring.total, scoring.grade, scoring.execution.rate) == (Decimal(100), "优", Decimal(1))


def test_the_defects_of_the_real_report_are_found_and_nothing_else(case):
    findings = [(one.code, one.severity.value, str(one.cell)) for one in check(*case)]
    assert findings == [
        ("JX203", "error", "自评表!F18"),  # 完成时间 copied from its target
        ("JX206", "warning", "自评表!B24"),  # 经济效益指标 written as 一级指标
        ("JX205", "warning", "自评表!I25"),  # 300 of 200人次 without a word
        ("JX701", "warning", "自评表!F29"),  # 100% satisfaction, no survey
        ("JX501", "warning", "报告素材!C16"),  # 2023年 in the report of 2024
    ]


@pytest.fixture(scope="module")
def read_back(sunhe):
    """Every value of the workbook as openpyxl reads it, an independent reader: sheet → rows of values."""
    book = openpyxl.load_workbook(sunhe, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_every_fact_of_the_sample_is_in_the_workbook(read_back):
    sample = load_sample("sunhe-2024")
    values = [value for rows in read_back.values() for row in rows for value in row]
    facts = [*sample.project.values(), sample.year, sample.policy, sample.expected, sample.achieved]
    facts += sample.passages.values()
    assert [fact for fact in facts if fact not in values] == []


def test_every_indicator_stands_in_a_row_of_its_own_under_its_labels(read_back):
    rows = read_back["自评表"]
    found = []
    level1 = level2 = None
    for row in rows[13:30]:
        level1, level2 = row[1] or level1, row[2] or level2
        if row[3] or row[4]:
            found.append((level1, level2, *row[3:7], row[8]))
    expected = [
        (
            one.level1,
            one.level2,
            one.name,
            one.target,
            one.actual,
            int(one.points) if isinstance(one.points, Decimal) else one.points,
            one.reason,
        )
        for one in load_sample("sunhe-2024").indicators
    ]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_the_money_stands_beside_its_labels(read_back):
    rows = {row[2]: tuple(row[3:6]) for row in read_back["自评表"][6:10]}
    for label, amounts in load_sample("sunhe-2024").funding.items():
        [found] = [values for name, values in rows.items() if name and name.endswith(label)]
        assert found == tuple(int(amount) for amount in amounts)


def test_formula_cells_show_their_values(read_back):
    rows = read_back["自评表"]
    assert rows[1][0] == "（2024年度）"
    assert rows[6][7:9] == [1, 10]
    assert [row[7] for row in rows[13:30] if isinstance(row[7], int)] == [15, 15, 15, 15, 20, 10]
    assert rows[30][6:9] == [100, 100, "优"]


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_makes_the_same_workbook_every_time(name, tmp_path):
    for copy in ("a.xlsx", "b.xlsx"):
        write_workbook(load_sample(name), tmp_path / copy)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
