"""JX411 子项目支出大于预算"""

from __future__ import annotations

from collections.abc import Callable

ITEMS = """
    子项目1 | 序号 | 子项目名称 | 预算（万元） | 支出（万元）
    子项目2 | 1 | 垃圾分类宣传 | 6 | {}
    子项目3 | 2 | 楼道整治 | {} | {}
"""


def test_spending_above_the_budget_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX411", ITEMS.format("6", "4", "4.01")) == ["子项目!D3"]


def test_spending_up_to_the_budget_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX411", ITEMS.format("5", "4", "4")) == []


def test_without_a_budget_nothing_is_said(find: Callable[..., list[str]]) -> None:
    assert find("JX411", ITEMS.format("6", "", "4")) == []
