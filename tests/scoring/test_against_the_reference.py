"""jxbook comes to what a second scorer comes to that was written from the texts alone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from reference import Case, cases

from jxbook.form import Entry, Indicator
from jxbook.functions.calls import JX_SCORE
from jxbook.policy import load_policy
from jxbook.scoring import State, score_indicator

POLICIES = {"10": load_policy("mof-2020-10"), "101": load_policy("mof-2021-101")}


_HUNDREDFOLD = "相差约100倍"


def differs(case: Case) -> str:
    """What jxbook makes of a row where that is not what it earns, "" where it is; at both doors."""
    policy = POLICIES[case.policy]
    texts = (*case.labels, *[""] * (3 - len(case.labels)), case.target, case.actual, str(case.points))
    row = score_indicator(Indicator.read(*(Entry(text or None) for text in texts)), policy, 2024).score
    shown = JX_SCORE(case.target, case.actual, case.points, [list(case.labels)], policy.id, 2024)
    if case.earned is None:
        same = row.state is State.UNCLEAR and shown == "待核对"
    else:
        same = row.earned is not None and Fraction(row.earned) == case.earned and shown == float(case.earned)
    if row.state is State.UNCLEAR and _HUNDREDFOLD in row.explanation:
        return ""  # a doubt of the sheet about what was typed, which no text of the rules speaks of
    return "" if same else f"{case} → {row.earned}, {shown}: {row.explanation}"


def assert_agrees(seed: int, number: int) -> None:
    found = [what for case in cases(seed, number) if (what := differs(case))]
    assert not found, f"{len(found)} of {number}:\n" + "\n".join(found[:20])


def test_it_agrees_on_some_rows_of_every_kind() -> None:
    assert_agrees(1, 1200)


@pytest.mark.long
def test_it_agrees_on_ten_thousand_rows() -> None:
    assert_agrees(20260, 10_000)
