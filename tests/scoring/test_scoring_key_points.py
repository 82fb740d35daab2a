"""评价要点 give their indicator its target and its actual value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, KeyPoint, Project, Records
from jxbook.place import CellRef
from jxbook.policy import Policy, load_policy
from jxbook.scoring import score
from jxbook.scoring.key_points import with_key_points

POLICY = load_policy("mof-2020-10")
TARGET, ACTUAL = CellRef("自评表", 13, 5), CellRef("自评表", 13, 6)


def form(verdicts: str, target: str = "", actual: str = "", name: str = "立项依据充分性") -> Form:
    """A form of one indicator worth 6 points; the verdicts are 符 部 否 无, _ where none is given."""
    words = {"符": "符合", "部": "部分符合", "否": "不符合", "无": "不适用", "_": None}
    points = tuple(
        KeyPoint(Entry("立项依据充分性"), Entry(f"要点{n}"), Entry(words[one]), Entry())
        for n, one in enumerate(verdicts)
    )
    row = Indicator.read(
        Entry("产出指标"),
        Entry("质量指标"),
        Entry(name),
        Entry(target or None, TARGET),
        Entry(actual or None, ACTUAL),
        Entry(Decimal(6)),
    )
    funding = Funding(FundingRow("年度资金总额"))
    return Form(
        "自评表", 2024, POLICY.id, Project(), funding, Goal(), (row,), records=Records(key_points=points)
    )


def partly(percent: int) -> Policy:
    rule = replace(POLICY.rule("evaluation.partly_met"), value=Decimal(percent))
    return replace(POLICY, rules={**POLICY.rules, rule.key: rule})


@pytest.mark.parametrize(
    ("verdicts", "target", "actual", "earned"),
    [
        ("符符符", "≥3项", "3项", "6"),
        ("符符否", "≥3项", "2项", "4"),
        ("符部部部", "≥4项", "2.5项", "3.75"),
        ("符符无", "≥2项", "2项", "6"),
        ("否否", "≥2项", "0项", "0"),
        ("符_符", "≥3项", "", None),
        ("无_", "≥1项", "", None),
        ("无无", "无", "无", None),
    ],
)
def test_target_and_actual_count_the_points(
    verdicts: str, target: str, actual: str, earned: str | None
) -> None:
    filled = with_key_points(form(verdicts), POLICY)
    (one,) = filled.indicators
    assert (one.target.text, one.actual.text) == (target, actual)
    (row,) = score(filled, POLICY).indicators
    assert row.score.earned == (None if earned is None else Decimal(earned))


def test_partly_met_counts_as_the_policy_says() -> None:
    (one,) = with_key_points(form("符部部部"), partly(33)).indicators
    assert one.actual.text == "1.99项"
    (one,) = with_key_points(form("符部"), partly(0)).indicators
    assert one.actual.text == "1项"


def test_the_cells_stay() -> None:
    (one,) = with_key_points(form("符部"), POLICY).indicators
    assert (one.target.cell, one.actual.cell) == (TARGET, ACTUAL)


def test_what_a_formula_showed_before_is_renewed() -> None:
    (one,) = with_key_points(form("符符", target="≥3项", actual="2.5项"), POLICY).indicators
    assert (one.target.text, one.actual.text) == ("≥2项", "2项")


@pytest.mark.parametrize(("target", "actual"), [("≥90%", "95%"), ("≥2项", "已全部符合"), ("长期开展", "")])
def test_what_somebody_typed_instead_stands(target: str, actual: str) -> None:
    before = form("符符", target=target, actual=actual)
    assert with_key_points(before, POLICY) == before


def test_names_are_compared_folded_and_other_indicators_are_left_alone() -> None:
    (one,) = with_key_points(form("符符", name=" 立项依据充分性 "), POLICY).indicators
    assert one.target.text == "≥2项"
    other = form("符符", name="资金到位率")
    assert with_key_points(other, POLICY) == other


def test_a_second_time_changes_nothing() -> None:
    once = with_key_points(form("符部"), POLICY)
    assert with_key_points(once, POLICY).indicators[0] is once.indicators[0]


def test_a_form_without_key_points_is_the_same() -> None:
    plain = form("")
    assert with_key_points(plain, POLICY) is plain


def test_promise_1_a_form_scores_the_same_whoever_derived_its_key_points() -> None:
    raw = form("符符部否")
    derived = with_key_points(raw, POLICY)
    scores = [score(one, POLICY).indicators for one in (raw, derived)]
    assert scores[0] == scores[1]
    assert scores[0][0].score.earned == Decimal("3.75")  # 6×2.5÷4
    assert scores[1][0].indicator is derived.indicators[0]
