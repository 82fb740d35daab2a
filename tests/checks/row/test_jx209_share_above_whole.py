"""JX209 比率超过100%"""

from __future__ import annotations

from collections.abc import Callable


def test_a_share_above_the_whole_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX209", "14 | | | 质量指标 | 活动验收合格率 | =100% | 120% | 15 | 15 | 无") == ["F14"]


def test_a_completion_rate_above_the_whole_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX209", "14 | | | 质量指标 | 任务完成率 | =100% | 120% | 15 | 15 | 无") == []


def test_the_whole_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX209", "14 | | | 质量指标 | 活动验收合格率 | =100% | 100% | 15 | 15 | 无") == []
