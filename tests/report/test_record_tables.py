"""The tables and the chart of what was recorded beside the form: every entry, its sums, and nothing when empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.form import Entry, Form, Records, SubProject, Survey, SurveyQuestion
from jxbook.policy import Policy
from jxbook.report import compose
from jxbook.report.document import Align, Bar, Chart, Document, Paragraph, Table
from jxbook.scoring import score

Ruled = Callable[..., Policy]
Drawn = Callable[[Table | None], list[str]]
FIGURES = (
    "survey_table survey_chart interview_table cost_table subproject_table evidence_table key_point_table "
    "review_table"
).split()


@pytest.fixture
def placed(full_form: Form, ruled: Ruled) -> Callable[..., Table | Chart | None]:
    """placed("cost_table") → the block that an outline gets by calling it, None where it gets nothing."""

    def place(name: str, records: Records | None = None) -> Table | Chart | None:
        form = full_form if records is None else replace(full_form, records=records)
        blocks = outlined(form, ruled(), f"{{{{ {name}() }}}}").blocks
        assert len(blocks) < 2
        return blocks[0] if blocks else None

    return place


def outlined(form: Form, policy: Policy, outline: str) -> Document:
    return compose(replace(form, passages=()), policy, score(form, policy), outline)


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_stands_where_nothing_is_recorded(placed, name: str) -> None:
    assert placed(name, Records()) is None
    assert placed(name) is not None


def test_a_table_stands_between_the_paragraphs_around_its_call(full_form: Form, ruled: Ruled) -> None:
    blocks = outlined(full_form, ruled(), "前{{ cost_table() }}后\n{{ cost_table() }}").blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph, Table]


def test_the_survey_with_all_questions_together_below(placed, drawn: Drawn) -> None:
    assert drawn(placed("survey_table")) == [
        "调查内容 | 满意 | 一般 | 不满意 | 答卷数 | 满意度",
        "道路铺装 | 150 | 30 | 10 | 190 | 86.84%",
        "A&B <5% | 100 | 60 | 30 | 190 | 68.42%",
        "综合满意度 | ← | ← | ← | ← | 77.63%",
    ]


def test_the_chart_has_a_bar_for_every_question_and_says_in_words_what_it_shows(placed) -> None:
    assert placed("survey_chart") == Chart(
        "各项满意度",
        (Bar("道路铺装", Decimal("0.8684")), Bar("A&B <5%", Decimal("0.6842"))),
        "条形图，各项满意度：道路铺装86.84%；A&B <5%68.42%。",
    )


def test_one_bar_alone_is_no_chart(placed) -> None:
    counts = (Entry(Decimal(9)), Entry(Decimal(1)))
    survey = Survey(
        answers=(Entry("满意"), Entry("不满意")),
        weights=(Entry(Decimal(1)), Entry(Decimal(0))),
        questions=(SurveyQuestion(Entry("总体"), counts),),
    )
    assert placed("survey_chart", Records(survey=survey)) is None
    assert placed("survey_table", Records(survey=survey)) is not None


def test_interviews(placed, drawn: Drawn) -> None:
    assert (
        drawn(placed("interview_table"))[1]
        == "2024年11月 | 居民代表6人 | 施工质量 | 路面平整。/希望增加停车位。"
    )


def test_costs_with_what_was_saved_and_their_sums(placed, drawn: Drawn) -> None:
    assert drawn(placed("cost_table")) == [
        "成本项目 | 计量单位 | 计划数量 | 计划单位成本/（万元） | 计划成本/（万元） | 实际数量 | "
        "实际单位成本/（万元） | 实际成本/（万元） | 节约额/（万元）",
        "道路铺装 | 平方米 | 18000 | 0.012 | 216 | 18600 | 0.0115 | 213.9 | 2.1",
        "架空线入地 | 公里 | 3 | 80 | 240 | 3 | 82 | 246 | -6",
        "合计 |  |  |  | 456 |  |  | 459.9 | -3.9",
    ]


def test_subprojects_with_their_sums_and_without_columns_nobody_used(placed, drawn: Drawn) -> None:
    assert drawn(placed("subproject_table")) == [
        "子项目 | 类别 | 数量 | 预算/（万元） | 支出/（万元） | 完成情况",
        "街巷铺装 | 工程类 | 12 | 216 | 213.9 | 已完成",
        "文化活动 | 活动类 | 5 | 20 | 18.5 | 已完成",
        "绿化补植 | 工程类 |  | 30 | 10 | 实施中",
        "合计 |  | 18 | 266 | 242.4 | ",
    ]
    names = tuple(SubProject(*map(Entry, (name, "", "", "", "", "", ""))) for name in "甲乙")
    assert drawn(placed("subproject_table", Records(subprojects=names))) == ["子项目", "甲", "乙", "合计"]


def test_papers_are_numbered(placed, drawn: Drawn) -> None:
    assert drawn(placed("evidence_table")) == [
        "序号 | 材料名称 | 材料类别 | 对应指标 | 是否具备",
        "1 | 竣工验收报告 | 正式资料 | 整治街巷数量 | 有",
        "2 | 支付凭证 | 原始凭证 |  | 暂缺",
    ]


def test_key_points_stand_under_their_indicator(placed, drawn: Drawn) -> None:
    assert drawn(placed("key_point_table")) == [
        "三级指标 | 评价要点 | 是否符合 | 说明",
        "立项依据充分性 | 符合相关政策 | 符合 | ",
        "↑ | 未与其他项目重复 | 部分符合 | 有一处交叉",
        "资金使用合规性 | 审批手续完整 | 符合 | ",
    ]


def test_reviews_name_no_reviewer(placed, drawn: Drawn) -> None:
    assert drawn(placed("review_table")) == [
        "三级指标 | 评委1 | 评委2 | 评委3 | 平均分",
        "立项依据充分性 | 4 | 4.5 | 5 | 4.5",
    ]


def test_headers_repeat_on_every_page_and_long_texts_stand_left(placed) -> None:
    for name in FIGURES:
        block = placed(name)
        if isinstance(block, Table):
            assert block.header_rows == 1 and block.subcaption and not block.caption
    assert placed("interview_table").rows[1][3].align is Align.LEFT
