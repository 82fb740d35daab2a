"""JX203 实际完成值写成了范围"""

from __future__ import annotations

from collections.abc import Callable


def test_a_target_copied_into_the_actual_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX203", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | ≤12月 | 10 | 10 | 无") == ["F15"]


def test_a_bound_in_words_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX203", "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 200人次以上 | 20 | 20 | 无"
    ) == ["F17"]


def test_an_equals_sign_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX203", "17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | =210人次 | 20 | 20 | 无")
        == []
    )


def test_a_value_equal_to_the_target_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX203", "14 | | | 质量指标 | 活动验收合格率 | =100% | =100% | 15 | 15 | 无") == []
