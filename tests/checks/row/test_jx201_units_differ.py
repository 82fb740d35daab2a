"""JX201 指标值和完成值的单位不是同一类"""

from __future__ import annotations

from collections.abc import Callable


def test_units_of_different_kinds_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX201", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 600人次 | 15 |  | 无") == [
        "F13"
    ]


def test_a_number_for_a_date_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX201", "15 | | | 时效指标 | 活动完成时间 | ≤12月 | 90% | 10 |  | 无") == ["F15"]


def test_units_that_convert_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX201", "16 | | | 成本指标 | 每场活动成本 | ≤5000元 | 0.48万元 | 10 | 10 | 无") == []
