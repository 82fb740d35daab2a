"""评委评分: what several reviewers gave comes to their mean, and never lowers a total in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rulebook import MOF, form

from jxbook.form import Entry
from jxbook.policy import Policy
from jxbook.scoring import RowScore, State, review_mean, score
from jxbook.scoring.reviews import mean_of
from jxbook.values import Misfit
from ruled import ruled

TRIMMED = ruled(evaluation__reviewers="trimmed_mean")
NO_RATE = {"weights__execution": 0}


@pytest.mark.parametrize(
    ("scores", "mean", "trimmed"),
    [
        ("8 9 8.5", "8.5", "8.5"),  # trimmed: 8.5 alone
        ("6 9 9 10 8", "8.4", "8.6666667"),  # trimmed: (8+9+9)÷3
        ("10 4", "7", "7"),  # two are never trimmed
        ("10", "10", "10"),
        ("9 9 9 9", "9", "9"),
    ],
)
def test_the_mean_with_and_without_the_extremes(scores: str, mean: str, trimmed: str) -> None:
    given = [Decimal(one) for one in scores.split()]
    found = [review_mean(given, policy) for policy in (MOF, TRIMMED)]
    assert [round(one, 7) for one in found if one is not None] == [Decimal(mean), Decimal(trimmed)]


def test_no_scores_come_to_nothing() -> None:
    assert review_mean([], MOF) is None


def reviewed(scores: list[object], policy: Policy = MOF, line: str = "合 规 性 | | | 10") -> RowScore:
    given = form(line + "\n二 | ≥1 | 1 | 80", reviews={"合规性": scores})
    return score(given, policy).indicators[0].score


def test_an_indicator_earns_what_its_reviewers_gave_it() -> None:
    row = reviewed([8, "9分", None, 8])
    assert (row.state, row.earned, row.met) == (State.SCORED, Decimal("8.33"), False)
    assert row.explanation == "3名评委评8、9、8分，平均8.33分。"
    assert row.basis == MOF.rule("evaluation.reviewers").cited


def test_a_trimmed_mean_names_what_was_left_out() -> None:
    row = reviewed([8, 9.5, 7, 8.5], TRIMMED)
    assert row.earned == Decimal("8.25")
    assert row.explanation == "4名评委评8、9.5、7、8.5分，去掉一个最高分9.5和一个最低分7，平均8.25分。"


@pytest.mark.parametrize("wrong", [11, -1, "缺席", "#REF!"])
def test_promise_2_a_score_outside_the_points_makes_the_row_unclear(wrong: object) -> None:
    row = reviewed([8, wrong, 9])
    assert (row.state, row.earned) == (State.UNCLEAR, None)
    assert row.misfit is not None
    assert row.misfit.why == f"评委评分“{wrong}”不是0至10之间的数"


def test_reviewers_come_before_the_ratio_and_the_ratio_stays() -> None:
    row = reviewed([9, 10], line="合规性 | ≥100% | 80% | 10")
    assert (row.earned, row.completion, row.met) == (Decimal("9.5"), Decimal("0.8"), False)


def test_blank_reviews_and_reviews_of_other_rows_change_nothing() -> None:
    given = form("一 | ≥2 | 1 | 90", reviews={"一": [None, ""], "二": [3], "": [4]})
    assert score(given, MOF).indicators[0].score.earned == 45


@pytest.mark.parametrize(
    ("source", "earned"), [("computed", 9), ("rows", 9), ("total", None), ("none", None)]
)
def test_reviews_count_where_rows_have_points(source: str, earned: int | None) -> None:
    assert reviewed([9, 9], ruled(scoring__source=source)).earned == earned


def test_a_total_rounds_a_mean_only_once_where_the_policy_says_so() -> None:
    given = form("一 | | | 10\n二 | | | 90", reviews={"一": [8, 8, 9], "二": [80, 80, 81]})
    each, once = ruled(**NO_RATE), ruled(**NO_RATE, rounding__of="total")
    assert score(given, each).total == Decimal("88.66")  # 8.33+80.33
    assert score(given, once).total == Decimal("88.67")  # 8.333…+80.333…


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ("4 9", "评委评分“9”不是0至4之间的数"),
        ("4 好", "评委评分“好”不是0至4之间的数"),
        ("4 3", Decimal("3.5")),
        ("", None),
    ],
)
def test_promise_2_there_is_no_mean_of_some_of_the_scores(scores: str, found: object) -> None:
    """评委评分 (the sheet), the report and JX112 ask the same function as the score."""
    mean = mean_of([Entry(Decimal(one) if one.isdigit() else one) for one in scores.split()], Decimal(4), MOF)
    assert (mean.why if isinstance(mean, Misfit) else mean) == found
