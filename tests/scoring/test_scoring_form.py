"""A whole form: 执行率, total and grade; a total is the whole sum or none at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project
from jxbook.policy import Policy, load_policy
from jxbook.scoring import Scoring, State, Status, grade, half_up, percent, score, score_execution

MOF = load_policy("mof-2020-10")

# the weights of seed 000; 三级指标 | target | actual | 分值
FULL_MARKS = """
项目数       | ≥1个     | =1个    | 15
评审合格率    | =100%   | =100%  | 15
完成时间      | ≤12月   | 11月    | 15
每个项目成本   | =10万元 | =10万元 | 15
参与活动人次   | ≥200人次 | =300人次 | 20
无           | 无      | 无      | 无
公众满意度    | ≥90%   | 100%   | 10
"""


def form(table: str, budget: object = 10, spent: object = 10, points: object = 10) -> Form:
    funding = FundingRow("年度资金总额", Entry(), Entry(budget), Entry(spent))  # type: ignore[arg-type]
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    indicators = [
        Indicator.read(Entry("产出指标"), Entry("数量指标"), *(Entry(cell) for cell in line))
        for line in lines
    ]
    return Form(
        "自评表",
        2024,
        MOF.id,
        Project(),
        Funding(funding, points=Entry(points)),  # type: ignore[arg-type]
        Goal(),
        tuple(indicators),
    )


def scored(table: str, **funds: object) -> Scoring:
    return score(form(table, **funds), MOF)


def variant(key: str, value: Decimal) -> Policy:
    return replace(MOF, rules={**MOF.rules, key: replace(MOF.rule(key), value=value)})


def test_a_form_that_reaches_everything_has_100_points() -> None:
    scoring = scored(FULL_MARKS)
    assert (scoring.total, scoring.grade, scoring.status) == (100, "优", Status.COMPLETE)
    assert [one.score.earned for one in scoring.scored] == [15, 15, 15, 15, 20, 10]


def test_a_total_is_the_sum_of_the_printed_points() -> None:
    scoring = scored(
        "一 | ≥3 | 1 | 30\n二 | ≥7 | 5 | 30\n三 | ≥6 | 5 | 30", budget=9_200_000, spent=8988025.24
    )
    # 30÷3 = 10, 30×5÷7 = 21.428…, 30×5÷6 = 25, 执行率 9.77
    assert [one.score.earned for one in scoring.scored] == [10, Decimal("21.43"), 25]
    assert (scoring.total, scoring.grade) == (Decimal("66.20"), "中")


@pytest.mark.parametrize(
    ("changed", "to"),
    [
        ("| =1个    |", "|  |"),
        ("| =1个    |", "| 有序推进 |"),
        ("| ≥1个     |", "|  |"),
        ("| 100%   | 10", "| 100%   |"),
        ("| 100%   | 10", "| 100%   | 无"),
        ("| 100%   | 10", "| 100%   | 十分之一"),
        ("| 100%   | 10", "| 100%   | -10"),
        ("无           | 无 ", "新指标 |  "),
        ("| 无      | 无\n", "| 3场 | 15\n"),
    ],
)
def test_a_used_row_without_a_score_means_no_total_and_never_a_lower_one(changed: str, to: str) -> None:
    table = FULL_MARKS.replace(changed, to)
    assert table != FULL_MARKS
    scoring = scored(table)
    assert (scoring.total, scoring.grade, scoring.status) == (None, None, Status.INCOMPLETE)


@pytest.mark.parametrize(
    "funds",
    [{"budget": None}, {"spent": None}, {"budget": 0}, {"spent": -1}, {"budget": "待定"}, {"points": -10}],
)
def test_without_the_execution_rate_there_is_no_total(funds: dict[str, object]) -> None:
    scoring = scored(FULL_MARKS, **funds)
    assert (scoring.total, scoring.execution.earned) == (None, None)
    assert scoring.execution.explanation.endswith("。")


def test_a_form_without_any_row_in_use_has_no_total() -> None:
    assert scored("无 | 无 | 无 | 无\n — | — | — | — ").total is None


def test_rows_marked_none_are_left_out() -> None:
    scoring = scored(FULL_MARKS)
    assert len(scoring.indicators) == 6
    assert all(one.score.state is State.SCORED for one in scoring.indicators)


def test_half_of_a_row_marked_none_is_not_applicable_and_leaves_the_rest_a_total() -> None:
    scoring = scored(FULL_MARKS + "生态 | 无 | | ")
    assert scoring.total == 100
    assert scoring.indicators[-1].score.state is State.NOT_APPLICABLE


EXECUTION = """
9200000 | 8988025.24 | 10 | 97.70% | 9.77
10      | 10         | 10 | 100%   | 10
10      | 12         | 10 | 120%   | 10
10      | 0          | 10 | 0%     | 0
3       | 1          | 10 | 33.33% | 3.33
3       | 2          | 20 | 66.67% | 13.33
"""


@pytest.mark.parametrize("line", EXECUTION.strip().splitlines())
def test_execution_rate_and_its_points(line: str) -> None:
    budget, spent, points, rate, earned = (cell.strip() for cell in line.split("|"))
    execution = score_execution(Decimal(budget), Decimal(spent), Decimal(points), MOF)
    assert execution.rate is not None
    assert (percent(execution.rate), execution.earned) == (rate, Decimal(earned))
    assert rate in execution.explanation
    assert f"{Decimal(earned).normalize():f}分。" in execution.explanation
    assert execution.basis.endswith("（实践）" if Decimal(spent) <= Decimal(budget) else "（假定）")


def test_execution_points_come_from_the_policy_where_the_form_states_none() -> None:
    execution = score_execution(Decimal(2), Decimal(1), None, variant("weights.execution", Decimal(20)))
    assert (execution.points, execution.earned) == (20, 10)


def test_just_below_the_budget_is_not_called_all_of_it() -> None:
    execution = score_execution(Decimal(1000), Decimal("999.99"), Decimal(10000), MOF)
    assert execution.earned == Decimal("9999.90")
    assert "记全部分值" not in execution.explanation


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [
        ("2.675", 2, "2.68"),
        ("0.125", 2, "0.13"),
        ("0.124999", 2, "0.12"),
        ("-0.125", 2, "-0.13"),
        ("89.995", 2, "90.00"),
        ("2.5", 0, "3"),
    ],
)
def test_rounding_is_decimal_and_half_up(number: str, places: int, rounded: str) -> None:
    assert str(half_up(Decimal(number), places)) == rounded


@pytest.mark.parametrize(
    ("total", "word"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_a_grade_begins_with_its_lower_bound(total: str, word: str) -> None:
    assert grade(Decimal(total), MOF) == word


@pytest.mark.parametrize(
    ("percent_done", "total", "word"), [("99.95", "90.00", "优"), ("99.94", "89.99", "良")]
)
def test_a_total_is_graded_as_it_is_printed(percent_done: str, total: str, word: str) -> None:
    # 80 points in full and 10 × 99.95 % = 9.995 → 10.00; the 执行率 earns nothing
    scoring = scored(f"一 | ≥1 | 1 | 80\n二 | ≥100% | {percent_done}% | 10", spent=0)
    assert (scoring.total, scoring.grade) == (Decimal(total), word)


def test_89_995_points_round_to_90_and_are_excellent() -> None:
    assert grade(half_up(Decimal("89.995"), 2), MOF) == "优"


def test_grade_bands_come_from_the_policy() -> None:
    stricter = replace(
        MOF,
        rules={
            **MOF.rules,
            "grades.bands": replace(
                MOF.rule("grades.bands"), value=((Decimal(95), "优"), (Decimal(0), "差"))
            ),
        },
    )
    assert grade(Decimal("94.99"), stricter) == "差"


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=12),
    st.sampled_from(["≥1", "=100%", "≤12月", "无", "达成年度指标", "2025年1月", "10万元", "1:0"]),
    st.integers(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.dates(),
)


@settings(max_examples=150)
@given(st.lists(st.tuples(junk, junk, junk, junk), max_size=3), junk, junk, junk)
@example([("a", "≥1", "2", Decimal("1E+399"))], 10**5000, Decimal("NaN"), "1" + "万" * 5000)
@example([(None, False, False, 101)], None, None, 0)
def test_a_form_full_of_junk_is_scored_without_an_error(rows, budget, spent, points) -> None:  # type: ignore[no-untyped-def]
    empty = form("", budget, spent, points)
    level = Entry("产出指标")
    read = tuple(Indicator.read(level, level, *(Entry(cell) for cell in row)) for row in rows)
    scoring = score(replace(empty, indicators=read), MOF)
    no_grade = scoring.total is None or "不评定等级" in scoring.grade_explanation
    assert no_grade == (scoring.grade is None)
    for one in scoring.scored:
        assert one.points is not None and one.score.earned is not None
        assert 0 <= one.score.earned <= half_up(one.points, 2)
