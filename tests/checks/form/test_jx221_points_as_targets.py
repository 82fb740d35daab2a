"""JX221 把分值填成了指标值"""

from __future__ import annotations

from collections.abc import Callable

ROWS = """
    13 | | 产出指标 | 数量指标 | 场次 | {} | 15 | 15 | 15 | 无
    14 | | | 质量指标 | 合格率 | 15 | 15 | 15 | 15 | 无
    15 | | | 时效指标 | 时间 | 10 | 10 | 10 | 10 | 无
    16 | | | 成本指标 | 成本 | 10 | 10 | 10 | 10 | 无
    17 | | 效益指标 | 社会效益指标 | 人次 | 20 | 20 | 20 | 20 | 无
    18 | | | 可持续影响指标 | 队伍 | 10 | 10 | 10 | 10 | 无
    19 | | 满意度指标 | 服务对象满意度指标 | 满意度 | 10 | 10 | 10 | 10 | 无
"""


def test_points_in_the_place_of_every_target_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX221", ROWS.format("15")) == ["E13"]


def test_one_target_of_its_own_is_enough(find: Callable[..., list[str]]) -> None:
    assert find("JX221", ROWS.format("≥20场")) == []


def test_targets_that_happen_to_equal_the_points_with_a_unit_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX221", ROWS.format("15场")) == []
