"""How a total comes about: added up, converted, stated by others, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rulebook import MOF, form

from jxbook.policy import Policy
from jxbook.scoring import Scoring, State, Status, score
from ruled import ruled

RESCALED = ruled(not_applicable__method="rescaled")
ONCE = ruled(rounding__of="total")
ROWS = ruled(scoring__source="rows", weights__execution=0)
TOTAL = ruled(scoring__source="total")
NONE = ruled(scoring__source="none")


# 填“无”的指标


@pytest.mark.parametrize(
    ("table", "excluded", "rescaled"),
    [
        # 80 of 90 points, all full: 80+10 = 90 → 90÷90×100
        ("一 | ≥1 | 1 | 80\n生态 | 无 | 无 | 10", "90", "100"),
        # 40+30+10 = 80 of 50+30+10 = 90 → 80÷90×100 = 88.888…
        ("一 | ≥100 | 80 | 50\n二 | ≥1 | 1 | 30\n生态 | 无 | 无 | 10", "80", "88.89"),
        # the row says 无 throughout, its points were given to others: 100 already
        ("一 | ≥100 | 80 | 90\n生态 | 无 | 无 | 无", "82", "82"),
        # the row says 无 throughout, its points were not given to others: 74÷90×100 = 82.222…
        ("一 | ≥100 | 80 | 80\n生态 | 无 | 无 | 无", "74", "82.22"),
        # nothing is 无: points that do not add up are an error and no reason to convert
        ("一 | ≥100 | 80 | 80", "74", "74"),
        # points above the total are an error too
        ("一 | ≥1 | 1 | 100\n生态 | 无 | 无 | 10", "110", "110"),
    ],
)
def test_rows_that_do_not_apply_are_left_out_or_the_rest_is_converted(
    table: str, excluded: str, rescaled: str
) -> None:
    assert score(form(table), MOF).total == Decimal(excluded)
    assert score(form(table), RESCALED).total == Decimal(rescaled)


def test_a_converted_total_says_how_it_was_converted() -> None:
    scoring = score(form("一 | ≥100 | 80 | 50\n二 | ≥1 | 1 | 30\n生态 | 无 | 无 | 10"), RESCALED)
    assert scoring.explanation == (
        "预算执行率10分，各项指标70分；1项指标不适用，其余各项分值合计90分，总分折算为80÷90×100＝88.89分。"
    )
    assert scoring.grade == "良"


def test_the_points_of_the_rows_are_not_touched_by_the_conversion() -> None:
    scoring = score(form("一 | ≥3 | 2 | 80\n生态 | 无 | 无 | 10"), RESCALED)
    assert [row.score.earned for row in scoring.indicators] == [Decimal("53.33"), None]
    assert scoring.total == Decimal("70.37")  # (10+53.33)÷90×100 = 70.3666…: the factor is never rounded


# 四舍五入的环节

THIRDS = "一 | ≥3 | 1 | 10\n二 | ≥3 | 1 | 10\n三 | ≥3 | 1 | 10\n四 | ≥1 | 1 | 60"


def test_items_are_rounded_and_then_added_or_added_and_then_rounded() -> None:
    """10÷3 = 3.333… three times is 9.99 or 10."""
    each, once = score(form(THIRDS, 10, 10), MOF), score(form(THIRDS, 10, 10), ONCE)
    assert (each.total, once.total) == (Decimal("79.99"), Decimal(80))
    assert [row.score.earned for row in once.indicators] == [row.score.earned for row in each.indicators]


def test_thirds_that_add_up_to_a_half_cent_are_rounded_up() -> None:
    table = "一 | ≥3 | 1 | 10\n二 | ≥3 | 1 | 10\n三 | ≥3 | 1 | 10\n四 | ≥1000 | 1 | 5"
    scoring = score(form(table, 10, 10), ONCE)  # 10 + 3×10÷3 + 0.005 = 20.005
    assert scoring.total == Decimal("20.01")


def test_the_execution_rate_too_is_rounded_with_the_total() -> None:
    table = "一 | ≥3 | 1 | 10\n二 | ≥1 | 1 | 80"
    assert score(form(table, 3, 1), MOF).total == Decimal("86.66")  # 3.33+3.33+80
    assert score(form(table, 3, 1), ONCE).total == Decimal("86.67")  # 3.333…+3.333…+80


# 执行率没有分值


@pytest.mark.parametrize("funds", [(None, None), (10, 10), (10, None), ("待定", 3)])
def test_without_points_for_the_execution_rate_the_total_does_not_need_the_money(
    funds: tuple[object, ...],
) -> None:
    scoring = score(form("一 | ≥1 | 1 | 100", *funds), ruled(weights__execution=0))
    assert (scoring.total, scoring.execution.earned) == (100, 0)
    assert scoring.execution.explanation.startswith("预算执行率不设分值。")
    assert "预算执行率" not in scoring.explanation


def test_points_written_into_the_form_count_all_the_same() -> None:
    scoring = score(form("一 | ≥1 | 1 | 90", None, None, 10), ruled(weights__execution=0))
    assert (scoring.total, scoring.status) == (None, Status.INCOMPLETE)


# 得分由评价机构评定

STATED = """
立项依据充分性 |       |      | 4  | 4
绩效目标合理性 |       |      | 6  | 4.5
实际完成率    | ≥100% | 90%  | 50 | 45
满意度       | ≥90%  | 95%  | 40 | 38
"""


def test_stated_points_are_what_a_row_earns() -> None:
    scoring = score(form(STATED, None, None), ROWS)
    assert (scoring.total, scoring.grade) == (Decimal("91.5"), "优")
    assert [row.score.state for row in scoring.indicators] == [State.SCORED] * 4
    assert [row.score.met for row in scoring.indicators] == [True, False, False, True]
    assert [row.score.completion for row in scoring.indicators[:3]] == [None, None, Decimal("0.9")]
    assert scoring.indicators[2].score.explanation == (
        "完成值90%未达到指标值100%，完成率90%，评定得分45分（分值50分）。"
    )
    assert scoring.indicators[0].score.basis == ROWS.rule("scoring.source").cited


@pytest.mark.parametrize("indicator", [0, 1, 2, 3])
@pytest.mark.parametrize(
    ("stated", "state"),
    [
        ("", State.UNFILLED),
        ("—", State.UNFILLED),
        ("良好", State.UNCLEAR),
        ("50.5", State.UNCLEAR),
        ("-1", State.UNCLEAR),
    ],
)
def test_promise_2_a_row_without_usable_points_means_no_total(
    indicator: int, stated: str, state: State
) -> None:
    lines = STATED.strip().splitlines()
    lines[indicator] = lines[indicator].rpartition("|")[0] + f"| {stated}"
    scoring = score(form("\n".join(lines), None, None), ROWS)
    assert scoring.indicators[indicator].score.state is state
    assert (scoring.total, scoring.status) == (None, Status.INCOMPLETE)


def test_stated_points_need_no_column_of_points() -> None:
    """The score table of seed 002 has no 分值."""
    scoring = score(
        form("立项 | | | | 16.5\n过程 | | | | 18\n产出 | | | | 30\n效益 | | | | 25.35", None, None), ROWS
    )
    assert (scoring.total, scoring.grade) == (Decimal("89.85"), "良")
    assert scoring.indicators[0].score.explanation == "评定得分16.5分。"


@pytest.mark.parametrize(("stated", "total"), [("100", 100), ("100.01", None)])
def test_without_a_column_of_points_a_row_earns_no_more_than_the_whole(
    stated: str, total: int | None
) -> None:
    assert score(form(f"立项 | | | | {stated}", None, None), ROWS).total == total


def test_promise_1_points_typed_beside_nothing_else_count_as_the_sheet_adds_them_up() -> None:
    assert score(form("一 | | | 60 | 60\n | | | | 30"), ROWS).total == 90
    assert score(form("一 | ≥1 | 1 | 60\n | | | | 30"), ruled(weights__execution=0)).total == 60


def test_a_row_that_does_not_apply_needs_no_stated_points() -> None:
    scoring = score(form("一 | ≥1 | 1 | 100 | 100\n生态 | 无 | 无 | | "), ROWS)
    assert (scoring.total, scoring.indicators[1].score.state) == (100, State.NOT_APPLICABLE)


# 总分由第三方评定

COMPARED = "参与人次 | ≥200人次 | 300人次\n完成时间 | ≤6月 | 7月\n备注 | ≥5场 | 若干"


def test_a_stated_total_is_the_total_and_its_grade_the_grade() -> None:
    """86.53 is 优 on the scale of seed 001's district; ours would say 良."""
    scoring = score(form(COMPARED, facts={"第三方评价得分": "86.53分", "第三方评价等级": "优"}), TOTAL)
    assert (scoring.total, scoring.grade, scoring.status) == (Decimal("86.53"), "优", Status.COMPLETE)
    assert scoring.explanation == "第三方评定总分86.53分。"


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"第三方评价得分": ""},
        {"第三方评价得分": "待定"},
        {"第三方评价得分": "101"},
        {"第三方评价得分": "-1"},
    ],
)
def test_without_a_usable_stated_total_there_is_none(facts: dict[str, object]) -> None:
    scoring = score(form(COMPARED, facts=facts), TOTAL)
    assert (scoring.total, scoring.grade, scoring.status) == (None, None, Status.INCOMPLETE)
    assert scoring.explanation.endswith("暂无总分。")


def test_a_stated_total_without_a_stated_grade_is_not_given_ours() -> None:
    scoring = score(form(COMPARED, facts={"第三方评价得分": 86.53}), TOTAL)
    assert (scoring.total, scoring.grade) == (Decimal("86.53"), None)


# 不计分


def test_a_form_without_scores_is_not_incomplete() -> None:
    scoring = score(form(COMPARED, None, None), NONE)
    assert (scoring.total, scoring.grade, scoring.status) == (None, None, Status.UNSCORED)
    assert scoring.explanation == "所选政策不计分。"


@pytest.mark.parametrize("policy", [TOTAL, NONE], ids=["total", "none"])
def test_rows_without_points_are_compared_all_the_same(policy: Policy) -> None:
    first, second, third = (row.score for row in score(form(COMPARED), policy).indicators)
    assert (first.state, first.completion, first.met, first.earned) == (
        State.SCORED,
        Decimal("1.5"),
        True,
        None,
    )
    assert first.explanation == "完成值300人次达到指标值200人次，完成率150%。"
    assert (second.state, second.met) == (State.SCORED, False)
    assert (third.state, third.misfit is not None) == (State.UNCLEAR, True)


@pytest.mark.parametrize("policy", [TOTAL, NONE], ids=["total", "none"])
def test_where_rows_get_no_points_the_execution_rate_gets_none(policy: Policy) -> None:
    execution = score(form(COMPARED, 10, 9), policy).execution
    assert (execution.rate, execution.points, execution.earned) == (Decimal("0.9"), 0, None)
    assert execution.explanation == "全年执行数9÷全年预算数10，执行率90%。"


@pytest.mark.parametrize("policy", [TOTAL, NONE, ROWS], ids=["total", "none", "rows"])
def test_scored_rows_are_those_that_have_points(policy: Policy) -> None:
    scoring: Scoring = score(form(COMPARED + "\n效益 | | | 10 | 9"), policy)
    assert len(scoring.scored) == (1 if policy is ROWS else 0)
