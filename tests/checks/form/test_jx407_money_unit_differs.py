"""JX407 金额的单位与表头不同"""

from __future__ import annotations

from collections.abc import Callable


def test_another_unit_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX407", "6 | | 年度资金总额 | 10 | 10 | 98000元 | 10 | 100% | 10") == ["E6"]


def test_the_unit_of_the_form_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX407", "6 | | 年度资金总额 | 10 | 10 | 10万元 | 10 | 100% | 10") == []
