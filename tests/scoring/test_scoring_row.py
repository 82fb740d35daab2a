"""One row, worked by hand from 财预〔2020〕10号第十六条 and the values of the policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxbook.policy import Policy, load_policy
from jxbook.scoring import RowScore, State, score_row
from jxbook.values import read_actual, read_target

MOF = load_policy("mof-2020-10")
COST = ("成本指标", "经济成本指标")

# target | actual | 分值 → 得分 | completion | why
ROWS = """
≥200人次  | 300人次       | 20 | 20    | 1.5    | reached: full 分值, never more
≥200人次  | 200人次       | 20 | 20    | 1      | the bound itself is reached
≥200人次  | 150人次       | 20 | 15    | 0.75   | 20×150÷200
≥700人    | 425人         | 10 | 6.07  | 0.6071 | 10×425÷700 = 6.0714…
≥200人次  | 0人次         | 20 | 0     | 0      | nothing done
≥200人次  | -5人次        | 20 | 0     | 0      | a negative value counts as 0
>200人次  | 201人次       | 20 | 20    | 1.005  | more than
=10场    | 10场          | 10 | 10    | 1      | equal
=10场    | 8场           | 10 | 8     | 0.8    | 10×8÷10
=10场    | 12场          | 10 | 10    | 1.2    | "=" counts as at least
≤10天    | 8天           | 10 | 10    | 1      | below the limit is reached
≤10天    | 16天          | 10 | 6.25  | 0.625  | inverse: 10×10÷16
<10天    | 9天           | 10 | 10    | 1      | less than
20%-30% | 25%           | 10 | 10    | 1      | inside
20%-30% | 30%           | 10 | 10    | 1      | its bound is inside
20%-30% | 10%           | 10 | 5     | 0.5    | nearest bound: 10×10÷20
20%-30% | 40%           | 10 | 7.5   | 0.75   | nearest bound: 10×30÷40
≤0次     | 0次           | 10 | 10    | 1      | zero target reached
≤0次     | 1次           | 10 | 0     | 0      | zero target: all or nothing
=0起     | 0起           | 10 | 10    | 1      | zero accidents
=0起     | 3起           | 10 | 0     | 0      | three accidents are not more than reached
是        | 是            | 5  | 5     | 1      | yes
是        | 否            | 5  | 0     | 0      | no
是        | 达成年度指标      | 5  | 5     | 1      | done is yes
效果明显   | 达成年度指标      | 10 | 10    | 1      | full tier, no figure: 100 %
效果明显   | 达成年度指标（90%）  | 10 | 9     | 0.9    | full tier, stated
效果明显   | 达成年度指标（80%）  | 10 | 8     | 0.8    | 80 % is included
效果明显   | 部分达成年度指标并具有一定效果（75%） | 10 | 7.5 | 0.75 | stated
效果明显   | 部分达成年度指标并具有一定效果      | 10 | 7   | 0.7  | the middle of 60–80
效果明显   | 未达成年度指标且效果较差（20%）    | 10 | 2   | 0.2  | stated
效果明显   | 未达成年度指标且效果较差         | 10 | 3   | 0.3  | the middle of 0–60
效果明显   | 效果明显         | 10 | 10    | 1      | the target's own words
效果明显   | 85%          | 10 | 8.5   | 0.85   | a percentage chooses the tier
效果明显   | 完成50%       | 10 | 5     | 0.5    | half done is not the full tier
≤12月    | 11月          | 10 | 10    | 1      | in time
≤12月    | 12月31日       | 10 | 10    | 1      | the last day is in time
≤12月    | 2025年1月      | 10 | 9.22  | 0.9219 | late: 366÷397 days, 2024 has 366
≤10万元   | 100000元      | 10 | 10    | 1      | converted
≥98%    | 98%          | 20 | 20    | 1      | not 19.6, as one published form has it
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def row(
    target: str, actual: str, points: str | int = 10, labels: tuple[str, ...] = (), policy: Policy = MOF
) -> RowScore:
    return score_row(read_target(target), read_actual(actual), Decimal(points), policy, labels, 2024)


def variant(**values: object) -> Policy:
    """The policy with other values: quantitative__at_most="linear"."""
    changed = {key.replace("__", "."): value for key, value in values.items()}
    rules = {k: replace(r, value=changed[k]) if k in changed else r for k, r in MOF.rules.items()}
    return replace(MOF, rules=rules)


@pytest.mark.parametrize(("target", "actual", "points", "earned", "completion", "why"), rows(ROWS))
def test_a_row_earns_what_is_worked_out_by_hand(
    target: str, actual: str, points: str, earned: str, completion: str, why: str
) -> None:
    score = row(target, actual, points)
    assert score.state is State.SCORED
    assert score.earned == Decimal(earned), why
    assert score.completion is not None
    assert round(score.completion, 4) == Decimal(completion), why


@pytest.mark.parametrize(("target", "actual", "points", "earned", "completion", "why"), rows(ROWS))
def test_every_score_is_explained_in_one_sentence_with_its_basis(
    target: str, actual: str, points: str, earned: str, completion: str, why: str
) -> None:
    score = row(target, actual, points)
    assert score.explanation.endswith("。")
    assert score.explanation.count("。") == 1
    assert earned in score.explanation
    assert score.basis in {rule.cited for rule in MOF.rules.values()}


@pytest.mark.parametrize(("actual", "earned"), [("8万元", "10"), ("10万元", "10"), ("12.5万元", "8")])
def test_a_cost_written_with_equals_is_a_limit(actual: str, earned: str) -> None:
    assert row("=10万元", actual, 10, COST).earned == Decimal(earned)


@pytest.mark.parametrize(
    ("changed", "target", "actual", "earned"),
    [
        ({"quantitative__at_most": "linear"}, "≤10天", "16天", "4"),
        ({"quantitative__at_most": "linear"}, "≤10天", "20天", "0"),
        ({"quantitative__equal": "exact"}, "=10场", "12场", "0"),
        ({"quantitative__equal": "at_most"}, "=10场", "16场", "6.25"),
        ({"quantitative__range": "exact"}, "20%-30%", "40%", "0"),
        ({"quantitative__late": "exact"}, "≤12月", "2025年1月", "0"),
        ({"quantitative__late": "linear"}, "≤6月", "2024年12月", "0"),
        ({"rounding__places": Decimal(1)}, "≥700人", "425人", "6.1"),
        ({"rounding__places": Decimal(0)}, "≥700人", "425人", "6"),
        ({"qualitative__unstated_partial": Decimal(65)}, "效果明显", "部分完成", "6.5"),
        ({"qualitative__unstated_failed": Decimal(20)}, "效果明显", "未达成", "2"),
    ],
)
def test_another_policy_gives_another_score(
    changed: dict[str, object], target: str, actual: str, earned: str
) -> None:
    assert row(target, actual, policy=variant(**changed)).earned == Decimal(earned)
    assert row(target, actual).earned != Decimal(earned)


@pytest.mark.parametrize(
    ("target", "actual", "earned"),
    [
        ("≤12月", "≤12月", "10"),  # the defect of seed 000: a target repeated as the value
        ("≥200", "200+", "10"),
        (">200", ">200", "10"),
        ("≤12月", "11月30日前", "10"),
    ],
)
def test_a_bound_scores_where_it_settles_the_matter(target: str, actual: str, earned: str) -> None:
    assert row(target, actual).earned == Decimal(earned)


@pytest.mark.parametrize(
    ("target", "actual", "why"),
    [
        ("≥200", "150以上", "范围"),
        ("≥200", "≤300", "范围"),
        (">200", "≥200", "范围"),
        ("=100%", "≥90%", "范围"),
        ("≥200人次", "5场", "不是同一类"),
        ("≥200人次", "效果明显", "应当填写数值"),
        ("≤12月", "及时", "应当填写完成的时间"),
        ("效果明显", "有序推进", "三档"),
        ("≥24批", "①22批", "看不出以哪个为准"),
        ("是", "完成50%", "“是”或“否”"),
        ("#REF!", "达成年度指标", "错误值#REF!"),
        ("#N/A", "#N/A", "错误值#N/A"),
        ("无", "=300人次", "却填写了实际完成值"),
    ],
)
def test_what_cannot_be_compared_is_unclear_and_says_why(target: str, actual: str, why: str) -> None:
    score = row(target, actual)
    assert (score.state, score.earned) == (State.UNCLEAR, None)
    assert score.misfit is not None
    assert why in score.misfit.why
    assert score.explanation == f"{score.misfit.why}，暂不能计分。"


@pytest.mark.parametrize(
    ("target", "actual", "points", "absent"),
    [
        ("", "300", 10, "年度指标值"),
        ("≥200", "", 10, "实际完成值"),
        ("≥200", "300", None, "分值"),
        ("", "", None, "年度指标值、实际完成值、分值"),
    ],
)
def test_an_unfilled_row_has_no_score_and_names_what_is_missing(
    target: str, actual: str, points: int | None, absent: str
) -> None:
    number = None if points is None else Decimal(points)
    score = score_row(read_target(target), read_actual(actual), number, MOF)
    assert (score.state, score.earned) == (State.UNFILLED, None)
    assert score.explanation == f"尚未填写{absent}，暂不计分。"


def test_negative_points_are_refused() -> None:
    assert row("≥200", "300", -5).state is State.UNCLEAR


@pytest.mark.parametrize("target", ["无", "—", "/"])
def test_a_row_that_does_not_apply_has_no_score(target: str) -> None:
    score = row(target, target)
    assert (score.state, score.earned) == (State.NOT_APPLICABLE, None)


def test_over_fulfilment_is_shown_but_not_reduced() -> None:
    score = row("≥200人次", "300人次")
    assert (score.completion, score.deviation, score.earned) == (Decimal("1.5"), Decimal("0.5"), 10)


def test_doubts_of_target_actual_and_alignment_reach_the_score() -> None:
    assert row("90左右", "约90%").doubts == (
        "“左右”没有确定的界限，按等于处理",
        "实际完成值是约数",
        "年度指标值没有写单位，按百分比理解",
    )


def test_satisfaction_is_named_by_its_place_in_the_tree() -> None:
    assert row("≥90%", "95%", 10, ("满意度指标", "服务对象满意度指标")).method == "满意度（≥）"
    assert row("≥90%", "95%", 10, ("产出指标", "质量指标")).method == "定量（≥）"


amounts = st.decimals(Decimal("-1000"), Decimal("1000000"), places=2).filter(
    lambda number: not 0 < number < 1  # a fraction of a hundred and more is doubted
)
days = st.dates(date(1990, 1, 1), date(2025, 12, 31))  # later ones are doubted
positive = st.decimals(Decimal("0.01"), Decimal("1000000"), places=2)
policies = st.sampled_from(
    [MOF, variant(quantitative__at_most="linear"), variant(quantitative__range="exact")]
)


@settings(max_examples=120)
@given(st.sampled_from("≥>≤<="), positive, amounts, amounts, positive, policies)
def test_more_is_never_worse_for_at_least_nor_better_for_at_most(
    sign: str, target: Decimal, one: Decimal, two: Decimal, points: Decimal, policy: Policy
) -> None:
    low, high = (row(f"{sign}{target}", str(a), str(points), (), policy) for a in sorted((one, two)))
    assert low.earned is not None and high.earned is not None
    assert low.completion is not None and high.completion is not None
    if sign in "≤<":
        low, high = high, low
    assert low.earned <= high.earned  # type: ignore[operator]
    assert low.completion <= high.completion  # type: ignore[operator]


@settings(max_examples=120)
@given(st.sampled_from("≥>≤<="), amounts, amounts, positive, policies)
def test_points_stay_between_0_and_the_points_of_the_row(
    sign: str, target: Decimal, actual: Decimal, points: Decimal, policy: Policy
) -> None:
    score = row(f"{sign}{target}", str(actual), str(points), (), policy)
    if target < 0 and score.earned is None:
        return  # nothing can be divided by it, so that a person settles what a miss is worth
    assert score.earned is not None and score.completion is not None
    assert 0 <= score.earned <= points
    assert score.completion >= 0


@settings(max_examples=60)
@given(days, days)
def test_later_is_never_better(one: date, two: date) -> None:
    early, late = (
        score_row(read_target("≤11月"), read_actual(d), Decimal(10), MOF, (), 2024)
        for d in sorted((one, two))
    )
    assert early.earned is not None and late.earned is not None
    assert 0 <= late.earned <= early.earned <= 10


def test_a_score_never_rounds_up_beyond_its_points() -> None:
    """分值 with three decimals is odd, but earns no more than itself."""
    row = score_row(read_target("≥1个"), read_actual("1个"), Decimal("0.125"), load_policy("mof-2020-10"))
    assert row.earned == Decimal("0.125")


@pytest.mark.parametrize("actual", ["达成年度指标", "基本达成目标", "部分达成年度指标并具有一定效果"])
def test_promise_3_a_tier_without_its_percentage_is_scored_by_an_assumption_and_says_so(actual: str) -> None:
    row = score_row(read_target("效果明显"), read_actual(actual), Decimal(10), load_policy("mof-2020-10"))
    assert row.basis.endswith("（假定）")


@pytest.mark.parametrize(("stated", "told"), [("70%", "写明的70%"), (f"1{'0' * 30}%", "写明的比例")])
def test_a_percentage_outside_its_tier_is_told_in_a_line_that_can_be_read(stated: str, told: str) -> None:
    actual = read_actual(f"达成年度指标（{stated}）")
    row = score_row(read_target("效果明显"), actual, Decimal(10), load_policy("mof-2020-10"))
    assert row.state is State.UNCLEAR
    assert f"{told}不在该档80%（含）至100%之内" in row.explanation


@pytest.mark.parametrize(
    ("target", "actual", "earned"),
    [
        ("建立", "已建立", 10),
        ("建立长效机制", "建立了长效机制", 10),
        ("健全", "目前均已健全。", 10),
        ("已完善", "完善", 10),
        ("建立", "未建立", 0),
        ("建立", "正在建立", None),
        ("提升", "已有所提升", None),
        ("建立", "已", None),
    ],
)
def test_words_of_the_target_said_as_done_reach_it(target: str, actual: str, earned: int | None) -> None:
    """已建立 answers 建立 as 建立 does; any other word is a person's to judge."""
    assert row(target, actual).earned == earned


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("效果明显", "效果明显"),
        ("有效提升", "有效提升。"),
        ("建立制度", "已建立制度"),
        ("完善运行机制", "已完成"),
        ("建立健全制度", "是"),
        ("提升", "明显提升"),
        ("较好", "好"),
        ("良好", "优秀"),
        ("效果明显", "成效显著"),
        ("B级以上", "A级"),
        ("有效改善", "得到显著改善"),
        ("控制在预算内", "未超预算"),
    ],
)
def test_words_that_agree_earn_all_with_a_doubt_that_names_the_tier_taken(target: str, actual: str) -> None:
    score = row(target, actual)
    assert score.earned == 10
    (doubt,) = score.doubts
    assert "没有写明档次和依据，暂按“达成年度指标”100%计" in doubt


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("效果明显", "达成年度指标"),
        ("效果明显", "达成预期目标"),
        ("无事故", "无"),
        ("零投诉", "零投诉"),
        ("是", "是"),
    ],
)
def test_a_tier_by_its_name_and_a_plain_fact_leave_no_doubt(target: str, actual: str) -> None:
    score = row(target, actual)
    assert (score.earned, score.doubts) == (10, ())


@pytest.mark.parametrize(
    ("target", "actual"),
    [("有效改善", "改善"), ("有效改善", "有所改善"), ("明显提升", "未明显提升"), ("控制在预算内", "超预算")],
)
def test_words_that_say_less_than_the_target_are_a_persons_to_judge(target: str, actual: str) -> None:
    assert row(target, actual).earned is None


@pytest.mark.parametrize("actual", ["全年26次", "全年共26次"])
def test_a_target_with_a_number_that_is_not_understood_asks_for_numbers_and_not_for_a_tier(
    actual: str,
) -> None:
    found = row("每班不少于2次", actual)
    assert found.misfit is not None
    assert found.misfit.of_target and "换算成全年" in found.misfit.remedy


def test_a_target_of_nothing_has_no_unit_to_doubt() -> None:
    """≥0 is 0 in per cent and as a fraction; ≥5 is not."""
    assert row("≥0", "4.5%").doubts == ()
    assert row("≥5", "4.5%").doubts != ()
