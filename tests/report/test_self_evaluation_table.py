"""The 自评表 in the report: the columns, head, goals and boxes of its policy, every cell with its own entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.document.blocks import Table, TableCell
from jxbook.document.layout import shares, slots
from jxbook.document.marks import bare
from jxbook.facts.everything import facts_of
from jxbook.form import Entry, Form, Goal, Indicator
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.report.tables.indicators import score_table
from jxbook.report.tables.one_page import takes_one_page
from jxbook.report.tables.ruler import Lines
from jxbook.report.tables.self_evaluation import form_tables
from jxbook.scoring import score

Ruled = Callable[..., Policy]
Drawn = Callable[[Table | None], list[str]]
SPLIT = (
    "一级指标 二级指标 三级指标 指标性质 指标值 度量单位 完成值 分值 得分 未完成原因分析及改进措施".split()
)
NO_SCORES = "一级指标 二级指标 三级指标 年度指标值 实际完成值 偏差原因分析及改进措施".split()
ONLY_SCORES = "一级指标 二级指标 三级指标 得分".split()
LAYOUTS = {"split": SPLIT, "no scores": NO_SCORES, "only scores": ONLY_SCORES}
LATE = "受汛期连续降雨影响，铺装工程延期；已调整施工组织。"


def table(form: Form, policy: Policy) -> Table:
    return form_tables(facts_of(form, policy, score(form, policy)))[0]


def with_rows(form: Form, *rows: Indicator) -> Form:
    return replace(form, indicators=rows)


def row(*texts: str, split: tuple[str, str] | None = None, goal: int = 0) -> Indicator:
    apart = {"nature": Entry(split[0]), "unit": Entry(split[1])} if split else {}
    return Indicator.read(*map(Entry, texts), **apart, goal=goal)


def squeezed(lines: Iterable[str]) -> list[str]:
    """Lines without the marks of merged columns, which depend on widths."""
    return [" | ".join(cell for cell in line.split(" | ") if cell != "←") for line in lines]


def test_the_printed_form_of_the_ministry(bare_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    assert squeezed(drawn(table(bare_form, ruled()))) == [
        "项目名称 | 青禾街道环境整治项目",
        "主管部门 | 青禾区城市管理委员会 | 实施单位 | 青禾街道办事处",
        "项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
        "↑ | 年度资金总额 | 900 | 920 | 898.8 | 10 | 97.70% | 9.77",
        "↑ | 其中：当年财政拨款 | 900 | 900 | 880 | — | 97.78% | —",
        "↑ | 上年结转资金 | 0 | 20 | 18.8 | — | 94% | —",
        "年度总体目标 | 预期目标 | 实际完成情况",
        "↑ | 完成12条街巷整治。 | 已完成12条街巷整治。",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        "↑ | 产出指标 | 数量指标 | 整治街巷数量 | ≥12条 | 12条 | 25 | 25 | 无",
        f"↑ | ↑ | 时效指标 | 按期完工率 | =100% | 80% | 25 | 20 | {LATE}",
        "↑ | 效益指标 | 社会效益指标 | 居民出行条件 | 明显改善 | 达成年度指标 | 30 | 30 | 无",
        "↑ | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 93.5% | 10 | 10 | 无",
        "总分 | 100 | 94.77 | 等级：优",
    ]


def test_a_rate_that_cannot_be_true_is_not_printed(bare_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    """The whole and one part in 元."""
    funding = bare_form.funding
    whole = replace(funding.total, spent=Entry(Decimal(8988000)))
    own, carried = funding.parts[:2]
    parts = (replace(own, spent=Entry(Decimal(8800000))), carried)
    form = replace(bare_form, funding=replace(funding, total=whole, parts=parts))
    lines = squeezed(drawn(table(form, ruled())))
    assert lines[3:6] == [
        "↑ | 年度资金总额 | 900 | 920 | 8988000 | 10 | 待核定 | 待完善",
        "↑ | 其中：当年财政拨款 | 900 | 900 | 8800000 | — | 待核定 | —",
        "↑ | 上年结转资金 | 0 | 20 | 18.8 | — | 94% | —",
    ]


def test_split_targets_stand_in_their_own_columns(bare_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    form = with_rows(
        bare_form,
        row("产出指标", "数量指标", "整治街巷", "12", "13", "90", split=("≥", "条")),
        row("效益指标", "社会效益指标", "出行条件", "优良", "达成年度指标", "10", split=("定性", "")),
        row("满意度指标", "满意度指标", "居民满意度", "≥90%", "93%", "10"),
    )
    lines = squeezed(drawn(table(form, ruled(**{"layout.columns": tuple(SPLIT)}))))
    assert lines[8:12] == [
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 分值 | 得分 | 未完成原因分析及改进措施",
        "↑ | 产出指标 | 数量指标 | 整治街巷 | ≥ | 12 | 条 | 13 | 90 | 90 | 无",
        "↑ | 效益指标 | 社会效益指标 | 出行条件 | 定性 | 优良 |  | 达成年度指标 | 10 | 10 | 无",
        "↑ | 满意度指标 | 满意度指标 | 居民满意度 |  | ≥90% |  | 93% | 10 | 10 | 无",
    ]


def test_a_layout_without_scores_prints_none_and_no_total(
    bare_form: Form, ruled: Ruled, drawn: Drawn
) -> None:
    policy = ruled(**{"layout.columns": tuple(NO_SCORES), "scoring.source": "none"})
    lines = squeezed(drawn(table(bare_form, policy)))
    assert lines[2] == "项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 执行率"
    assert lines[3] == "↑ | 年度资金总额 | 900 | 920 | 898.8 | 97.70%"
    assert lines[8] == "绩效指标 | " + " | ".join(NO_SCORES)
    assert lines[-1].startswith("↑ | 满意度指标"), "no row 总分"
    assert not any("待完善" in line or "分值" in line for line in lines)


def test_a_layout_of_scores_only_has_its_grade_in_a_row_of_its_own(
    bare_form, ruled: Ruled, drawn: Drawn
) -> None:
    form = with_rows(
        bare_form,
        row("产出指标", "数量指标", "受益人数", "", "", "", "50"),
        row("产出指标", "数量指标", "工作进度", "", "", "", "42.5"),
    )
    values = {"layout.columns": tuple(ONLY_SCORES), "scoring.source": "rows", "weights.execution": Decimal(0)}
    lines = squeezed(drawn(table(form, ruled(**values))))
    assert lines[-5:] == [
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 得分",
        "↑ | 产出指标 | 数量指标 | 受益人数 | 50",
        "↑ | ↑ | ↑ | 工作进度 | 42.5",
        "总分 | 92.5",
        "等级 | 优",
    ]


def test_several_goals_stand_with_their_weights_and_their_own_rows(
    bare_form, ruled: Ruled, drawn: Drawn
) -> None:
    form = replace(
        bare_form,
        goal=Goal(Entry("整治街巷"), Entry("完成"), Entry(Decimal(60))),
        more_goals=(Goal(Entry("提升满意度"), Entry("93.5%"), Entry(Decimal(40))),),
        indicators=tuple(replace(one, goal=at // 2) for at, one in enumerate(bare_form.indicators)),
    )
    lines = squeezed(drawn(table(form, ruled())))
    assert lines[6:9] == [
        "年度总体目标 | 目标 | 预期目标 | 实际完成情况 | 权重",
        "↑ | 目标1 | 整治街巷 | 完成 | 60",
        "↑ | 目标2 | 提升满意度 | 93.5% | 40",
    ]
    assert lines[9].startswith("目标 | 一级指标")
    assert [line.split(" | ")[0] for line in lines[10:14]] == ["目标1", "↑", "目标2", "↑"]


def test_boxes_and_signatures_stand_below(bare_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    limits = (("评价结论", Decimal(200)), ("存在问题", Decimal(200)))
    form = replace(bare_form, boxes={"评价结论": Entry("完成较好。"), "改进措施": Entry("提前安排。")})
    signatures = ("填报人", "审核人", "负责人", "填报日期")
    policy = ruled(**{"layout.boxes": limits, "layout.signatures": signatures, "layout.title": "项目自评表"})
    drawn_table = table(form, policy)
    assert drawn_table.caption == "项目自评表"
    assert squeezed(drawn(drawn_table))[-5:] == [
        "评价结论 | 完成较好。",
        "存在问题 | ",
        "改进措施 | 提前安排。",
        "填报人 |  | 审核人 |  | 负责人 | ",
        "填报日期 |  |  |  |  | ",
    ]


def test_a_line_of_the_head_stands_only_if_the_form_has_it(
    bare_form: Form, ruled: Ruled, drawn: Drawn
) -> None:
    head = (("主管部门", "实施单位"), ("项目负责人", "联系电话"), ("填报人", "填报日期"))
    lines = squeezed(drawn(table(bare_form, ruled(**{"layout.head_rows": head}))))
    assert lines[1:4] == [
        "主管部门 | 青禾区城市管理委员会 | 实施单位 | 青禾街道办事处",
        "项目负责人 | 略",
        "项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
    ]


def test_a_form_of_money_handed_down_has_both_supervisors_on_a_line(
    bare_form: Form, ruled: Ruled, drawn: Drawn
) -> None:
    local = {**bare_form.project.facts, "地方主管部门": Entry("青禾区财政局")}
    form = replace(bare_form, project=replace(bare_form.project, facts=local))
    assert squeezed(drawn(table(form, ruled())))[1:3] == [
        "中央主管部门 | 青禾区城市管理委员会 | 地方主管部门 | 青禾区财政局",
        "实施单位 | 青禾街道办事处",
    ]


def test_an_unused_level2_reads_none_and_an_unfilled_row_has_no_score(bare_form, ruled, drawn: Drawn) -> None:
    form = with_rows(
        bare_form,
        row("产出指标", "数量指标", "街巷", "≥12条", "", "10"),
        row("产出指标", "质量指标", "", "", "", ""),
        row("产出指标", "质量指标", "", "", "", ""),
    )
    lines = squeezed(drawn(table(form, ruled())))
    assert lines[9:] == [
        "↑ | 产出指标 | 数量指标 | 街巷 | ≥12条 |  | 10 | 待完善 | 无",
        "↑ | ↑ | 质量指标 | 无 | 无 | 无 | 无 | 无 | 无",
        "总分 | 20 | 待完善 | ",
    ]


def test_a_row_of_key_points_shows_how_many_were_met(full_form, ruled: Ruled, drawn: Drawn) -> None:
    form = with_rows(full_form, row("决策", "项目立项", "立项依据充分性", "", "", "5"))
    assert squeezed(drawn(table(form, ruled())))[9] == (
        "↑ | 决策 | 项目立项 | 立项依据充分性 | ≥2项 | 1.5项 | 5 | 4.5 | 无"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_on_paper_labels_stay_on_one_line_and_scores_have_room(bare_form, ruled: Ruled, layout: str) -> None:
    """156 mm of text area; a Chinese character of 10.5 pt is 3.7 mm wide, a digit half of it, the margins are 2 mm."""
    made = table(bare_form, ruled(**{"layout.columns": tuple(LAYOUTS[layout])}))
    widths = shares(made.widths, 156_000)
    for placed in slots(made):
        for cell, column, begins in placed:
            width = sum(widths[column : column + cell.colspan]) / 1000
            text = bare(cell.text)
            one_line = text in ("实施单位", "97.70%", "94.77", "产出指标", "当年财政拨款")
            if begins and one_line:
                needed = 2 + sum(3.7 if ord(one) > 255 else 1.85 for one in text)
                assert width >= needed, (text, width)
            assert width >= 9, f"{text!r} has no room for two characters: {width}"


@pytest.mark.parametrize("policy_id", policy_ids())
def test_every_policy_that_comes_with_jxbook_has_its_columns_and_title(
    bare_form: Form, policy_id: str
) -> None:
    policy = load_policy(policy_id)
    made = table(bare_form, policy)
    texts = {cell.text for line in made.rows for cell in line}
    assert set(policy.values("layout.columns")) <= texts
    assert made.caption == policy.word("layout.title")


# The table of scores


def test_scores_stand_under_their_indicators_with_the_total_below(
    bare_form, ruled: Ruled, drawn: Drawn
) -> None:
    policy = ruled()
    assert squeezed(drawn(score_table(facts_of(bare_form, policy, score(bare_form, policy))))) == [
        "一级指标 | 二级指标 | 三级指标 | 分值 | 得分",
        "预算执行率 | 10 | 9.77",
        "产出指标 | 数量指标 | 整治街巷数量 | 25 | 25",
        "↑ | 时效指标 | 按期完工率 | 25 | 20",
        "效益指标 | 社会效益指标 | 居民出行条件 | 30 | 30",
        "满意度指标 | 服务对象满意度指标 | 居民满意度 | 10 | 10",
        "综合得分 | 100 | 94.77",
    ]


def test_scores_without_points_have_no_column_for_them(bare_form: Form, ruled: Ruled, drawn: Drawn) -> None:
    form = with_rows(bare_form, row("产出指标", "数量指标", "受益人数", "", "", "", "92.5"))
    policy = ruled(**{"scoring.source": "rows", "weights.execution": Decimal(0)})
    assert squeezed(drawn(score_table(facts_of(form, policy, score(form, policy))))) == [
        "一级指标 | 二级指标 | 三级指标 | 得分",
        "产出指标 | 数量指标 | 受益人数 | 92.5",
        "综合得分 | 92.5",
    ]


@pytest.mark.parametrize("source", ["none", "total"])
def test_there_is_no_table_of_scores_where_nothing_is_scored(
    bare_form: Form, ruled: Ruled, source: str
) -> None:
    policy = ruled(**{"scoring.source": source})
    assert score_table(facts_of(bare_form, policy, score(bare_form, policy))) is None


# On paper


def long_form(form: Form, rows: int) -> Form:
    reason = "受汛期连续降雨影响，铺装工程延期，已调整施工组织，计划于次年三月底前完成全部铺装任务。"
    return with_rows(
        form,
        *(
            row("产出指标", "数量指标", f"第{n}条街巷整治长度", "≥12米", "11米", "9", "", reason)
            for n in range(rows)
        ),
    )


@pytest.mark.parametrize(("rows", "small", "parts"), [(2, False, 1), (6, True, 1), (30, True, 2)])
def test_a_form_is_set_smaller_to_fit_a_page_and_else_repeats_its_header(
    bare_form: Form, ruled: Ruled, rows: int, small: bool, parts: int
) -> None:
    form, policy = long_form(bare_form, rows), ruled()
    made = form_tables(facts_of(form, policy, score(form, policy)))
    assert ([one.small for one in made], len(made)) == ([small] * parts, parts)
    assert [(one.follows, one.header_rows) for one in made[1:]] == [(True, 1)] * (parts - 1)
    for one in made:
        slots(one)
    if parts == 2:
        assert "一级指标" in [bare(cell.text) for cell in made[1].rows[0]]


def test_a_cell_holds_whole_characters_on_a_line() -> None:
    """2.9 characters of room are 2: a page took for full what was one line a row more."""
    narrow = (0, 60)
    rows = 19
    lines = Lines([(TableCell("年初预算数"), TableCell("无"))] * rows, [(narrow, (60, 884))] * rows)
    assert not takes_one_page(lines, small_type=True)  # 19 rows of 3 lines, of 2 they would fit
    assert takes_one_page(Lines(lines.cells[:13], lines.places[:13]), small_type=True)
