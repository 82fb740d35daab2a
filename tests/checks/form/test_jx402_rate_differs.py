"""JX402 填写的执行率与计算结果不符"""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_a_rate_cut_off_instead_of_rounded_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 9200000 | 9200000 | 8988025.24 | 10 | 97.69% | 9.77") == ["G6"]


def test_a_rate_that_is_no_number_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 10 | 10 | 全部 | 10") == ["G6"]


def test_a_rounded_rate_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 9200000 | 9200000 | 8988025.24 | 10 | 97.70% | 9.77") == []


def test_a_fraction_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 10 | 10 | 1 | 10") == []


ROW = """
    6  | | 年度资金总额 | 9200000 | 9200000 | 8949760 | 10 | 97.28% | 9.73
    13 | | 产出指标 | 数量指标 | {name} | ≥95% | {actual} | 15 | 15 | 无
"""


@pytest.mark.parametrize(
    ("name", "actual", "cells"),
    [
        ("预算执行率", "100%", ["F13"]),
        ("资金执行率（%）", "97.2", ["F13"]),
        ("预算执行率", "97.28%", []),
        ("预算执行率", "97.3%", []),
        ("预算执行率", "97%", []),
        ("预算执行率", "≥95%", []),
        ("预算执行率", "达成年度指标", []),
        ("活动计划执行率", "100%", []),
    ],
)
def test_an_indicator_that_states_another_rate_is_found(
    find: Callable[..., list[str]], name: str, actual: str, cells: list[str]
) -> None:
    assert find("JX402", ROW.format(name=name, actual=actual)) == cells


def test_a_rate_without_its_sign_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX402", "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80 | 8") == []
