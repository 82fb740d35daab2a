"""JX222 应当达到的数写成了不超过"""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROW = "{} | | 产出指标 | {} | {} | {} | {} | 15 | 15 | 无"


@pytest.mark.parametrize(
    ("level2", "name", "target", "actual"),
    [
        ("数量指标", "举办活动场次", "≤20场", "18场"),
        ("数量指标", "培训人次", "不超过200人次", "180人次"),
        ("质量指标", "活动验收合格率", "≤95%", "90%"),
    ],
)
def test_a_number_that_is_to_be_reached_is_no_limit(
    find: Callable[..., list[str]], level2: str, name: str, target: str, actual: str
) -> None:
    assert find("JX222", ROW.format(13, level2, name, target, actual)) == ["E13"]


@pytest.mark.parametrize(
    ("level2", "name", "target", "actual"),
    [
        ("数量指标", "举办活动场次", "≥20场", "21场"),
        ("数量指标", "会议次数", "≤12次", "10次"),
        ("数量指标", "公务用车数量", "≤3辆", "3辆"),
        ("数量指标", "安全事故次数", "≤1次", "0次"),
        ("数量指标", "人均培训费用", "≤500元", "480元"),
        ("质量指标", "投诉率", "≤1%", "0.5%"),
        ("质量指标", "差错率", "≤1%", "0.5%"),
        ("数量指标", "活动持续时间", "≤5天", "5天"),
    ],
)
def test_what_is_to_be_limited_may_be(
    find: Callable[..., list[str]], level2: str, name: str, target: str, actual: str
) -> None:
    assert find("JX222", ROW.format(13, level2, name, target, actual)) == []
