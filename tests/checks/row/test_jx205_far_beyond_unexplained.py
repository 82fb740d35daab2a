"""JX205 超额完成较多，没有说明原因"""

from __future__ import annotations

from collections.abc import Callable


def test_far_more_than_the_target_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX205", "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 20 | 无"
    ) == ["I17"]


def test_far_less_than_a_limit_is_fine(find: Callable[..., list[str]]) -> None:
    """Art. 16 asks about what is higher than its target; a cost below it is what was wanted."""
    assert find("JX205", "16 | | | 成本指标 | 每场活动成本 | ≤5000元 | 3000元 | 10 | 10 | 无") == []


def test_a_reason_settles_it(find: Callable[..., list[str]]) -> None:
    assert (
        find(
            "JX205",
            "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 20 | 下半年增加两场大型活动，参加人数增多",
        )
        == []
    )


def test_a_little_more_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX205", "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 259人次 | 20 | 20 | 无")
        == []
    )


def test_none_at_all_under_a_limit_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX205", "16 | | | 成本指标 | 安全事故 | ≤2起 | 0起 | 10 | 10 | 无") == []


def test_inside_a_range_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX205", "13 | | 产出指标 | 数量指标 | 举办活动场次 | 20-40场 | 38场 | 15 | 15 | 无") == []


def test_early_completion_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX205", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | 3月 | 10 | 10 | 无") == []
