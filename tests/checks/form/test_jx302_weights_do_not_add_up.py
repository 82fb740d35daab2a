"""JX302 分值合计不等于总分"""

from __future__ import annotations

from collections.abc import Callable


def test_points_below_the_total_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX302", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 10 | 10 | 无") == ["G20"]


def test_an_excluded_row_leaves_a_gap(find: Callable[..., list[str]]) -> None:
    assert find("JX302", "18 | | | 可持续影响指标 | 无 | 无 | 无 | 无 | 无 | 无") == ["G20"]


def test_points_that_add_up_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX302") == []


def test_a_missing_value_is_left_to_another_check(find: Callable[..., list[str]]) -> None:
    assert find("JX302", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 |  |  | 无") == []
