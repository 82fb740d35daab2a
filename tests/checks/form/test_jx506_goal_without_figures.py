"""JX506 实际完成情况没有写数量"""

from __future__ import annotations

from collections.abc import Callable


def test_a_result_without_figures_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX506", "11 | | 举办活动20场 | | | | 2024年已按计划完成各项活动") == ["F11"]


def test_a_goal_without_figures_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX506", "11 | | 2024年丰富居民文化生活 | | | | 居民文化生活更加丰富") == []


def test_figures_in_chinese_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX506", "11 | | 举办活动20场 | | | | 全年举办活动二十一场") == []
