"""JX104 年度总体目标没有填全"""

from __future__ import annotations

from collections.abc import Callable


def test_a_missing_result_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX104", "11 | | 举办活动20场 | | | |") == ["F11"]


def test_both_missing_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX104", "11 | |  | | | | 无") == ["B11", "F11"]


def test_both_filled_in_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX104") == []
