"""JX224 把资金支付当作数量指标"""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROW = "13 | | 产出指标 | {} | {} | ≥95% | 97% | 15 | 15 | 无"


@pytest.mark.parametrize(
    "name",
    [
        "资金支付率",
        "预算执行率",
        "项目资金支出进度",
        "财政资金拨付率",
        "经费使用率",
        "项目支出额度",
        "支付项目款",
        "投入资金总额",
    ],
)
def test_spending_as_an_output_is_found(find: Callable[..., list[str]], name: str) -> None:
    assert find("JX224", ROW.format("数量指标", name)) == ["D13"]


@pytest.mark.parametrize(
    ("level2", "name"),
    [
        ("数量指标", "补贴发放人数"),
        ("数量指标", "设备使用率达标台数"),
        ("数量指标", "拨付补助学校数量"),
        ("数量指标", "支付合同款笔数"),
        ("成本指标", "预算执行率"),
        ("质量指标", "资金使用合规率"),
    ],
)
def test_anything_else_is_none(find: Callable[..., list[str]], level2: str, name: str) -> None:
    assert find("JX224", ROW.format(level2, name)) == []
