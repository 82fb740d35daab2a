"""JX405 预算有调整，没有说明"""

from __future__ import annotations

from collections.abc import Callable


def test_an_adjusted_budget_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX405", "6 | | 年度资金总额 | 12 | 10 | 10 | 10 | 100% | 10") == ["D6"]


def test_a_text_about_it_settles_it(find: Callable[..., list[str]]) -> None:
    table = """
        6 | | 年度资金总额 | 12 | 10 | 10 | 10 | 100% | 10
        素材2 | 项目概况 | 补充 | 9月按批复调减2万元。
    """
    assert find("JX405", table) == []


def test_the_same_budget_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX405") == []
