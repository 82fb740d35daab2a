"""JX417 看不出全年预算数是多少"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding

CHANGED = "5 | 项目资金（万元） | | 年初预算数 | {} | 全年执行数 | 分值 | 执行率 | 得分\n6 | | 年度资金总额 | 100 | {} | {} | 10 | {} |\n7 |\n8 |\n9 |"
ALL_YEARS = "5 | 项目资金（万元） | | {} | 全年执行数 | 分值 | 执行率 | 得分\n6 | | 年度资金总额 | 500 | 95 | 10 | {} |\n7 |\n8 |\n9 |"


def told(found: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in found if one.code == "JX417"]


def test_a_change_that_may_be_the_adjusted_budget_is_asked_about(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    [one] = told(find_all(CHANGED.format("预算调整数", 60, 55, "")))
    assert (one.severity, str(one.cell)) == ("error", "自评表!D5")
    assert "60万元、160万元" in one.what and "调整后预算数" in one.fix


@pytest.mark.parametrize(
    ("heading", "amount", "spent", "rate"),
    [
        ("预算调整数", "-20", "76", ""),
        ("预算调整数", "60", "55", "34.38%"),
        ("预算调整数", "60", "55", "91.67%"),
        ("预算调整数", "60", "150", ""),
        ("调增（减）", "60", "55", ""),
        ("调整后预算数", "60", "55", ""),
    ],
)
def test_what_sign_rate_spending_or_heading_tell_is_none(
    find: Callable[..., list[str]], heading: str, amount: str, spent: str, rate: str
) -> None:
    assert find("JX417", CHANGED.format(heading, amount, spent, rate)) == []


@pytest.mark.parametrize("heading", ["项目总预算", "项目总投资", "合同总额", "工程概算"])
def test_the_money_of_all_years_is_no_budget_of_the_year(
    find_all: Callable[..., tuple[Finding, ...]], heading: str
) -> None:
    """Nor is it said that nothing was found, or not filled in."""
    found = find_all(ALL_YEARS.format(heading, ""))
    [one] = told(found)
    assert one.severity == "error" and f"只有“{heading}”" in one.what
    assert not {"JX121", "JX103"} & {one.code for one in found}


def test_it_counts_with_a_word_where_the_form_reckons_its_rate_of_it(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    [one] = told(find_all(ALL_YEARS.format("项目总预算", "19%")))
    assert one.severity == "warning" and "执行率按它计算" in one.what
