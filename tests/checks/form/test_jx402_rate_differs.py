"""JX402 填写的执行率与计算结果不符"""

from __future__ import annotations

from collections.abc import Callable


def test_a_rate_cut_off_instead_of_rounded_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 9200000 | 9200000 | 8988025.24 | 10 | 97.69% | 9.77") == ["G6"]


def test_a_rate_that_is_no_number_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 10 | 10 | 全部 | 10") == ["G6"]


def test_a_rounded_rate_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 9200000 | 9200000 | 8988025.24 | 10 | 97.70% | 9.77") == []


def test_a_fraction_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 10 | 10 | 1 | 10") == []


def test_a_rate_without_its_sign_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80 | 8") == []
