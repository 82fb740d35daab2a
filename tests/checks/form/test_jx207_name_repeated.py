"""JX207 同一个指标写了两遍"""

from __future__ import annotations

from collections.abc import Callable


def test_the_same_name_twice_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX207", "14 | | | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无") == ["D14"]


def test_the_same_name_under_another_level_two_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX207", "14 | | | 质量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无") == []
