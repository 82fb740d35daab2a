"""JX105 缺少应有的指标类别"""

from __future__ import annotations

from collections.abc import Callable


def test_a_form_without_quality_and_time_is_found(find: Callable[..., list[str]]) -> None:
    table = """
        14 | | | 质量指标 | 无 | 无 | 无 | 无 | 无 | 无
        15 | | | 时效指标 | 无 | 无 | 无 | 无 | 无 | 无
    """
    assert find("JX105", table) == ["C13"]


def test_benefit_of_any_kind_is_enough(find: Callable[..., list[str]]) -> None:
    assert find("JX105", "18 | | | 可持续影响指标 | 无 | 无 | 无 | 无 | 无 | 无") == []


def test_unknown_labels_are_left_to_another_check(find: Callable[..., list[str]]) -> None:
    table = """
        14 | | | 其他指标 | 活动验收合格率 | =100% | 100% | 15 | 15 | 无
        13 | | 其他 | 其他 | 举办活动场次 | ≥20场 | 21场 | 15 | 15 | 无
    """
    assert find("JX105", table) == []
