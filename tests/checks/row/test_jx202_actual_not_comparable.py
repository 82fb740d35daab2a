"""JX202 实际完成值无法与指标值比较"""

from __future__ import annotations

from collections.abc import Callable


def test_words_for_a_quantity_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX202", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 完成 | 15 |  | 无") == ["F13"]


def test_prose_for_a_quality_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX202", "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 居民反映较好 | 10 |  | 无"
    ) == ["F18"]


def test_prose_for_yes_or_no_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX202", "18 | | | 可持续影响指标 | 志愿服务队伍 | 是 | 居民反映较好 | 10 |  | 无") == ["F18"]


def test_a_tier_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX202",
            "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 部分达成年度指标并具有一定效果（75%） | 10 | 7.5 | 无",
        )
        == []
    )


def test_a_bound_is_left_to_another_check(find: Callable[..., list[str]]) -> None:
    assert find("JX202", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 20场以内 | 15 |  | 无") == []


def test_a_target_that_is_not_understood_is_the_place_to_mend(find: Callable[..., list[str]]) -> None:
    line = "13 | | 产出指标 | 数量指标 | 举办活动场次 | 每班不少于2场 | 全年26场 | 15 |  | 无"
    assert find("JX202", line) == ["E13"]
    assert find("JX204", line) == []
