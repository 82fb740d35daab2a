"""JX502 文字里的执行率、总分与表中不一致"""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_another_rate_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 本项目执行率为97.7%。") == ["报告素材!C2"]


def test_another_total_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 自评得分98分。") == ["报告素材!C2"]


def test_the_same_figures_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX502", "素材2 | 项目概况 | 补充 | 预算执行率100%，总分100分。") == []


MONEY = """
6 | | 年度资金总额       | 920 | 920 | 8988025.24元 | 10 | 97.70% | 9.77
7 | | 其中：当年财政拨款 | 900 | 900 | 8788025.24元 | —  | 97.64% | —
8 | | 上年结转资金       | 20  | 20  | 20 | —  | 100% | —
素材2 | 项目概况 | 补充 | {}
"""


@pytest.mark.parametrize(
    "text",
    [
        "资金支出完成率97.69%。",
        "项目资金支付率为97.5%。",
        "实际支出8988025.24元，占预算的97.69%。",
        "全年支出898.80万元，占全年预算920万元的97.69%。",
    ],
)
def test_the_rate_of_spending_by_another_name_is_found(find: Callable[..., list[str]], text: str) -> None:
    assert find("JX502", MONEY.format(text)) == ["报告素材!C2"]


@pytest.mark.parametrize(
    "text",
    [
        "资金支出完成率97.70%。",
        "实际支出8988025.24元，占预算的97.7%。",
        "财政资金支付率97.64%。",
        "设备购置支出占预算的45%。",
        "截至6月，资金支付率50%。",
        "举办活动场次完成率105%。",
        "若追加项目，将超出全年预算17万元。",
        "中标价低于年初预算8万元。",
    ],
)
def test_what_agrees_or_is_about_a_part_is_fine(find: Callable[..., list[str]], text: str) -> None:
    assert find("JX502", MONEY.format(text)) == []


HUNDRED_MILLIONS = """
5 | 项目资金（亿元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
6 | | 年度资金总额 | 1.2 | 1.2 | 1.2 | 10 | 100% | 10
7 | | 其中：当年财政拨款 | 1 | 1 | 1 | — | 100% | —
8 | | 上年结转资金 | 0.2 | 0.2 | 0.2 | — | 100% | —
素材2 | 项目概况 | 补充 | 项目全年预算{}。
"""


@pytest.mark.parametrize(
    ("amount", "cells"), [("1.2亿元", []), ("12000万元", []), ("1.3亿元", ["报告素材!C2"])]
)
def test_a_form_in_hundreds_of_millions_is_compared_as_such(
    find: Callable[..., list[str]], amount: str, cells: list[str]
) -> None:
    assert find("JX502", HUNDRED_MILLIONS.format(amount)) == cells
