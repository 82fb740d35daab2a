"""A sample is a TOML file that reads like the form: what it may say, and that nothing in it is passed over."""

import tomllib
from decimal import Decimal

import pytest

from jxbook.samples import form_of

BASE = """
policy = "mof-2020-10"
year = 2024
[project]
"项目名称" = "示例项目"
"实施单位" = "示例街道"
"实施部门" = "示例中心"
[funding]
"年度资金总额" = [10, "", 8.5]
"彩票公益金" = [10, 10, 8.5]
"""
GOAL = """
[goal]
expected = "建成"
achieved = "已建成"
"""


def read(text):
    return form_of(tomllib.loads(text, parse_float=Decimal))


def test_head_facts_and_money():
    form = read(BASE + GOAL)
    assert (form.project.name.text, form.project.implementer.text) == ("示例项目", "示例街道")
    assert form.project.facts["实施部门"].text == "示例中心"
    total, [part] = form.funding.total, form.funding.parts
    assert [total.initial_amount, total.budget_amount, total.spent_amount] == [10, None, Decimal("8.5")]
    assert (part.label, part.spent_amount, form.funding.unit) == ("彩票公益金", Decimal("8.5"), "万元")


def test_the_money_unit_is_the_policys():
    assert read(BASE.replace("mof-2020-10", "beijing-community") + GOAL).funding.unit == "元"


def test_several_goals_with_their_weights():
    goals = read(
        BASE
        + """
        [[goals]]
        expected = "甲"
        achieved = "甲成"
        weight = 60
        [[goals]]
        expected = "乙"
        weight = 40
        """
    ).goals
    assert [(one.expected.text, one.achieved.text, one.weight.number) for one in goals] == [
        ("甲", "甲成", 60),
        ("乙", "", 40),
    ]


def test_indicators_have_the_columns_that_the_form_has():
    form = read(
        BASE
        + GOAL
        + """
        [indicators]
        columns = ["一级指标", "二级指标", "三级指标", "得分"]
        rows = [["产出指标", "数量指标", "培训场次", 10]]
        """
    )
    [one] = form.indicators
    assert (one.name.text, one.earned.number, one.target.blank, one.points.blank) == (
        "培训场次",
        10,
        True,
        True,
    )


def test_a_target_split_into_its_parts_is_joined():
    form = read(
        BASE
        + GOAL
        + """
        [indicators]
        columns = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值"]
        rows = [["产出指标", "数量指标", "培训人次", "≥", 200, "人次", 300]]
        """
    )
    [one] = form.indicators
    assert (one.target.text, one.actual.text) == ("≥200人次", "300人次")


def test_boxes_passages_and_records():
    form = read(
        BASE
        + GOAL
        + """
        [boxes]
        "存在问题" = "进度偏慢"
        [passages]
        "项目背景" = "依据方案设立"
        [replacing_passages]
        "有关建议" = "加快进度"
        [survey]
        sent = 100
        returned = 90
        answers = ["满意", "不满意"]
        weights = [1, 0]
        [[survey.questions]]
        text = "对环境是否满意"
        counts = [80, 10]
        [[interviews]]
        when = "2024年6月"
        people = "居民代表"
        view = "环境变好"
        [[subprojects]]
        name = "铺路"
        count = 3
        [[reviews]]
        indicator = "培训场次"
        scores = [9, 8]
        """
    )
    survey, records = form.records.survey, form.records
    assert form.boxes["存在问题"].text == "进度偏慢"
    assert [(one.section, one.replaces) for one in form.passages] == [("项目背景", False), ("有关建议", True)]
    assert [count.number for count in survey.questions[0].counts] == [80, 10]
    assert (survey.sent.number, [one.text for one in survey.answers]) == (100, ["满意", "不满意"])
    assert (records.interviews[0].view.text, records.interviews[0].topic.blank) == ("环境变好", True)
    assert (records.subprojects[0].count.number, records.subprojects[0].status.blank) == (3, True)
    assert [score.number for score in records.reviews[0].scores] == [9, 8]


@pytest.mark.parametrize(
    "wrong",
    [
        '[evidnce]\nname = "指标体系"',
        '[[evidence]]\nnom = "指标体系"',
        "[survey]\nreturend = 3",
        '[indicators]\ncolumns = ["一级指标", "二级指标", "三级目标"]\nrows = [["a", "b", "c"]]',
        '[indicators]\ncolumns = ["一级指标", "二级指标", "三级指标"]\nrows = [["a", "b"]]',
    ],
)
def test_a_word_that_no_form_knows_is_refused(wrong):
    with pytest.raises((KeyError, TypeError, ValueError)):
        read(BASE + GOAL + wrong)
