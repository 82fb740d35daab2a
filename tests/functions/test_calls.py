"""The cell functions answer what the core answers, whatever a cell hands over."""

from datetime import datetime

import pytest

from jxbook import __version__
from jxbook.functions import calls as f
from jxbook.functions.arguments import nearest_labels
from jxbook.functions.registry import CATEGORY, FUNCTIONS

BEIJING = "beijing-2020-2146"
STEPS = "mof-2021-101"
COST = [["产出指标", "数量指标"], [None, None], ["成本指标", "经济成本指标"]]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("≥200人次", "=300人次", 20.0), 20.0),
        (("≥200人次", 150.0, 20.0), 15.0),
        (("≥200人次", "150人次", "20"), 15.0),
        (("=10万元", "12.5万元", 15.0, COST, BEIJING), 12.0),
        (("=10万元", "12.5万元", 15.0, "数量指标", BEIJING), 15.0),
        (("≤12月", "2025年1月", 15.0, "时效指标", BEIJING, 2024.0), 13.83),
        (("≤12月", datetime(2024, 11, 30), 15.0, None, None, 2024.0), 15.0),
        (("≤12月", 45626.0, 15.0, None, None, "2024"), 15.0),
        (("≥90%", 0.81, 10.0), 9.0),
        (("≥90%", None, 10.0), ""),
        (("≥90%", "", 10.0), ""),
        ((None, None, None), ""),
        (("≥5场", "5次", 10.0), "待核对"),
        (("无", "无", "无"), "—"),
        (("效果明显", "部分达成年度指标并具有一定效果（75%）", 10.0), 7.5),
    ],
)
def test_score(arguments, shown):
    assert f.JX_SCORE(*arguments) == shown


def test_promise_1_without_its_policy_a_cell_gives_no_number_and_says_what_to_do():
    assert f.JX_SCORE("≥1", 1, 10, None, "no-such-policy") == "待核对"
    assert f.JX_EXECUTION(10, 5, 10, "no-such-policy") == "待核对"
    assert f.JX_RATE(10, 5, "no-such-policy") == ""
    assert f.JX_GRADE(90, "no-such-policy") == f.JX_REVIEW([1, 2], "no-such-policy") == "待核对"
    assert f.JX_COMPLETION(1, 1, None, "no-such-policy") == f.JX_DEVIATION(1, 1, None, "no-such-policy") == ""
    said = f.JX_CHECK("≥1", 1, 10, None, None, None, "no-such-policy")
    assert said.startswith("错误：没有这个评价政策（no-such-policy）") and "jxbook policy add" in said
    assert said == f.JX_EXPLAIN("≥1", 1, 10, None, "no-such-policy") == f.JX_POLICY("总分", "no-such-policy")


@pytest.mark.parametrize(
    ("area", "labels"),
    [
        ("数量指标", ("", "数量指标")),
        (None, ("", "")),
        (["产出指标", "数量指标"], ("产出指标", "数量指标")),
        ([["产出指标", "数量指标"], [None, None]], ("产出指标", "数量指标")),
        ([["产出指标", "数量指标"], [None, "质量指标"], ["", ""]], ("产出指标", "质量指标")),
        ((("产出指标", "数量指标"), ("效益指标", None)), ("效益指标", "")),
        ([["数量指标"], [None]], ("", "数量指标")),
        ([["数量指标"], ["质量指标"]], ("", "质量指标")),
    ],
)
def test_the_nearest_label_above_counts_as_merged_cells_read(area, labels):
    assert nearest_labels(area) == (*labels, "")


@pytest.mark.parametrize(
    ("area", "found"),
    [
        (
            [["产出指标", "成本指标", "单位成本"], [None, None, "成本节约率"]],
            ("产出指标", "成本指标", "成本节约率"),
        ),
        ([["产出指标", "成本指标", "单位成本"], [None, None, None]], ("产出指标", "成本指标", "")),
        ([[None, "成本指标", "成本节约率"]], ("", "成本指标", "成本节约率")),
    ],
)
def test_a_third_column_names_the_row_itself_and_no_other(area, found):
    assert nearest_labels(area) == found


def test_a_name_alone_makes_no_row_one_in_use():
    area = [["产出指标", "成本指标", "成本节约率"]]
    assert f.JX_EXPLAIN(None, None, None, area) == f.JX_CHECK(None, None, None, None, None, area) == ""


def test_money_and_grade():
    assert f.JX_RATE(9200000, 8988025.24) == 0.977
    assert f.JX_EXECUTION(9200000, 8988025.24) == 9.77
    assert f.JX_EXECUTION(10, 5, 20) == 10.0
    assert [f.JX_EXECUTION(10, 9, None, STEPS, done) for done in (None, "否", "是")] == [7, 7, 10]
    assert [f.JX_EXECUTION(10, 9, None, STEPS, done) for done in ("未完成", "已完成")] == [7, 10]
    assert [f.JX_EXECUTION(10, spent, None, STEPS, "大概") for spent in (9, 10)] == ["待核对", 10]
    assert f.JX_EXECUTION(100, 952118, 10) == "待核对"
    assert f.JX_EXECUTION(None, None, None, "mof-2020-10-evaluation") == 0
    assert [f.JX_RATE(0, 5), f.JX_RATE(None, 5), f.JX_EXECUTION("", "")] == ["", "", ""]
    assert [f.JX_GRADE(n) for n in (100, 89.99, 80, 59.99)] == ["优", "良", "良", "差"]
    assert f.JX_GRADE("待完善") == ""


def test_a_satisfaction_by_steps_needs_no_per_cent_sign():
    label = "服务对象满意度指标"
    assert [f.JX_SCORE("≥90", actual, 10, label, STEPS) for actual in (85, "85%", 0.85)] == [8, 8, 8]


def test_completion_deviation_and_explanation():
    assert f.JX_COMPLETION("≥200", 150) == 0.75
    assert f.JX_DEVIATION("≤100万元", "120万元") == 0.2
    text = f.JX_EXPLAIN("≥200人次", "150人次", 20)
    assert "75%" in text and "15分" in text and "财预〔2020〕10号第十六条" in text
    assert f.JX_EXPLAIN(None, None, None) == ""
    assert f.JX_VERSION() == __version__


@pytest.mark.parametrize(
    ("counts", "weights", "satisfaction"),
    [
        ([[60.0, 30.0, 10.0]], None, 0.75),
        ([[60.0], [30.0], [10.0]], None, 0.75),
        ([60, None, ""], None, 1.0),
        ([[3.0, 1.0]], [[1.0, 0.6]], 0.9),
        ([[0.0, None]], None, ""),
        (None, None, ""),
        (7.0, None, 1.0),
    ],
)
def test_satisfaction_from_the_answers_of_a_questionnaire(counts, weights, satisfaction):
    assert f.JX_SATISFACTION(counts, weights) == satisfaction


@pytest.mark.parametrize(
    ("counts", "weights"),
    [
        ([[-1.0, 5.0]], None),
        ([["很多", 5.0]], None),
        (["#REF!", 5.0], None),
        ([[3.0, 1.0]], [[1.0]]),
        ([[3.0, 1.0]], [[1.0, None]]),
        ([[3.0, 1.0]], [[1.0, "一半"]]),
        ([[3.0, 1.0]], [[1.0, -0.5]]),
    ],
)
def test_promise_2_a_questionnaire_that_cannot_be_reckoned_is_an_error(counts, weights):
    with pytest.raises(ValueError):
        f.JX_SATISFACTION(counts, weights)


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        ([[8.0, 9.0, 8.0]], 8.33),
        ([[8.0], [9.0], [None], [""]], 8.5),
        (7, 7.0),
        ([[None, ""]], ""),
        (None, ""),
    ],
)
def test_what_reviewers_gave_comes_to_their_mean(scores, mean):
    assert f.JX_REVIEW(scores) == mean


@pytest.mark.parametrize("scores", [[[8.0, "缺席"]], [[8.0, "#REF!"]], [[-1.0]], [[True]]])
def test_promise_2_a_score_that_is_no_number_is_an_error(scores):
    with pytest.raises(ValueError):
        f.JX_REVIEW(scores)


def test_policy_value_by_its_label_with_its_mark():
    assert (
        f.JX_POLICY("预算执行率分值")
        == "10（官方：财预〔2020〕10号第十三条：原则上预算执行率和一级指标权重统一设置，预算执行率10%）"
    )
    assert "实践" in f.JX_POLICY("quantitative.at_most")


def test_check_says_what_is_wrong_with_a_row_and_nothing_of_a_good_one():
    assert f.JX_CHECK("≥200人次", "210人次", 20, 20, "", "社会效益指标", BEIJING, 2024) == "通过"
    assert "≤12月" in f.JX_CHECK("≤12月", "≤12月", 15, 15, "无", "时效指标", BEIJING, 2024)
    assert f.JX_CHECK(None, None, None) == ""


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_every_function_is_described_for_the_wizard(function):
    import inspect

    parameters = list(inspect.signature(function.call).parameters.values())
    assert [p.name for p in parameters] == [argument.name for argument in function.arguments]
    assert [p.default is not p.empty for p in parameters] == [
        argument.optional for argument in function.arguments
    ]
    assert all(p.kind is p.POSITIONAL_OR_KEYWORD for p in parameters)
    assert function.name.startswith("JX_") and 0 < len(function.description) <= 255 and CATEGORY
    assert all(0 < len(argument.description) <= 255 for argument in function.arguments)
