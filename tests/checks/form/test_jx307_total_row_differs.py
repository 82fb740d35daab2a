"""JX307 总分行与各行合计不符"""

from __future__ import annotations

from collections.abc import Callable


def test_a_total_that_is_no_sum_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | | 100 | 99 | 优") == ["H20"]


def test_an_empty_sum_beside_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | | 0 | 0 | 优") == ["G20", "H20"]


def test_without_scores_the_total_is_compared_with_the_reckoned_one(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 |  | 无
        20 | 总分 | | | | | | 100 | 85 | 优
    """
    assert find("JX307", table) == ["H20"]


def test_a_sum_is_fine(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场地维修停办4场，下年提前落实备用场地
        20 | 总分 | | | | | | 100 | 97 | 优
    """
    assert find("JX307", table) == []


def test_an_unfilled_total_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX307", "20 | 总分 | | | | | |  |  |") == []
