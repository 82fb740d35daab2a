"""JX418 年初预算数加调整不等于全年预算数"""

from __future__ import annotations

from collections.abc import Callable

import pytest

BOTH = "5 | 项目资金（万元） | | 年初预算数 | {} | 全年预算数 | 全年执行数\n6 | | 年度资金总额 | 100 | {} | {} | 76\n7 |\n8 |\n9 |"


@pytest.mark.parametrize(
    ("headings", "changes", "budget"),
    [
        ("调增（减）", "20", "110"),
        ("核减", "20", "120"),
        ("调增 | 调减", "30 | 10", "130"),
        ("预算调整数", "20", "110"),
    ],
)
def test_a_change_that_does_not_lead_to_the_budget_is_found(
    find: Callable[..., list[str]], headings: str, changes: str, budget: str
) -> None:
    column = "EF"[headings.count("|")]
    assert find("JX418", BOTH.format(headings, changes, budget)) == [f"{column}6"]


@pytest.mark.parametrize(
    ("headings", "changes", "budget"),
    [
        ("调增（减）", "-20", "80"),
        ("核减", "-20", "80"),
        ("调增 | 调减", "30 | 10", "120"),
        ("预算调整数", "120", "120"),
        ("追加 | 上年结转", "10 | 30", "140"),
        ("追加", "", "120"),
    ],
)
def test_what_adds_up_by_any_reading_is_none(
    find: Callable[..., list[str]], headings: str, changes: str, budget: str
) -> None:
    assert find("JX418", BOTH.format(headings, changes, budget)) == []
