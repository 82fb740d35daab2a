"""A value is never called a label, and what stands in our own workbook is known to be ours."""

from decimal import Decimal

import openpyxl
import pytest
from test_round_trip import invented

from jxbook.making.account.line import Outcome
from jxbook.making.filled import fill_workbook
from jxbook.making.importing import bring
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import recognise
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package

TABLE = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "未完成原因分析"],
    ["产出指标", "数量指标", "培训场次", "≥10场", "12场", 50, 50, "无"],
    ["小计", None, None, None, None, 50, 50],
    ["效益指标", "社会效益指标", "培训人数", "≥90人", "95人", 40, 40],
    [None, None, "……"],
    ["总分", None, None, None, None, 100, 100],
]


@pytest.fixture
def brought(tmp_path):
    """brought(rows above the table, rows below) → what came of the workbook, its lines by text."""

    def make(above, below=()):
        book = openpyxl.Workbook()
        for row in (*above, *TABLE, *below):
            book.active.append(row)
        book.save(tmp_path / "外来.xlsx")
        result = bring(tmp_path / "外来.xlsx")
        return result, {line.text: line for line in result.lines}

    return make


def test_an_entry_further_right_is_carried_over(brought):
    result, lines = brought([["项目名称", None, "某项目"], ["主管部门", None, "某局"], ["年度总体目标"]])
    assert result.assessed.form.project.name.text == "某项目"
    assert (lines["某项目"].state, lines["某局"].state) == (Outcome.MOVED, Outcome.MOVED)


@pytest.mark.parametrize(
    "row",
    [
        ["项目名称：某项目"],
        ["项目名称", "别的项目", "某项目"],
        ["某项目", None, "项目名称", "别的项目"],
    ],
)
def test_a_value_is_never_called_a_label(brought, row):
    _, lines = brought([row, ["年度总体目标"]])
    [line] = [one for text, one in lines.items() if "某项目" in text]
    assert line.state in (Outcome.MOVED, Outcome.UNKNOWN)


def test_label_and_entry_in_one_cell_are_carried_over(brought):
    _, lines = brought([], [["填表人：甲", None, None, "填报日期：2024年3月1日"]])
    assert lines["填表人：甲"].state is lines["填报日期：2024年3月1日"].state is Outcome.MOVED


def test_subtotals_are_left_out_and_listed(brought):
    result, lines = brought([["项目名称", "某项目"]])
    assert [one.points.number for one in result.assessed.form.indicators] == [Decimal(50), Decimal(40)]
    assert (lines["小计"].state, lines["小计"].note) == (Outcome.COMPUTED, "小计行，不导入")
    assert lines["……"].note == "占位行，不导入"


def test_the_heading_of_a_column_that_is_read_is_a_label(brought):
    assert brought([["项目名称", "某项目"]])[1]["未完成原因分析"].state is Outcome.LABEL


@pytest.mark.parametrize("policy_id", policy_ids())
def test_our_own_workbook_holds_nothing_that_is_not_understood(policy_id, tmp_path):
    policy = load_policy(policy_id)
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(fill_workbook(invented(policy), policy).data)
    lines = bring(path).lines
    assert [(one.where, one.text) for one in lines if one.state is Outcome.UNKNOWN] == []


def test_what_was_typed_beside_the_printed_text_of_our_workbook_is_told(sunhe, tmp_path):
    book = openpyxl.load_workbook(sunhe)
    book["基本信息"]["H40"] = "备查2号柜"
    book["自评表"]["T3"] = "另见附表"
    book.save(tmp_path / "改.xlsx")
    unknown = {one.text for one in bring(tmp_path / "改.xlsx").lines if one.state is Outcome.UNKNOWN}
    assert unknown == {"备查2号柜", "另见附表"}


def test_our_workbook_imported_again_is_the_same_form(sunhe):
    result = bring(sunhe)
    form = recognise(read_package(workbook_in(result.data, "新.xlsx")), "新.xlsx")
    assert [one.target.text for one in form.indicators if one.used] == [
        one.target.text for one in result.assessed.form.indicators if one.used
    ]
