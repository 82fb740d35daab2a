"""JX404 执行数大于预算数"""

from __future__ import annotations

from collections.abc import Callable

from jxbook.finding import Finding, Severity

FindAll = Callable[..., tuple[Finding, ...]]


def severities(found: tuple[Finding, ...]) -> list[str]:
    return [one.severity.value for one in found if one.code == "JX404"]


def test_spending_above_the_budget_is_an_error(find: Callable[..., list[str]], find_all: FindAll) -> None:
    table = "6 | | 年度资金总额 | 10 | 10 | 10.5 | 10 | 105% | 10"
    assert find("JX404", table) == ["E6"]
    assert severities(find_all(table)) == [Severity.ERROR]


def test_a_rounded_cent_too_much_is_worth_a_question(find_all: FindAll) -> None:
    assert severities(find_all("6 | | 年度资金总额 | 10 | 10 | 10.005 | 10 | 100% | 10")) == [
        Severity.WARNING
    ]


def test_parts_are_looked_at_too(find: Callable[..., list[str]], find_all: FindAll) -> None:
    table = "7 | | 其中：当年财政拨款 | 8 | 8 | 9 | — | — | —"
    assert find("JX404", table) == ["E7"]
    assert severities(find_all(table)) == [Severity.WARNING]


def test_money_that_was_not_received_cannot_be_spent(find_all: FindAll) -> None:
    table = "3 | 项目名称 | 社区文化活动项目 | 实际到位资金 | 8"
    found = find_all(table, policy="mof-2020-10-evaluation")
    assert severities(found) == [Severity.ERROR]
    assert severities(find_all(table)) == []


def test_all_spent_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX404") == []
