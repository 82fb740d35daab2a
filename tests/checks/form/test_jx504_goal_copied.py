"""JX504 实际完成情况照抄了预期目标"""

from __future__ import annotations

from collections.abc import Callable


def test_a_copied_goal_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX504", "11 | | 举办活动20场，服务居民200人次 | | | | 已完成：举办活动20场，服务居民200人次"
    ) == ["F11"]


def test_a_result_of_its_own_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX504") == []
