"""JX310 执行率的得分与计算结果不符"""

from __future__ import annotations

from collections.abc import Callable


def test_execution_points_that_are_not_the_rate_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX310", "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 10") == ["H6"]


def test_points_by_the_rate_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX310", "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 8") == []
