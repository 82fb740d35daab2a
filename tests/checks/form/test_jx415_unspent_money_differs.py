"""JX415 说明的结余与未支出的资金不符"""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEFT = """
6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 8
素材2 | 资金使用情况 | 补充 | {}
"""


@pytest.mark.parametrize(
    "text",
    [
        "结余资金1.2万元，已交回财政。",
        "尚未支付的尾款为3万元。",
        "未支出0.5万元，其中设备款剩余0.7万元。",
        "剩余200000元。",
    ],
)
def test_explained_money_that_is_not_the_unspent_money_is_found(
    find: Callable[..., list[str]], text: str
) -> None:
    assert find("JX415", LEFT.format(text)) == ["报告素材!C2"]


@pytest.mark.parametrize(
    "text",
    [
        "结余资金2万元，已交回财政。",
        "结余20000元。",
        "尚未支付1.5万元，剩余0.5万元交回。",
        "上年结余资金3万元。",
        "节约资金1万元。",
        "资金已全部使用。",
        "两批尾款100余万元拟从2025年度经费中列支。",
        "结余约3万元。",
        "年初结转资金结余5万元。",
    ],
)
def test_what_agrees_or_is_about_other_money_is_none(find: Callable[..., list[str]], text: str) -> None:
    assert find("JX415", LEFT.format(text)) == []
