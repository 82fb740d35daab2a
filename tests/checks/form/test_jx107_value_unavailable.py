"""JX107 公式没有算出值"""

from __future__ import annotations

from collections.abc import Callable


def test_a_formula_without_a_value_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX107", "6 | | 年度资金总额 | 10 | 10 | =? | 10 |  |") == ["E6"]


def test_a_formula_error_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX107", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | #REF! | 15 |  | 无") == ["F13"]


def test_an_error_in_a_stated_score_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX107", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | #VALUE! | 无") == [
        "H13"
    ]


def test_a_score_not_computed_yet_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX107", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | =? | 无") == []
