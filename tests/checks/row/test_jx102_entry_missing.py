"""JX102 指标行没有填全"""

from __future__ import annotations

from collections.abc import Callable


def test_a_row_without_actual_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX102", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 |  | 15 |  | 无") == ["F13"]


def test_one_finding_names_all_that_is_missing(find: Callable[..., list[str]]) -> None:
    assert find("JX102", "13 | | 产出指标 | 数量指标 |  | ≥20场 |  | 15 |  | 无") == ["D13"]


def test_a_row_marked_none_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX102", "13 | | 产出指标 | 数量指标 | 无 | 无 | 无 | 无 | 无 | 无") == []


def test_a_row_without_anything_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX102", "13 | | 产出指标 | 数量指标 |  |  |  |  |  |") == []


def test_a_formula_without_a_value_is_not_missing(find: Callable[..., list[str]]) -> None:
    assert find("JX102", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | =? | 15 |  | 无") == []
