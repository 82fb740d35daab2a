"""JX301 得分低于分值，没有说明原因"""

from __future__ import annotations

from collections.abc import Callable


def test_a_deduction_without_a_reason_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX301", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 无") == ["I13"]


def test_a_deduction_of_ones_own_is_told_once_as_a_wrong_score(find: Callable[..., list[str]]) -> None:
    table = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 14 | 无"
    assert (find("JX301", table), find("JX304", table)) == ([], ["H13"])


def test_points_taken_off_inside_a_tier_are_a_judgement_that_needs_a_reason(
    find: Callable[..., list[str]],
) -> None:
    table = "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 达成年度指标 | 10 | 9 | 无"
    assert (find("JX301", table), find("JX304", table)) == (["I18"], [])


def test_a_deviation_said_to_be_none_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX301", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 无偏差") == [
        "I13"
    ]


def test_a_reason_settles_it(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX301",
            "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场地维修，9月至10月停办4场，下年提前落实备用场地",
        )
        == []
    )


def test_full_points_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX301") == []
