"""What an outline can say: each figure once, as the form or the scoring has it, and nothing where nothing is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from jxbook.checks import check
from jxbook.form import Entry, Form, Goal, Indicator, KeyPoint, Records, Review, SubProject, Survey
from jxbook.policy import Policy, load_policy
from jxbook.report.context import facts_of
from jxbook.scoring import score

Ruled = Callable[..., Policy]
SCORE_ONLY = ("一级指标", "二级指标", "三级指标", "得分")


def facts(form: Form, policy: Policy) -> Mapping[str, Any]:
    return facts_of(form, policy, score(form, policy))


def stated(name: str, earned: float, points: float | str = "", reason: str = "") -> Indicator:
    """A row whose 得分 an evaluator gave."""
    texts = ("决策", "项目立项", name, "", "", points, earned, reason)
    return Indicator.read(*(Entry(one if isinstance(one, str) else Decimal(str(one))) for one in texts))


# The head, goals and boxes


def test_a_line_of_the_head_is_found_by_its_label_and_blank_where_there_is_none(
    full_form, ruled: Ruled
) -> None:
    fact = facts(full_form, ruled())["fact"]
    assert (fact("项目类型"), fact("项目 类型"), fact("填报人")) == ("延续项目", "延续项目", "")


def test_every_goal_comes_with_its_weight(full_form: Form, ruled: Ruled) -> None:
    more = (Goal(Entry("提升满意度"), Entry("93.5%"), Entry(Decimal(40))), Goal())
    said = facts(replace(full_form, more_goals=more), ruled())
    assert [(one.expected, one.weight) for one in said["goals"]] == [
        ("完成12条街巷整治。", ""),
        ("提升满意度", "40"),
    ]
    assert said["goal"] == said["goals"][0]


def test_only_boxes_that_say_something_are_there(full_form: Form, ruled: Ruled) -> None:
    boxes = {"评价结论": Entry("完成较好"), "存在问题": Entry("无"), "改进措施": Entry()}
    assert facts(replace(full_form, boxes=boxes), ruled())["boxes"] == {"评价结论": "完成较好"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, None),
        ({"等级标准说明": "区级标准"}, None),
        ({"第三方评价得分": "86.53", "第三方评价等级": "优"}, ("", "86.53", "优", "")),
    ],
)
def test_what_a_third_party_found_is_there_only_if_it_found_something(
    full_form, ruled, stated, expected
) -> None:
    project = replace(full_form.project, facts={label: Entry(text) for label, text in stated.items()})
    found = facts(replace(full_form, project=project), ruled())["external"]
    assert (found and (found.agency, found.score, found.grade, found.scale)) == expected


# Scores


@pytest.mark.parametrize(
    ("source", "scored"), [("computed", True), ("rows", True), ("total", False), ("none", False)]
)
def test_an_outline_knows_whether_rows_have_scores(
    full_form, ruled: Ruled, source: str, scored: bool
) -> None:
    said = facts(full_form, ruled(**{"scoring.source": source}))
    assert (said["source"], said["scored"], said["funds"].scored) == (source, scored, scored)


def test_money_without_points_is_not_scored_but_known(full_form: Form, ruled: Ruled) -> None:
    funds = facts(full_form, ruled(**{"weights.execution": Decimal(0)}))["funds"]
    assert (funds.scored, funds.known, funds.rate, funds.left) == (False, True, "97.70%", "21.2")


def test_the_practice_for_money_is_cited_only_where_money_has_points(full_form: Form, ruled: Ruled) -> None:
    cited = "按分值×执行率计算"
    with_points, without = (
        " ".join(facts(full_form, ruled(**{"weights.execution": Decimal(points)}))["unofficial"])
        for points in (10, 0)
    )
    assert cited in with_points and "执行率" not in without


def test_a_budget_without_spending_is_still_said(full_form: Form, ruled: Ruled) -> None:
    total = replace(full_form.funding.total, spent=Entry())
    form = replace(full_form, funding=replace(full_form.funding, total=total))
    funds = facts(form, ruled())["funds"]
    assert (funds.known, funds.initial, funds.budget, funds.spent, funds.rate) == (
        False,
        "900",
        "920",
        "",
        "",
    )


def test_the_parts_of_the_analysis_hold_their_rows_in_order(full_form: Form, ruled: Ruled) -> None:
    form = replace(full_form, indicators=(*full_form.indicators, stated("立项依据充分性", 4)))
    parts = facts(form, ruled())["parts"]
    assert [(part.name, [row.name for row in part.rows]) for part in parts] == [
        ("决策", ["立项依据充分性"]),
        ("产出", ["整治街巷数量", "按期完工率"]),
        ("效益", ["居民出行条件", "居民满意度"]),
    ]
    assert [weight.points for weight in parts[2].weights] == ["30", "10"]


@pytest.mark.parametrize(
    ("source", "analysis"),
    [
        ("computed", "年度指标值为100%，实际完成值为80%，完成率80%，未达到年度指标值，得20分（分值25分）。"),
        ("none", "年度指标值为100%，实际完成值为80%，完成率80%，未达到年度指标值。"),
    ],
)
def test_a_row_is_analysed_with_its_score_only_if_it_has_one(full_form, ruled, source, analysis) -> None:
    row = facts(full_form, ruled(**{"scoring.source": source}))["rows"][1]
    assert row.analysis.startswith(analysis) and "偏差原因分析及改进措施：受汛期" in row.analysis


@pytest.mark.parametrize(
    ("points", "earned", "analysis"),
    [
        (5, 4.5, "评价要点2项，其中1项符合、1项部分符合，由3名评委评分，得4.5分（分值5分）。有一处交叉。"),
        ("", 4.5, "评价要点2项，其中1项符合、1项部分符合，由3名评委评分，得4.5分。有一处交叉。"),
    ],
)
def test_a_row_of_key_points_says_how_they_came_out(full_form, ruled, points, earned, analysis) -> None:
    row = stated("立项依据充分性", earned, points, "有一处交叉")
    policy = ruled(**{"scoring.source": "rows"})
    assert facts(replace(full_form, indicators=(row,)), policy)["rows"][0].analysis == analysis


def test_points_lost_on_a_row_without_target_are_a_problem_in_its_own_words(bare_form, ruled: Ruled) -> None:
    said = facts(
        replace(bare_form, indicators=(stated("立项程序规范性", 3, 5),)), ruled(**{"scoring.source": "rows"})
    )
    assert said["problems"] == ("立项程序规范性存在扣分：得3分（分值5分）。原因及改进措施：【待补充】。",)
    assert said["advice"] == ("针对立项程序规范性评价中指出的不足，逐项制定整改措施，明确责任和时限。",)


def row(level2: str, target: str, actual: str, reason: str = "") -> Indicator:
    texts = ("产出指标", level2, "下水道堵塞次数", target, actual, 10, "", reason)
    return Indicator.read(*(Entry(one if isinstance(one, str) else Decimal(one)) for one in texts))


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("≥100次", "130次", "超出年度指标值较多：年度指标值为≥100次，实际完成值为130次，完成率130%。"),
        ("≥100次", "129次", None),
        ("≤100次", "20次", "低于年度指标值较多：年度指标值为≤100次，实际完成值为20次，完成率100%。"),
        ("≤100次", "0次", None),
        ("20-100次", "90次", None),
    ],
)
def test_the_report_speaks_of_what_went_far_beyond_where_jx205_does(
    bare_form: Form, ruled: Ruled, target: str, actual: str, said: str | None
) -> None:
    form, policy = replace(bare_form, indicators=(row("数量指标", target, actual),)), ruled()
    scoring = score(form, policy)
    found = [one for one in check(form, policy, scoring) if one.code == "JX205"]
    problems = facts(form, policy)["problems"]
    assert bool(found) is bool(problems) is bool(said)
    for problem in problems:
        way = "低" if target.startswith("≥") else "高"
        assert problem == f"下水道堵塞次数{said}原因及年初指标值是否偏{way}：【待补充】。"


# Records


def test_nothing_recorded_is_nothing_said(bare_form: Form, ruled: Ruled) -> None:
    said = facts(bare_form, ruled())
    names = ("survey", "costs", "subprojects", "interviews", "evidence", "key_points", "reviews")
    assert [said[name] for name in names] == [None, None, None, (), (), (), ()]


def test_the_survey_is_reckoned_once_and_questions_nobody_answered_are_left_out(full_form, ruled) -> None:
    survey = facts(full_form, ruled())["survey"]
    assert (survey.sent, survey.returned, survey.rate, survey.method) == ("200", "190", "95%", "入户问卷")
    assert [(one.text, one.total, one.satisfaction) for one in survey.questions] == [
        ("道路铺装", "190", "86.84%"),  # (150 + 30 × 0.5) ÷ 190
        ("A&B <5%", "190", "68.42%"),  # (100 + 60 × 0.5) ÷ 190
    ]
    assert survey.overall == "77.63%"


def test_a_survey_of_which_only_the_numbers_are_known_has_no_satisfaction(full_form, ruled: Ruled) -> None:
    records = Records(survey=Survey(Entry(Decimal(50)), Entry(Decimal(40))))
    survey = facts(replace(full_form, records=records), ruled())["survey"]
    assert (survey.rate, survey.overall, survey.questions) == ("80%", "", ())


def test_costs_are_compared_as_a_whole_only_when_every_item_is_filled_in(full_form, ruled: Ruled) -> None:
    costs = facts(full_form, ruled())["costs"]
    assert (costs.planned, costs.actual, costs.saved, costs.exceeded, costs.rate) == (
        "456",
        "459.9",
        "",
        "3.9",
        "0.86%",
    )
    assert [(one.saved, one.exceeded) for one in costs.items] == [("2.1", ""), ("", "6")]
    open_item = replace(full_form.records.costs[1], cost=Entry())
    records = Records(costs=(full_form.records.costs[0], open_item))
    open_costs = facts(replace(full_form, records=records), ruled())["costs"]
    assert (open_costs.planned, open_costs.actual, open_costs.rate) == ("", "", "")


def test_subprojects_are_summed_and_counted_by_kind(full_form: Form, ruled: Ruled) -> None:
    all_of_them = facts(full_form, ruled())["subprojects"]
    assert (all_of_them.count, all_of_them.budget, all_of_them.spent, all_of_them.done) == (
        "18",
        "266",
        "242.4",
        "17",
    )
    assert [(kind.name, kind.count, kind.spent) for kind in all_of_them.kinds] == [
        ("工程类", "13", "223.9"),
        ("活动类", "5", "18.5"),
    ]


@pytest.mark.parametrize(
    ("status", "done"),
    [("已完成", "1"), ("已竣工验收", "1"), ("未完成", ""), ("部分完成", ""), ("实施中", ""), ("", "")],
)
def test_a_subproject_is_done_only_if_it_is_said_to_be(
    full_form, ruled: Ruled, status: str, done: str
) -> None:
    one = SubProject(*map(Entry, ("铺装", "", "", "", "", status, "")))
    said = facts(replace(full_form, records=Records(subprojects=(one,))), ruled())["subprojects"]
    assert said.done == done


def test_papers_are_there_or_not(full_form: Form, ruled: Ruled) -> None:
    assert [one.present for one in facts(full_form, ruled())["evidence"]] == [True, False]


@pytest.mark.parametrize(("method", "mean"), [("mean", "3.33"), ("trimmed_mean", "4")])
def test_reviews_have_the_mean_that_the_policy_forms(full_form, ruled: Ruled, method: str, mean: str) -> None:
    review = Review(Entry("立项依据充分性"), tuple(Entry(Decimal(one)) for one in (1, 4, 5)))
    policy = ruled(**{"evaluation.reviewers": method})
    said = facts(replace(full_form, records=Records(reviews=(review,))), policy)["reviews"]
    assert (said[0].scores, said[0].mean) == (("1", "4", "5"), mean)


def test_promise_2_a_mean_of_wrong_scores_is_not_reported(full_form: Form, ruled: Ruled) -> None:
    one = full_form.indicators[0]
    over = one.points.number + 1
    review = Review(one.name, (Entry(Decimal(1)), Entry(over)))
    said = facts(replace(full_form, records=Records(reviews=(review,))), ruled())["reviews"]
    assert (said[0].scores, said[0].mean) == (("1", str(over)), "待核对")


# Rows that do not apply, and methods that no document lays down


def test_points_of_rows_that_do_not_apply_are_in_no_sum(full_form: Form, ruled: Ruled) -> None:
    dropped = Indicator.read(
        *map(Entry, ("产出指标", "质量指标", "验收合格率", "无", "无", Decimal(4), "", ""))
    )
    said = facts(replace(full_form, indicators=(*full_form.indicators, dropped)), ruled())
    assert (said["total_points"], said["dropped_points"], said["unbalanced"]) == ("100", "4", False)
    assert [weight.points for weight in said["weights"]] == ["50", "30", "10"]
    assert "填“无”的指标不计分" in "".join(said["unofficial"])
    assert facts(full_form, ruled())["dropped_points"] == ""


@pytest.mark.parametrize(("method", "converted"), [("excluded", False), ("rescaled", True)])
def test_an_outline_knows_that_the_total_was_converted(full_form, ruled, method, converted) -> None:
    last = full_form.indicators[-1]
    gone = Indicator.read(last.level1, last.level2, last.name, *map(Entry, ("无", "无", Decimal(10), "", "")))
    form = replace(full_form, indicators=(*full_form.indicators[:-1], gone))
    assert facts(form, ruled(**{"not_applicable.method": method}))["converted"] is converted


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
    said = "".join(facts(form, policy)["unofficial"])
    assert ("评价要点按符合的项数" in said, "“部分符合”按一半计" in said) == named
    assert bool(facts(form, policy)["rows"][0].judgement) is named[0]
    assert "（假定）" in said


def test_promise_3_what_reviewers_gave_is_named_with_the_rule_that_lets_them(full_form: Form) -> None:
    one = full_form.indicators[0]
    form = replace(full_form, records=Records(reviews=(Review(one.name, (Entry(Decimal(20)),)),)))
    said = "".join(facts(form, load_policy("mof-2020-10-evaluation"))["unofficial"])
    assert "多名评委评分取平均分" in said and "有评委评分的以评分为准" in said
