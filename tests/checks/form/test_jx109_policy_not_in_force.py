"""JX109 评价年度不在政策的有效期内"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jxbook.policy import load_policy


@pytest.mark.parametrize(
    ("year", "cells"),
    [(2018, ["A2"]), (2019, []), (2020, []), (2024, []), (2025, ["A2"])],  # 2019 is judged in 2020
)
def test_a_year_before_or_after_the_policy_is_found(
    find: Callable[..., list[str]], year: int, cells: list[str]
) -> None:
    policy = load_policy("mof-2020-10")
    until = replace(policy, identity=replace(policy.identity, valid_to=date(2024, 12, 31)))
    assert find("JX109", f"2 | （{year}年度）", policy=until) == cells


def test_a_policy_without_dates_is_never_out_of_force(find: Callable[..., list[str]]) -> None:
    assert find("JX109", "2 | （2001年度）", policy="beijing-2020-2146") == []


def test_without_a_year_there_is_nothing_to_say(find: Callable[..., list[str]]) -> None:
    assert find("JX109", "2 | （     年度）") == []
