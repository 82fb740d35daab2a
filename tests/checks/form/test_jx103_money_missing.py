"""JX103 年度资金总额没有填全"""

from __future__ import annotations

from collections.abc import Callable


def test_a_missing_amount_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX103", "6 | | 年度资金总额 | 10 | 10 |  | 10 |  |") == ["E6"]


def test_an_amount_marked_none_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX103", "6 | | 年度资金总额 | 10 | 无 | 10 | 10 |  |") == ["D6"]


def test_nothing_spent_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX103", "6 | | 年度资金总额 | 10 | 10 | 0 | 10 | 0% | 0") == []


def test_a_budget_of_nothing_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX103", "6 | | 年度资金总额 | 0 | 0 | 0 | 10 | | ") == ["D6"]


def test_a_blank_initial_budget_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX103", "6 | | 年度资金总额 | | 10 | 10 | 10 | 100% | 10") == ["C6"]
