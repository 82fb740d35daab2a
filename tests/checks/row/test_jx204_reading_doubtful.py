"""JX204 填写的值可能有两种理解"""

from __future__ import annotations

from collections.abc import Callable


def test_a_month_without_its_unit_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX204", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | 11 | 10 | 10 | 无") == ["F15"]


def test_a_target_with_a_rough_word_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX204", "13 | | 产出指标 | 数量指标 | 举办活动场次 | 20场左右 | 20场 | 15 | 15 | 无") == [
        "E13"
    ]


def test_a_tier_without_a_percentage_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX204",
        "18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 部分达成 | 10 | 7 | 场地维修，9月至10月停办4场，下年提前落实备用场地",
    ) == ["F18"]


def test_values_with_their_units_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX204") == []
