"""JX304 填写的得分与计算结果不符"""

from __future__ import annotations

from collections.abc import Callable


def test_a_score_too_low_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX304", "14 | | | 质量指标 | 活动验收合格率 | =98% | 98% | 20 | 19.6 | 无") == ["H14"]


def test_a_score_too_high_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX304", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 15 | 无") == ["H13"]


def test_any_score_inside_a_tier_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX304",
            "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 部分达成 | 10 | 6.5 | 场地维修，9月至10月停办4场，下年提前落实备用场地",
        )
        == []
    )


def test_a_score_outside_its_tier_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX304",
        "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 部分达成 | 10 | 9 | 场地维修，9月至10月停办4场，下年提前落实备用场地",
    ) == ["H18"]


def test_points_taken_off_for_going_far_beyond_are_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX304",
            "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 18 | 指标值定得偏低，按偏离度自行调减2分",
        )
        == []
    )


def test_a_cent_is_tolerated(find: Callable[..., list[str]]) -> None:
    assert find("JX304", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥3场 | 2场 | 10 | 6.66 | 无") == []
