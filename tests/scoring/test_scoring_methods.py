"""Every word that a policy may hold about the methods is obeyed, to the cent, and said in the explanation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rulebook import MOF, cells, form, row

from jxbook.policy import Policy
from jxbook.scoring import State, grade, score, score_execution
from jxbook.scoring.funds import Finished, execution_of, read_finished
from jxbook.values import Misfit
from ruled import ruled

PASS = ruled(quantitative__pass_mark=60, quantitative__above_pass="rescaled")
LOW_PASS = ruled(quantitative__pass_mark=50)
CAP = ruled(quantitative__cap=120)
LOW_CAP = ruled(quantitative__cap=90)
EXCESS = ruled(over_fulfilment__reduction="excess", over_fulfilment__reduction_from=130)
EXACT = ruled(quantitative__at_least="exact")
RULES = {"PASS": PASS, "LOW_PASS": LOW_PASS, "CAP": CAP, "LOW_CAP": LOW_CAP, "EXCESS": EXCESS, "EXACT": EXACT}

# rule | target | actual | 分值 → 得分 | completion | worked by hand
METHODS = """
PASS     | ≥200   | 160      | 20 | 10   | 0.8   | (80%-60%)÷40%×20
PASS     | ≥200   | 120      | 20 | 0    | 0.6   | (60%-60%)÷40%×20
PASS     | ≥200   | 119      | 20 | 0    | 0.595 | below 60%
PASS     | ≥200   | 200      | 20 | 20   | 1     | reached
PASS     | ≥200   | 300      | 20 | 20   | 1.5   | never more
PASS     | ≤10天   | 12.5天    | 10 | 5    | 0.8   | 10÷12.5=80%: (80%-60%)÷40%×10
PASS     | ≤10天   | 20天      | 10 | 0    | 0.5   | 10÷20=50%
PASS     | =10场   | 9场       | 10 | 7.5  | 0.9   | (90%-60%)÷40%×10
PASS     | 20%-30% | 18%     | 10 | 7.5  | 0.9   | nearest bound 18÷20=90%
PASS     | 20%-30% | 25%     | 10 | 10   | 1     | inside
PASS     | ≥3     | 2        | 10 | 1.67 | 0.6667 | (2÷3-60%)÷40%×10=1.666…, rounded once
PASS     | =0起    | 0起       | 10 | 10   | 1     | a zero target knows no ratio
PASS     | =0起    | 1起       | 10 | 0    | 0     | nor a pass mark
PASS     | 效果明显 | 部分达成年度指标并具有一定效果（65%） | 10 | 6.5 | 0.65 | not for words
LOW_PASS | ≥200   | 100      | 20 | 10   | 0.5   | 50% is just enough, by ratio
LOW_PASS | ≥200   | 98       | 20 | 0    | 0.49  | below 50%
CAP      | ≥200   | 220      | 20 | 22   | 1.1   | 20×110%
CAP      | ≥200   | 300      | 20 | 24   | 1.5   | at most 120%
CAP      | ≥200   | 200      | 20 | 20   | 1     | just reached
CAP      | ≥200   | 150      | 20 | 15   | 0.75  | missed: by ratio
CAP      | ≤10天   | 5天       | 10 | 10   | 1     | below a limit there is nothing to be passed
CAP      | 20%-30% | 25%     | 10 | 10   | 1     | nor inside a range
LOW_CAP  | ≥200   | 300      | 20 | 18   | 1.5   | at most 90%
LOW_CAP  | ≥200   | 196      | 20 | 18   | 0.98  | 98% is above the cap
LOW_CAP  | ≥200   | 100      | 20 | 10   | 0.5   | by ratio
EXCESS   | ≥200   | 260      | 20 | 20   | 1.3   | 130% itself is not beyond
EXCESS   | ≥200   | 300      | 20 | 16   | 1.5   | 1-(150%-130%)=80%
EXCESS   | ≥200   | 460      | 20 | 0    | 2.3   | 1-(230%-130%)=0
EXCESS   | ≥200   | 600      | 20 | 0    | 3     | never below 0
EXCESS   | ≥3     | 4        | 10 | 9.67 | 1.3333 | 1-(4÷3-130%)=96.666…%
EXCESS   | ≤10天   | 1天       | 10 | 10   | 1     | less than a limit is no over-fulfilment
EXACT    | ≥200   | 199      | 20 | 0    | 0.995 | missed is missed
EXACT    | ≥200   | 200      | 20 | 20   | 1     | reached
EXACT    | =10场   | 9场       | 10 | 0    | 0.9   | "=" counts as at least
EXACT    | ≤10天   | 16天      | 10 | 6.25 | 0.625 | ≤ has a rule of its own
"""


@pytest.mark.parametrize("line", cells(METHODS), ids=lambda line: " ".join(line[:3]))
def test_a_row_earns_by_the_method_of_its_policy(line: list[str]) -> None:
    name, target, actual, points, earned, completion, why = line
    score = row(RULES[name], target, actual, points)
    assert score.state is State.SCORED
    assert score.completion is not None
    assert (score.earned, round(score.completion, 4)) == (Decimal(earned), Decimal(completion)), why
    assert (score.explanation.count("。"), f"{earned}分。" in score.explanation) == (1, True)
    assert score.basis in {rule.cited for rule in RULES[name].rules.values()}


@pytest.mark.parametrize(
    ("policy", "target", "actual", "said", "key"),
    [
        (PASS, "≥200", "160", "完成率80%，记（160÷200－60%）÷（1－60%）×10＝5分", "quantitative.above_pass"),
        (PASS, "≥200", "100", "完成率50%，低于及格门槛60%，记0分", "quantitative.pass_mark"),
        (CAP, "≥200", "220", "记10×220÷200＝11分", "quantitative.cap"),
        (CAP, "≥200", "300", "按上限120%记10×120%＝12分", "quantitative.cap"),
        (
            EXCESS,
            "≥200",
            "300",
            "完成率150%，超过130%的部分扣减，记10×（1－（300÷200－130%））＝8分",
            "over_fulfilment.reduction",
        ),
        (EXACT, "≥200", "150", "未达到指标值200，记0分", "quantitative.at_least"),
        (MOF, "=0起", "1起", "完成值1起超过指标值0起，记0分", "quantitative.zero_target"),
    ],
)
def test_the_explanation_shows_the_arithmetic_and_cites_its_rule(
    policy: Policy, target: str, actual: str, said: str, key: str
) -> None:
    score = row(policy, target, actual)
    assert said in score.explanation
    assert score.basis == policy.rule(key).cited


@pytest.mark.parametrize(
    ("target", "actual", "unclear"),
    [
        ("=0起", "0起", True),
        ("≤0次", "1次", True),
        ("≥0%", "5%", True),
        ("0%-5%", "3%", False),
        ("≥1", "1", False),
    ],
)
def test_a_zero_target_may_be_left_to_a_person(target: str, actual: str, unclear: bool) -> None:
    score = row(ruled(quantitative__zero_target="unscored"), target, actual)
    assert (score.state is State.UNCLEAR) == unclear
    if unclear:
        assert score.misfit == Misfit("指标值为0，不能按比例计分，所选政策规定由人工核定")


SATISFACTION = ("满意度指标", "服务对象满意度指标")
STEPS = ruled(satisfaction__method="steps", satisfaction__steps=[[90, 100], [80, 80], [60, 50], [0, 0]])

# target | actual | 得分 of 10 | met | completion
SATISFIED = """
≥90% | 95%    | 10 | yes | 1.0556
≥90% | 90%    | 10 | yes | 1
≥90% | 89.99% | 8  | no  | 0.9999
≥90% | 80%    | 8  | no  | 0.8889
≥90% | 79.9%  | 5  | no  | 0.8878
≥90% | 60%    | 5  | no  | 0.6667
≥90% | 59%    | 0  | no  | 0.6556
≥85% | 86%    | 8  | no  | 1.0118
≥95% | 92%    | 10 | yes | 0.9684
≥90  | 95%    | 10 | yes | 1.0556
≥90% | 0.95   | 10 | yes | 1.0556
≥90  | 95     | 10 | yes | 1.0556
≥90  | 85     | 8  | no  | 0.9444
≥90  | 0.85   | 8  | no  | 0.9444
≥0.9 | 85     | 8  | no  | 0.9444
≥0.9 | 0.85   | 8  | no  | 0.9444
"""


@pytest.mark.parametrize("line", cells(SATISFIED), ids=" ".join)
def test_satisfaction_by_steps_goes_by_the_percentage_itself(line: list[str]) -> None:
    target, actual, earned, met, completion = line
    score = row(STEPS, target, actual, 10, SATISFACTION)
    assert score.completion is not None
    assert (score.earned, score.met) == (Decimal(earned), met == "yes")
    assert round(score.completion, 4) == Decimal(completion)
    assert score.basis == STEPS.rule("satisfaction.steps").cited


def test_steps_say_into_which_range_the_satisfaction_fell() -> None:
    said = [row(STEPS, "≥90%", actual, 10, SATISFACTION).explanation for actual in ("95%", "85%", "30%")]
    assert said == [
        "满意度95%，不低于90%，记10×100%＝10分。",
        "满意度85%，在80%（含）至90%之间，记10×80%＝8分。",
        "满意度30%，低于60%，记10×0%＝0分。",
    ]


@pytest.mark.parametrize(
    ("labels", "target", "actual", "earned"),
    [
        (("产出指标", "质量指标"), "≥90%", "81%", "9"),  # a percentage, but no satisfaction
        ((), "≥90%", "81%", "9"),
        (SATISFACTION, "≥100人", "90人", "9"),  # under 满意度, but no percentage
        (SATISFACTION, "≥100", "90", "9"),
        (SATISFACTION, "满意", "部分达成年度指标并具有一定效果（75%）", "7.5"),
    ],
)
def test_steps_are_for_percentages_under_satisfaction(
    labels: tuple[str, ...], target: str, actual: str, earned: str
) -> None:
    assert row(STEPS, target, actual, 10, labels).earned == Decimal(earned)


@pytest.mark.parametrize(("target", "actual"), [("≥5", "4"), ("≥4.5分", "4.2分"), ("≥9分", "9.1分")])
def test_marks_out_of_five_or_ten_have_no_step(target: str, actual: str) -> None:
    found = row(STEPS, target, actual, 10, SATISFACTION)
    assert found.misfit is not None
    assert "对不上档次" in found.misfit.why and "折算成百分率" in found.misfit.remedy


def test_numbers_without_a_sign_that_are_read_as_per_cent_are_doubted() -> None:
    assert row(STEPS, "≥90", "85", 10, SATISFACTION).doubts == ("年度指标值没有写单位，按百分比理解",)


@pytest.mark.parametrize(
    ("actual", "earned"), [("≥90%", "10"), ("95%以上", "10"), ("≥85%", None), ("≤95%", None)]
)
def test_a_bound_settles_a_step_only_where_there_is_no_higher_one(actual: str, earned: str | None) -> None:
    score = row(STEPS, "≥80%", actual, 10, SATISFACTION)
    assert score.earned == (None if earned is None else Decimal(earned))


# method | above_budget | budget | spent | done | 分值 → 得分
EXECUTION = """
ratio | full      | 100 | 95  |    | 10 | 9.5
ratio | full      | 100 | 100 |    | 10 | 10
ratio | full      | 100 | 120 |    | 10 | 10
ratio | next_step | 100 | 120 |    | 10 | 7
ratio | full      | 100 | 95  | 是 | 10 | 9.5
steps | next_step | 100 | 100 |    | 10 | 10
steps | next_step | 100 | 99.9 |   | 10 | 7
steps | next_step | 100 | 80  |    | 10 | 7
steps | next_step | 100 | 79.996 | | 10 | 5
steps | next_step | 100 | 60  |    | 10 | 5
steps | next_step | 100 | 59  |    | 10 | 0
steps | next_step | 100 | 0   |    | 10 | 0
steps | next_step | 100 | 70  | 是 | 10 | 10
steps | next_step | 100 | 120 | 是 | 10 | 7
steps | next_step | 100 | 120 |    | 10 | 7
steps | full      | 100 | 120 |    | 10 | 10
steps | next_step | 100 | 85  |    | 20 | 14
"""


@pytest.mark.parametrize("line", cells(EXECUTION), ids=" ".join)
def test_the_execution_rate_by_ratio_and_by_steps(line: list[str]) -> None:
    method, above, budget, spent, done, points, earned = line
    policy = ruled(execution__method=method, execution__above_budget=above)
    funds = Decimal(budget), Decimal(spent), Decimal(points)
    execution = score_execution(*funds, policy, finished=done)
    assert execution.earned == Decimal(earned)
    assert execution.explanation.endswith(f"{earned}分。")
    assert execution.basis in {
        rule.cited for rule in policy.rules.values() if rule.key.startswith("execution.")
    }


@pytest.mark.parametrize(
    ("said", "finished"),
    [
        *((said, Finished.YES) for said in ("是", " 是。", "已完成", "完成", "已完成（12月）")),
        *((said, Finished.NO) for said in ("否", "未完成", "尚未完成", "部分完成")),
        *((said, Finished.UNSTATED) for said in ("", " ")),
        *((said, Finished.UNCLEAR) for said in ("大概", "是/否", "90%", "无")),
    ],
)
def test_whether_the_project_is_finished_is_read_or_not_guessed(said: str, finished: Finished) -> None:
    assert read_finished(said) is finished


@pytest.mark.parametrize(
    ("method", "spent", "earned", "hinges"),
    [
        ("steps", 99, None, True),
        ("steps", 100, 10, False),
        ("steps", 120, 7, False),
        ("ratio", 99, "9.9", False),
    ],
)
def test_an_unclear_word_on_finishing_is_no_score_where_the_points_hang_on_it(
    method: str, spent: int, earned: object, hinges: bool
) -> None:
    policy = ruled(execution__method=method, execution__above_budget="next_step")
    paid = form("一 | ≥1 | 1 | 90", 100, spent, facts={"项目是否完成": "大概"})
    execution = execution_of(paid, policy)
    assert execution.earned == execution.exact == (None if earned is None else Decimal(str(earned)))
    assert execution.hinges is hinges
    assert ("项目是否完成填写的是“大概”" in execution.explanation) is hinges
    assert (score(paid, policy).total is None) is hinges


@pytest.mark.parametrize(("spent", "blocked"), [("150", False), ("150.01", True), ("952118", True)])
@pytest.mark.parametrize("method", ["ratio", "steps"])
def test_a_rate_too_high_to_be_true_has_no_points_and_leaves_no_total(
    method: str, spent: str, blocked: bool
) -> None:
    policy = ruled(execution__method=method)
    paid = form("一 | ≥1 | 1 | 90", 100, Decimal(spent))
    execution = execution_of(paid, policy)
    assert execution.unclear is blocked
    assert (execution.earned is None) is blocked
    assert ("多半是元和万元弄混了" in execution.explanation) is blocked
    assert (execution.basis == policy.rule("execution.block_above").cited) is blocked
    assert (score(paid, policy).total is None) is blocked
    assert execution_of(paid, ruled(execution__block_above=Decimal(2_000_000))).earned == 10


def test_money_spent_above_the_budget_by_steps_is_scored_by_an_assumption_that_says_so() -> None:
    policy = ruled(execution__method="steps", execution__above_budget="next_step")
    execution = score_execution(Decimal(10), Decimal(11), None, policy)
    assert "超过预算，按满分档的下一档，记10×70%＝7分。" in execution.explanation
    assert execution.basis == policy.rule("execution.above_budget").cited


@pytest.mark.parametrize(
    ("given", "rate"), [({}, "0.8"), ({"实际到位资金": "8万元"}, "1"), ({"实际到位资金": ""}, "0.8")]
)
def test_the_rate_of_money_received_needs_what_was_received(given: dict[str, object], rate: str) -> None:
    received = ruled(execution__rate_of="received")
    paid = form("一 | ≥1 | 1 | 90", 10, 8, facts=given)
    execution = execution_of(paid, received)
    assert execution.rate == Decimal(rate)
    assert "实际到位资金" in execution.explanation
    budgeted = execution_of(paid, MOF)
    assert (budgeted.rate, "全年预算数10" in budgeted.explanation) == (Decimal("0.8"), True)


def test_money_received_that_is_no_amount_gives_no_rate() -> None:
    execution = execution_of(
        form("一 | ≥1 | 1 | 90", 10, 8, facts={"实际到位资金": "待定"}), ruled(execution__rate_of="received")
    )
    assert (execution.rate, execution.earned) == (None, None)
    assert "实际到位资金没有填写，或者不是金额" in execution.explanation


@pytest.mark.parametrize(
    ("places", "total", "word"),
    [(0, "89.5", "优"), (0, "89.49", "良"), (2, "89.5", "良"), (1, "89.95", "优")],
)
def test_a_total_is_rounded_as_the_policy_says_before_it_is_graded(
    places: int, total: str, word: str
) -> None:
    assert grade(Decimal(total), ruled(grades__places=places)) == word


policies = st.sampled_from([MOF, *RULES.values(), ruled(quantitative__cap=120, quantitative__pass_mark=60)])
positive = st.decimals(Decimal("0.01"), Decimal("100000"), places=2)
amounts = st.decimals(Decimal("-1000"), Decimal("100000"), places=2).filter(
    lambda number: not 0 < number < 1  # a fraction of a hundred and more is doubted
)


@settings(max_examples=150)
@given(policies, st.sampled_from("≥>≤<="), positive, amounts, positive)
def test_points_stay_between_0_and_the_cap(
    policy: Policy, sign: str, target: Decimal, actual: Decimal, points: Decimal
) -> None:
    score = row(policy, f"{sign}{target}", str(actual), str(points))
    assert score.earned is not None
    assert 0 <= score.earned <= points * max(1, policy.number("quantitative.cap") / 100)


@settings(max_examples=100)
@given(st.sampled_from([PASS, LOW_PASS, CAP, LOW_CAP, EXACT]), positive, amounts, amounts)
def test_more_is_never_worse_unless_going_beyond_is_punished(
    policy: Policy, target: Decimal, one: Decimal, two: Decimal
) -> None:
    low, high = (row(policy, f"≥{target}", str(actual)).earned for actual in sorted((one, two)))
    assert low is not None and high is not None
    assert low <= high
