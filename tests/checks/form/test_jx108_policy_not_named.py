"""JX108 表中没有写评价政策"""

from __future__ import annotations

from collections.abc import Callable

import jxbook.checks as checks
from jxbook.policy import load_policy
from jxbook.recognition import open_form
from jxbook.scoring import score


def test_a_foreign_form_is_said_to_be_scored_by_the_default(find: Callable[..., list[str]]) -> None:
    assert find("JX108") == [""]


def test_a_workbook_of_ours_names_its_policy(sunhe) -> None:  # type: ignore[no-untyped-def]
    form = open_form(sunhe)
    policy = load_policy(form.policy_id)
    assert "JX108" not in [one.code for one in checks.check(form, policy, score(form, policy))]
