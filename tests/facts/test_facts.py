"""What is known before a sentence is written: each figure once, as the form or the scoring has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from forms import facts as facts_by_id
from forms import model_facts, model_form, row, small_form
from jxbook.document.marks import bare
from jxbook.facts.costs import costs_facts
from jxbook.facts.everything import Facts, facts_of
from jxbook.facts.evidence import reviews
from jxbook.facts.project import boxes
from jxbook.facts.sums import unofficial_bases
from jxbook.form import CostItem, Entry, Form, Goal, Indicator, KeyPoint, Records, Review, SubProject, Survey
from jxbook.policy import Policy, load_policy
from jxbook.scoring import score

Ruled = Callable[..., Policy]


def facts(form: Form, policy: Policy) -> Facts:
    return facts_of(form, policy, score(form, policy))


# The head, goals and boxes


def test_a_line_of_the_head_is_found_by_its_label_and_blank_where_there_is_none(
    full_form, ruled: Ruled
) -> None:
    fact = facts(full_form, ruled()).fact
    assert (fact("项目类型"), fact("项目 类型"), fact("填报人")) == ("延续项目", "延续项目", "")


def test_every_goal_comes_with_its_weight(full_form: Form, ruled: Ruled) -> None:
    more = (Goal(Entry("提升满意度"), Entry("93.5%"), Entry(Decimal(40))), Goal())
    said = facts(replace(full_form, more_goals=more), ruled()).goals
    assert [(bare(one.expected), bare(one.weight)) for one in said] == [
        ("完成12条街巷整治。", ""),
        ("提升满意度", "40"),
    ]


def test_only_boxes_that_say_something_are_there(full_form: Form) -> None:
    filled = {"评价结论": Entry("完成较好"), "存在问题": Entry("无"), "改进措施": Entry()}
    assert boxes(replace(full_form, boxes=filled)) == {"评价结论": "完成较好"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, None),
        ({"等级标准说明": "区级标准"}, None),
        ({"第三方评价得分": "86.53", "第三方评价等级": "优"}, ("", "86.53", "优")),
    ],
)
def test_what_a_third_party_found_is_there_only_if_it_found_something(
    full_form, ruled, stated, expected
) -> None:
    project = replace(full_form.project, facts={label: Entry(text) for label, text in stated.items()})
    found = facts(replace(full_form, project=project), ruled()).external
    assert (found and (found.agency, bare(found.score), found.grade)) == expected


# Scores and money


@pytest.mark.parametrize(("source", "scored"), [("computed", True), ("total", False), ("none", False)])
def test_it_is_known_whether_rows_have_scores(full_form, ruled: Ruled, source: str, scored: bool) -> None:
    said = facts(full_form, ruled(**{"scoring.source": source}))
    assert (said.source, said.scored, said.funds.counts) == (source, scored, scored)


def test_a_total_of_rows_without_points_has_no_grade(full_form: Form, ruled: Ruled) -> None:
    bare_row = Indicator.read(*map(Entry, ("产出指标", "数量指标", "受益人数", "", "", "", Decimal(95))))
    policy = ruled(**{"scoring.source": "rows", "weights.execution": Decimal(0)})
    said = facts(replace(full_form, indicators=(bare_row,)), policy)
    assert said.total is not None and (said.total.number, said.grade) == (95, "")


def test_money_without_points_is_not_scored_but_known(full_form: Form, ruled: Ruled) -> None:
    funds = facts(full_form, ruled(**{"weights.execution": Decimal(0)})).funds
    assert funds.left is not None and funds.rate is not None
    assert (funds.counts, funds.known, bare(funds.rate.as_rate()), funds.left.number) == (
        False,
        True,
        "97.70%",
        Decimal("21.2"),
    )


def test_sums_go_by_level_one_in_the_order_of_the_tree(full_form: Form, ruled: Ruled) -> None:
    assert [(one.name, one.points.number) for one in facts(full_form, ruled()).groups] == [
        ("产出指标", 50),
        ("效益指标", 30),
        ("满意度指标", 10),
    ]


def test_points_of_rows_that_do_not_apply_are_in_no_sum(full_form: Form, ruled: Ruled) -> None:
    dropped = Indicator.read(
        *map(Entry, ("产出指标", "质量指标", "验收合格率", "无", "无", Decimal(4), "", ""))
    )
    said = facts(replace(full_form, indicators=(*full_form.indicators, dropped)), ruled())
    assert [row_.name for row_ in said.dropped] == ["验收合格率"]
    assert [one.points.number for one in said.groups] == [50, 30, 10]


# What is not official


def test_the_practice_for_money_is_cited_only_where_money_has_points(full_form: Form, ruled: Ruled) -> None:
    cited = "按分值×执行率计算"
    with_points, without = (
        " ".join(unofficial_bases(score(full_form, ruled(**{"weights.execution": Decimal(points)}))))
        for points in (10, 0)
    )
    assert cited in with_points and "执行率" not in without


@pytest.mark.parametrize(
    ("verdicts", "target", "named"),
    [
        (("符合", "部分符合"), "", (True, True)),
        (("符合", "不符合"), "", (True, False)),
        (("符合", "部分符合"), "≥90%", (False, False)),  # typed, so that the 要点 do not count
    ],
)
def test_promise_3_counting_key_points_is_named_where_no_document_lays_it_down(
    full_form: Form, verdicts: tuple[str, ...], target: str, named: tuple[bool, bool]
) -> None:
    name = "立项依据充分性"
    texts = ("决策", "项目立项", name, target, "91%" if target else "", Decimal(4), "", "")
    points = tuple(KeyPoint(*map(Entry, (name, f"要点{one}", one, ""))) for one in verdicts)
    form = replace(
        full_form, indicators=(Indicator.read(*map(Entry, texts)),), records=Records(key_points=points)
    )
    policy = load_policy("mof-2020-10-evaluation")
    said = "".join(unofficial_bases(score(form, policy)))
    assert ("评价要点按符合的项数" in said, "“部分符合”按一半计" in said) == named
    assert bool(facts(form, policy).rows[0].judged.points) is named[0]


def test_promise_3_what_reviewers_gave_is_named_with_the_rule_that_lets_them(full_form: Form) -> None:
    one = full_form.indicators[0]
    form = replace(full_form, records=Records(reviews=(Review(one.name, (Entry(Decimal(20)),)),)))
    said = "".join(unofficial_bases(score(form, load_policy("mof-2020-10-evaluation"))))
    assert "多名评委评分取平均分" in said and "有评委评分的以评分为准" in said


# Records


def test_nothing_recorded_is_nothing_said(bare_form: Form, ruled: Ruled) -> None:
    said = facts(bare_form, ruled())
    assert (said.survey, said.costs, said.tasks.items, said.talks, said.evidence) == (None, (), (), (), ())


def test_a_survey_of_which_only_the_numbers_are_known_has_no_satisfaction(full_form, ruled: Ruled) -> None:
    records = Records(survey=Survey(Entry(Decimal(50)), Entry(Decimal(40))))
    survey = facts(replace(full_form, records=records), ruled()).survey
    assert survey is not None and survey.rate is not None
    assert (bare(survey.rate.percent()), survey.overall, survey.questions) == ("80%", None, ())


@pytest.mark.parametrize(
    ("status", "done"),
    [
        ("已完成", True),
        ("已竣工验收", True),
        ("未完成", False),
        ("部分完成", False),
        ("实施中", False),
        ("", False),
    ],
)
def test_a_task_is_done_only_if_it_is_said_to_be(full_form, ruled: Ruled, status: str, done: bool) -> None:
    one = SubProject(*map(Entry, ("铺装", "", "", "", "", status, "")))
    assert facts(replace(full_form, records=Records(subprojects=(one,))), ruled()).tasks.items[0].done is done


@pytest.mark.parametrize(("method", "mean"), [("mean", "3.33"), ("trimmed_mean", "4")])
def test_reviews_have_the_mean_that_the_policy_forms(full_form, ruled: Ruled, method: str, mean: str) -> None:
    review = Review(Entry("立项依据充分性"), tuple(Entry(Decimal(one)) for one in (1, 4, 5)))
    policy = ruled(**{"evaluation.reviewers": method})
    (said,) = reviews(replace(full_form, records=Records(reviews=(review,))), policy)
    assert (tuple(map(bare, said.scores)), bare(said.mean)) == (("1", "4", "5"), mean)


def test_promise_2_a_mean_of_wrong_scores_is_not_reported(full_form: Form, ruled: Ruled) -> None:
    one = full_form.indicators[0]
    review = Review(one.name, (Entry(Decimal(1)), Entry(one.points.number + 1)))
    (said,) = reviews(replace(full_form, records=Records(reviews=(review,))), ruled())
    assert said.mean == "待核对"


# What is joined


def test_interviews_join_the_worst_question_and_the_indicators_they_name() -> None:
    joined = {
        bare(view.text): (view.survey, view.row and bare(view.row.name)) for view in model_facts().views
    }
    assert joined == {
        "送餐经常晚于12点，希望增加软烂菜品": (True, None),
        "补贴拨付及时": (False, "运营补贴按时发放率"),
        "水电费偏高": (False, "养老服务站长效运营机制"),
    }


def test_rows_of_one_cause_and_money_of_one_task_are_one_problem() -> None:
    found = [
        ([bare(row_.name) for row_ in one.rows], one.shared, one.task and one.task.name)
        for one in model_facts().problems
    ]
    assert (["养老服务站投入使用时间", "单个服务站建设成本"], "消防", None) in found
    assert (["新建社区养老服务站"], "", "社区养老服务站建设") in found


def test_causes_that_share_only_common_words_stay_apart() -> None:
    rows = (row("修路", "≥9公里", "8公里", "人员不足"), row("植树", "≥9棵", "8棵", "人员调动"))
    assert len(facts_by_id(small_form(*rows)).problems) == 2


def test_money_that_does_not_add_up_is_told_by_no_task() -> None:
    form = model_form()
    short = form.records.subprojects[:-1]
    said = facts_by_id(replace(form, records=replace(form.records, subprojects=short)))
    assert said.tasks.items and not said.tasks.leaving


def test_what_an_item_cost_counts_in_ten_thousands_however_its_price_is_written(full_form: Form) -> None:
    item = CostItem(
        Entry("场地费"),
        Entry("场"),
        Entry(Decimal(20)),
        Entry("2000元"),
        Entry(Decimal(21)),
        Entry(Decimal("0.19")),
        Entry(),
    )
    [cost] = costs_facts(replace(full_form, records=replace(full_form.records, costs=(item,))))
    assert (cost.planned.number, cost.spent.number) == (Decimal(4), Decimal("3.99"))


def test_sub_projects_are_counted_by_kind_in_the_order_of_the_table(full_form: Form, ruled: Ruled) -> None:
    def item(kind: str, count: int | None) -> SubProject:
        number = Entry() if count is None else Entry(Decimal(count))
        return SubProject(Entry("某项"), Entry(kind), number, *(Entry() for _ in range(4)))

    rows = (item("环境类", 2), item("文化类", None), item("环境类", 1))
    tasks = facts(replace(full_form, records=replace(full_form.records, subprojects=rows)), ruled()).tasks
    assert [(kind, number.number) for kind, number in tasks.kinds] == [("环境类", 3), ("文化类", 1)]


def test_promise_6_what_is_read_of_endless_texts_is_bounded() -> None:
    """A goal, a box and a passage of a stranger, each of a hundred thousand adverse clauses, beside many missed rows."""
    rows = [row(f"第{n}项修路里程", "≥10公里", "8公里", "土质松软") for n in range(40)]
    said = Entry("另有1座大桥未完成，2处护栏损坏。" * 5_000)
    form = replace(
        small_form(*rows, goal=Goal(achieved=said)),
        boxes={"存在问题": said, "改进措施": Entry("尽快修路；" * 5_000)},
    )
    begin = process_time()
    problems = facts_by_id(form).problems
    assert sum(len(one.admitted) for one in problems) <= 20
    assert process_time() - begin < 5


def test_costs_that_the_form_keeps_apart_are_counted_apart() -> None:
    """产出 40 and 成本 10 are not 产出指标 50."""
    rows = (
        Indicator.read(*map(Entry, ("产出指标", "数量指标", "里程", "≥10公里", "10公里", 40, "", ""))),
        Indicator.read(
            *map(Entry, ("成本指标", "经济成本指标", "总成本", "≤700万元", "698万元", 10, "", ""))
        ),
        Indicator.read(*map(Entry, ("效益指标", "社会效益指标", "受益人数", "≥10人", "10人", 40, "", ""))),
    )
    groups = facts_by_id(small_form(*rows)).groups
    assert [(one.name, int(one.points.number)) for one in groups] == [
        ("产出指标", 40),
        ("成本指标", 10),
        ("效益指标", 40),
    ]


@pytest.mark.parametrize(
    ("name", "target", "actual", "gap"),
    [
        ("公厕数", "新建公厕5座", "3座", -2),
        ("培训人次", "培训不少于200人次", "180人次", -20),
        ("签订时间", "合同签订后30日内", "40日", 10),
    ],
)
def test_a_target_scored_by_the_number_in_its_words_is_told_by_it(
    ruled: Ruled, name: str, target: str, actual: str, gap: int
) -> None:
    (told,) = facts(small_form(row(name, target, actual)), ruled()).rows
    assert not told.worded
    assert told.gap is not None and told.gap.number == gap
