"""JX404 执行数大于预算数"""

from __future__ import annotations

from collections.abc import Callable


def test_spending_above_the_budget_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX404", "6 | | 年度资金总额 | 10 | 10 | 10.5 | 10 | 105% | 10") == ["E6"]


def test_parts_are_looked_at_too(find: Callable[..., list[str]]) -> None:
    assert find("JX404", "7 | | 其中：当年财政拨款 | 8 | 8 | 9 | — | — | —") == ["E7"]


def test_all_spent_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX404") == []
