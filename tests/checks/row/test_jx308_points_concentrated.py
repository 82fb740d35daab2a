"""JX308 一个指标占了总分的一半以上"""

from __future__ import annotations

from collections.abc import Callable


def test_one_indicator_with_most_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX308", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 90 | 90 | 无") == ["G13"]


def test_half_of_the_points_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX308", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 50 | 50 | 无") == []
