"""JX112 评委评分超出分值"""

from __future__ import annotations

from collections.abc import Callable

REVIEWS = """
    评委评分1 | 序号 | 三级指标 | 分值 | 评委1 | 评委2 | 评委评分
    评委评分2 | 1 | 举办活动场次 | 15 | 14 | {} |
"""


def test_more_than_the_points_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX112", REVIEWS.format("16")) == ["评委评分!E2"]


def test_what_is_no_number_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX112", REVIEWS.format("优秀")) == ["评委评分!E2"]
    assert find("JX112", REVIEWS.format("-1")) == ["评委评分!E2"]


def test_a_score_within_the_points_and_a_blank_one_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX112", REVIEWS.format("15")) == []
    assert find("JX112", REVIEWS.format("")) == []


def test_an_indicator_that_is_not_in_the_form_is_held_to_the_whole(find: Callable[..., list[str]]) -> None:
    assert find("JX112", REVIEWS.format("80").replace("举办活动场次", "别的指标")) == []
    assert find("JX112", REVIEWS.format("101").replace("举办活动场次", "别的指标")) == ["评委评分!E2"]
