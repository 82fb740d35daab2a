"""JX410 子项目资金合计与自评表不一致"""

from __future__ import annotations

from collections.abc import Callable

ITEMS = """
    子项目1 | 序号 | 子项目名称 | 预算（万元） | 支出（万元）
    子项目2 | 1 | 垃圾分类宣传 | 6 | {}
    子项目3 | 2 | 楼道整治 | {} | {}
"""


def test_a_budget_that_does_not_add_up_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX410", ITEMS.format("6", "3", "4")) == ["子项目!C2"]


def test_so_is_spending(find: Callable[..., list[str]]) -> None:
    assert find("JX410", ITEMS.format("6", "4", "3.9")) == ["子项目!D2"]


def test_sums_that_agree_are_fine_in_whatever_unit(find: Callable[..., list[str]]) -> None:
    assert find("JX410", ITEMS.format("6", "40000元", "4")) == []


def test_while_money_is_missing_nothing_is_said(find: Callable[..., list[str]]) -> None:
    assert find("JX410", ITEMS.format("", "", "4")) == []


def test_a_row_of_sums_is_no_item(find: Callable[..., list[str]]) -> None:
    assert find("JX410", ITEMS.format("6", "4", "4") + "子项目4 | | 合计 | 10 | 10") == []
