"""JX306 分值不是大于0的数"""

from __future__ import annotations

from collections.abc import Callable


def test_words_for_points_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX306", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 若干 |  | 无") == ["G13"]


def test_negative_points_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX306", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | -5 |  | 无") == ["G13"]


def test_no_points_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX306", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 0 | 0 | 无") == ["G13"]


def test_missing_points_are_left_to_another_check(find: Callable[..., list[str]]) -> None:
    assert find("JX306", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 |  |  | 无") == []
