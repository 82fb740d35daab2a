"""A check asks only for what the policy's form has, and by the policy's own rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.finding import Finding, Severity
from jxbook.form import Entry, Project
from jxbook.policy import Policy

FindAll = Callable[..., tuple[Finding, ...]]
Ruled = Callable[..., Policy]
HEAD = Project(Entry("某项目"), supervisor=Entry("市民政局"), implementer=Entry("花园街道办事处"))
STATED = {"第三方评价得分": Entry("92"), "第三方评价等级": Entry("优")}
NO_MONEY = "\n".join(f"{row} |" for row in range(5, 10))
BARE = """
    13 | | 产出指标   | 数量指标           | 举办活动场次   | | | {} | 15 |
    14 | |            | 质量指标           | 活动验收合格率 | | | {} | 15 |
    15 | |            | 时效指标           | 活动完成时间   | | | {} | 10 |
    16 | | 成本指标   | 经济成本指标       | 每场活动成本   | | | {} | 20 |
    17 | | 效益指标   | 社会效益指标       | 参加活动人次   | | | {} | 20 |
    18 | |            | 可持续影响指标     | 志愿服务队伍   | | | {} | 10 |
    19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度     | | | {} | 10 |
    20 | 总分 | | | | | | | 100
""".lstrip()
NO_POINTS = """
    6  | | 年度资金总额 | 10 | 10 | 10 | | |
    13 | | 产出指标   | 数量指标           | 举办活动场次   | ≥20场        | {} |
    14 | |            | 质量指标           | 活动验收合格率 | =100%        | 100%         |
    15 | |            | 时效指标           | 活动完成时间   | ≤12月        | 11月         |
    16 | | 成本指标   | 经济成本指标       | 每场活动成本   | ≤5000元      | 4800元       |
    17 | | 效益指标   | 社会效益指标       | 参加活动人次   | ≥200人次     | 210人次      |
    18 | |            | 可持续影响指标     | 志愿服务队伍   | 长期开展服务 | 达成年度指标 |
    19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度     | ≥90%         | 95%          |
    20 |
""".lstrip()


def codes(found: tuple[Finding, ...]) -> list[str]:
    """The codes, without the one that the form of another office always has."""
    return [one.code for one in found if one.code != "JX108"]


# Points given by an evaluator, in a table that has nothing but them (seed 002)


def test_a_table_of_scores_lacks_its_ground_and_nothing_else(find_all: FindAll) -> None:
    table = BARE.replace("{}", "") + NO_MONEY
    assert codes(find_all(table, policy="beijing-score-table", project=HEAD)) == ["JX315"]


def test_a_missing_score_and_one_beyond_the_total_are_errors_there(find_all: FindAll) -> None:
    table = (
        BARE.replace("{}", "")
        .replace("| 15 |\n    14", "| |\n    14")
        .replace("| 10 |\n    20", "| 101 |\n    20")
    )
    found = find_all(table + NO_MONEY, policy="beijing-score-table", project=HEAD)
    assert codes(found) == ["JX102", "JX309", "JX315"]
    assert [one.what for one in found if one.code == "JX102"] == ["“举办活动场次”没有填写得分"]
    assert [one.what for one in found if one.code == "JX309"] == ["“居民满意度”填写的得分“101”大于总分100分"]


def test_a_total_that_is_not_the_sum_is_found_there(find_all: FindAll) -> None:
    table = BARE.replace("{}", "").replace("| | 100", "| | 98") + NO_MONEY
    assert codes(find_all(table, policy="beijing-score-table", project=HEAD)) == ["JX307", "JX315"]


@pytest.mark.parametrize("wrong", ["JX301", "JX302", "JX304"])
def test_given_points_are_not_computed_again_but_weights_and_reasons_count(
    find_all: FindAll, ruled: Ruled, wrong: str
) -> None:
    """With 分值 and 评分说明 in the table, a deduction is to be explained and the 分值 add up to 100."""
    policy = ruled(**{"scoring.source": "rows"})
    table = {
        "JX301": "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 12 | ",
        "JX302": "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 10 | 10 | 无",
        "JX304": "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 15 | 无",
    }[wrong]
    assert (wrong in codes(find_all(table, policy=policy))) is (wrong != "JX304")


# No points at all: a third party states the total (seed 001), or there is none (seed 003)


@pytest.mark.parametrize("policy", ["beijing-third-party", "beijing-community"])
def test_a_form_without_points_is_complete_without_them(find_all: FindAll, policy: str) -> None:
    assert codes(find_all(NO_POINTS.format("21场"), policy=policy, project=replace(HEAD, facts=STATED))) == []


@pytest.mark.parametrize("policy", ["beijing-third-party", "beijing-community"])
@pytest.mark.parametrize(
    ("actual", "found"),
    [("", ["JX102"]), ("完成", ["JX202"]), ("600人次", ["JX201"]), ("16场", ["JX301", "JX537"])],
)
def test_what_was_reached_is_checked_all_the_same(
    find_all: FindAll, policy: str, actual: str, found: list[str]
) -> None:
    findings = find_all(NO_POINTS.format(actual), policy=policy, project=replace(HEAD, facts=STATED))
    assert codes(findings) == found
    assert all("计分" not in one.what for one in findings if one.code in found)


@pytest.mark.parametrize(
    ("stated", "what"),
    [
        ({}, ["没有填写第三方评价得分", "没有填写第三方评价等级"]),
        ({**STATED, "第三方评价得分": Entry("优")}, ["第三方评价得分“优”不是0至100之间的数"]),
        ({**STATED, "第三方评价得分": Entry("120")}, ["第三方评价得分“120”不是0至100之间的数"]),
        ({**STATED, "第三方评价等级": Entry("无")}, ["没有填写第三方评价等级"]),
    ],
)
def test_a_stated_total_is_asked_for(find_all: FindAll, stated: dict[str, Entry], what: list[str]) -> None:
    project = replace(HEAD, facts=stated)
    found = find_all(NO_POINTS.format("21场"), policy="beijing-third-party", project=project)
    assert [one.what for one in found if one.code == "JX101"] == what
    assert "JX101" not in codes(
        find_all(NO_POINTS.format("21场"), policy="beijing-community", project=project)
    )


@pytest.mark.parametrize("policy", ["beijing-third-party", "beijing-community", "mof-2020-10-evaluation"])
def test_money_that_has_no_points_may_be_missing(find_all: FindAll, policy: str) -> None:
    found = find_all(NO_POINTS.format("21场") + NO_MONEY, policy=policy)
    assert not {"JX103", "JX402", "JX403", "JX310"} & {one.code for one in found}


def test_where_its_place_is_printed_it_is_asked_for_gently(find_all: FindAll) -> None:
    table = NO_POINTS.format("21场") + "6 | | 年度资金总额 | 10 | 10 | | | |"
    found = [one for one in find_all(table, policy="beijing-community") if one.code == "JX103"]
    assert [(str(one.cell), one.severity) for one in found] == [("自评表!E6", Severity.WARNING)]


# Values of a policy


@pytest.mark.parametrize(("word", "severity"), [("warning", Severity.WARNING), ("error", Severity.ERROR)])
def test_far_more_without_a_reason_weighs_as_the_policy_says(
    find_all: FindAll, ruled: Ruled, word: str, severity: Severity
) -> None:
    table = "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 20 | 无"
    found = find_all(table, policy=ruled(**{"over_fulfilment.missing_reason": word}))
    assert [one.severity for one in found if one.code == "JX205"] == [severity]


@pytest.mark.parametrize(("actual", "due"), [("13场", True), ("14场", False), ("21场", False)])
def test_a_low_completion_needs_a_reason_even_where_a_deduction_does_not(
    find_all: FindAll, ruled: Ruled, actual: str, due: bool
) -> None:
    policy = ruled(**{"reasons.below_full": False, "reasons.completion_below": Decimal(70)})
    found = find_all(
        f"13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | {actual} | 15 | | 无", policy=policy
    )
    assert ("JX301" in codes(found)) is due


def test_rows_that_do_not_apply_leave_no_gap_where_the_rest_is_converted(
    find_all: FindAll, ruled: Ruled
) -> None:
    table = """
        18 | | | 可持续影响指标 | 无 | 无 | 无 | 无 | 无 | 无
        20 | 总分 | | | | | | 100 | 100 | 优
    """
    policy = ruled(**{"not_applicable.method": "rescaled"})
    assert not {"JX302", "JX307"} & set(codes(find_all(table, policy=policy)))
    assert "JX302" in codes(find_all(table))


def test_the_rate_is_a_share_of_what_the_policy_says(find_all: FindAll, ruled: Ruled) -> None:
    policy = ruled(**{"execution.rate_of": "received"})
    found = find_all("6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 90% | 8", policy=policy)
    assert next("÷实际到位资金计算是80%" in one.what for one in found if one.code == "JX402")


WITHOUT_SATISFACTION = """
    16 | | | 时效指标 | 每场活动准备时间 | ≤20天 | 20天 | 10 | 10 | 无
    19 | | 满意度指标 | 服务对象满意度指标 | 无 | 无 | 无 | 无 | 无 | 无
    18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 达成年度指标 | {} | {} | 无
"""


@pytest.mark.parametrize(
    ("policy", "points", "differs"),
    [
        ("mof-2020-10", 20, False),  # 效益 40
        ("mof-2020-10", 10, True),
        ("mof-2021-101", 20, False),  # neither 成本 nor 满意度: 产出 50, 效益 40
        ("mof-2021-101", 10, True),
    ],
)
def test_the_weights_are_those_for_what_the_form_has(
    find_all: FindAll, policy: str, points: int, differs: bool
) -> None:
    table = WITHOUT_SATISFACTION.format(points, points)
    assert ("JX303" in codes(find_all(table, policy=policy))) is differs
