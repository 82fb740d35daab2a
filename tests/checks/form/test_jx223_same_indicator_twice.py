"""JX223 产出和效益里有同一个指标"""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "name", ["举办活动场次", "举办活动场次（场）", "举办活动场次数量", "活动举办场次", "全年举办活动的场次"]
)
def test_the_same_under_output_and_benefit_is_found(find: Callable[..., list[str]], name: str) -> None:
    assert find("JX223", f"17 | | 效益指标 | 社会效益指标 | {name} | ≥20场 | 21场 | 20 | 20 | 无") == ["D17"]


def test_under_one_heading_it_is_another_rules(find: Callable[..., list[str]]) -> None:
    row = "14 | | | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无"
    assert find("JX223", row) == []
    assert find("JX207", row) == ["D14"]


def test_another_thing_of_the_same_measure_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX223", "17 | | 效益指标 | 社会效益指标 | 惠民活动场次 | ≥20场 | 21场 | 20 | 20 | 无") == []


def test_different_names_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX223") == []
