"""The tables and the chart of what was recorded beside the form: every entry, its sums, and nothing when empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.document.blocks import AnnexLabel, Chart, Document, PageBreak, Paragraph, Table
from jxbook.document.marks import bare
from jxbook.form import Entry, Form, Records, Survey, SurveyQuestion
from jxbook.policy import Policy
from jxbook.report import compose
from jxbook.report.outline import Outline
from jxbook.scoring import score

Ruled = Callable[..., Policy]
Drawn = Callable[[Table | None], list[str]]
FIGURES = "survey_annex survey_chart cost_table evidence_annex key_point_annex review_annex".split()


@pytest.fixture
def placed(full_form: Form, ruled: Ruled) -> Callable[..., Table | Chart | None]:
    """placed("cost_table") → the block that an outline gets by calling it, None where it gets nothing."""

    def place(name: str, records: Records | None = None) -> Table | Chart | None:
        form = full_form if records is None else replace(full_form, records=records)
        blocks = outlined(form, ruled(), f"{{{{ {name}() }}}}").blocks
        shown = [one for one in blocks if isinstance(one, Table | Chart)]
        assert len(shown) < 2
        return shown[0] if shown else None

    return place


def outlined(form: Form, policy: Policy, outline: str) -> Document:
    return compose(
        replace(form, passages=()), policy, score(form, policy), outline=Outline("outline", outline)
    )


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_stands_where_nothing_is_recorded(placed, name: str) -> None:
    assert placed(name, Records()) is None
    assert placed(name) is not None


def test_a_table_stands_between_the_paragraphs_around_its_call(full_form: Form, ruled: Ruled) -> None:
    blocks = outlined(full_form, ruled(), "前{{ cost_table() }}后\n{{ cost_table() }}").blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph, Table]


def test_an_annex_begins_a_page_under_its_label(full_form: Form, ruled: Ruled) -> None:
    one = outlined(full_form, ruled(), "{{ survey_annex() }}").blocks
    assert [type(block) for block in one] == [PageBreak, AnnexLabel, Table]
    assert one[1] == AnnexLabel("附件")
    two = outlined(full_form, ruled(), "{{ survey_annex() }}{{ evidence_annex() }}").blocks
    assert [block.text for block in two if isinstance(block, AnnexLabel)] == ["附件1", "附件2"]


def test_the_survey_with_its_sums_and_how_its_answers_count(placed, drawn: Drawn) -> None:
    table = placed("survey_annex")
    assert drawn(table) == [
        "调查内容 | 满意 | 一般 | 不满意 | 答卷数 | 满意度",
        "A&B <5% | 100 | 60 | 30 | 190 | 68.42%",
        "道路铺装 | 150 | 30 | 10 | 190 | 86.84%",
        "合计 | 250 | 90 | 40 | 380 | —",
    ]
    assert bare(table.note) == "注：满意度按满意100%、一般50%、不满意0%计算。"
    assert bare(table.subcaption) == "（发放问卷200份，收回有效问卷190份，回收率95%）"


def test_the_chart_sets_the_answers_against_the_target(placed) -> None:
    chart = placed("survey_chart")
    assert isinstance(chart, Chart)
    assert [(bare(bar.label), bar.share) for bar in chart.bars] == [
        ("A&B <5%", Decimal("0.6842")),
        ("道路铺装", Decimal("0.8684")),
    ]
    assert (chart.title, chart.mark) == ("各项服务满意度与年度指标值（90%）比较", Decimal("0.9"))
    assert bare(chart.description) == "条形图，2项低于90%：A&B <5%68.42%；道路铺装86.84%。"


def test_one_bar_alone_is_no_chart(placed) -> None:
    counts = (Entry(Decimal(9)), Entry(Decimal(1)))
    survey = Survey(
        answers=(Entry("满意"), Entry("不满意")),
        weights=(Entry(Decimal(1)), Entry(Decimal(0))),
        questions=(SurveyQuestion(Entry("总体"), counts),),
    )
    assert placed("survey_chart", Records(survey=survey)) is None
    assert placed("survey_annex", Records(survey=survey)) is not None


def test_costs_are_compared_at_the_quantity_that_was_done(placed, drawn: Drawn) -> None:
    assert drawn(placed("cost_table")) == [
        "任务 | 计划量 | 实际量 | 计划单位/成本 | 实际单位/成本 | 年初计划/成本 | 实际量按/计划单位成本 | 实际成本 | 完成量/影响 | 单位成本/影响",
        "道路铺装（平方米） | 18000 | 18600 | 0.0120 | 0.0115 | 216.00 | 223.20 | 213.90 | 7.20 | -9.30",
        "架空线入地（公里） | 3 | 3 | 80.0000 | 82.0000 | 240.00 | 240.00 | 246.00 | 0.00 | 6.00",
        "合计 |  |  |  |  | 456.00 | 463.20 | 459.90 | 7.20 | -3.30",
    ]


def test_papers_are_numbered(placed, drawn: Drawn) -> None:
    assert drawn(placed("evidence_annex")) == [
        "序号 | 材料名称 | 材料类别 | 对应指标 | 是否具备",
        "1 | 竣工验收报告 | 正式资料 | 整治街巷数量 | 有",
        "2 | 支付凭证 | 原始凭证 |  | 待补",
    ]


def test_key_points_stand_under_their_indicator(placed, drawn: Drawn) -> None:
    assert drawn(placed("key_point_annex")) == [
        "三级指标 | 评价要点 | 是否符合 | 说明",
        "立项依据充分性 | 符合相关政策 | 符合 | ",
        "↑ | 未与其他项目重复 | 部分符合 | 有一处交叉",
        "资金使用合规性 | 审批手续完整 | 符合 | ",
    ]


def test_reviews_name_no_reviewer(placed, drawn: Drawn) -> None:
    assert drawn(placed("review_annex")) == [
        "三级指标 | 评委1 | 评委2 | 评委3 | 平均分",
        "立项依据充分性 | 4 | 4.5 | 5 | 4.5",
    ]


def test_money_by_task_only_where_all_of_it_adds_up(full_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    def made(total: Decimal) -> Table | None:
        row = replace(full_form.funding.total, budget=Entry(Decimal(266)), spent=Entry(total))
        form = replace(full_form, funding=replace(full_form.funding, total=row))
        found = [
            one for one in outlined(form, ruled(), "{{ task_table() }}").blocks if isinstance(one, Table)
        ]
        return found[0] if found else None

    assert made(Decimal(242)) is None
    assert drawn(made(Decimal("242.4"))) == [
        "任务 | 预算 | 支出 | 支出率 | 未支出",
        "绿化补植 | 30.00 | 10.00 | 33.33% | 20.00",
        "街巷铺装 | 216.00 | 213.90 | 99.03% | 2.10",
        "文化活动 | 20.00 | 18.50 | 92.50% | 1.50",
        "合计 | 266.00 | 242.40 | 91.13% | 23.60",
    ]


def test_headers_repeat_on_every_page_and_a_table_of_the_text_says_its_unit(placed) -> None:
    for name in FIGURES:
        block = placed(name)
        if isinstance(block, Table):
            assert block.header_rows == 1 and block.caption
            assert bool(block.unit) == bool(block.label) == (not name.endswith("_annex"))
