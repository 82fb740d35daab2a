"""JX303 一级指标的权重与政策不同"""

from __future__ import annotations

from collections.abc import Callable


def test_other_level_one_weights_are_found(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 10 | 10 | 无
        17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 210人次 | 25 | 25 | 无
    """
    assert find("JX303", table) == ["B13"]


def test_weights_as_in_the_policy_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX303") == []


def test_without_satisfaction_its_points_may_go_to_benefit(find: Callable[..., list[str]]) -> None:
    table = """
        18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 达成年度指标 | 20 | 20 | 无
        19 | | 满意度指标 | 服务对象满意度指标 | 无 | 无 | 无 | 无 | 无 | 无
    """
    assert find("JX303", table) == []
