"""JX326 表中公式按旧的政策计分"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jxbook.checks as checks
from jxbook.policy import load_policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.recognition import open_form
from jxbook.scoring import score


def codes(path: Path, told: str) -> list[str]:
    form = replace(open_form(path), fingerprint=told)
    policy = load_policy(form.policy_id)
    return [one.code for one in checks.check(form, policy, score(form, policy)) if one.code == "JX326"]


def test_formulas_of_other_values_of_the_same_policy_are_told(sunhe: Path) -> None:
    assert codes(sunhe, f"{open_form(sunhe).policy_id} 00000000") == ["JX326"]


def test_those_of_the_present_values_are_not(sunhe: Path) -> None:
    form = open_form(sunhe)
    assert form.fingerprint == fingerprint(load_policy(form.policy_id))
    assert codes(sunhe, form.fingerprint) == []


def test_nor_is_a_workbook_that_tells_nothing_or_whose_formulas_are_of_another_policy(sunhe: Path) -> None:
    assert codes(sunhe, "") == []
    assert codes(sunhe, "sichuan 00000000") == []
