"""JX406 资金行填写的不是数或小于0"""

from __future__ import annotations

from collections.abc import Callable


def test_words_for_money_are_found(find: Callable[..., list[str]]) -> None:
    assert find("JX406", "6 | | 年度资金总额 | 10 | 10 | 全部支出 | 10 |  |") == ["E6"]


def test_negative_money_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX406", "7 | | 其中：当年财政拨款 | -8 | 8 | 8 | — | — | —") == ["C7"]


def test_none_and_thousands_are_fine(find: Callable[..., list[str]]) -> None:
    table = """
        6 | | 年度资金总额 | 1,000 | 1,000 | 1,000 | 10 | 100% | 10
        7 | | 其中：当年财政拨款 | — | 无 |  | — | — | —
    """
    assert find("JX406", table) == []


def test_points_for_the_rate_that_are_none_are_found(find: Callable[..., list[str]]) -> None:
    """Without them there is no total, and nothing else says why."""
    assert find("JX406", "6 | | 年度资金总额 | 10 | 10 | 9 | 若干 | 90% |") == ["F6"]
    assert find("JX406", "6 | | 年度资金总额 | 10 | 10 | 9 | -10 | 90% |") == ["F6"]
    assert find("JX406", "6 | | 年度资金总额 | 10 | 10 | 9 | 0 | 90% |") == []
