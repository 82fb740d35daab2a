"""JX529 偏差原因没有写改进措施"""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROW = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | {} | 15 | | {}"


@pytest.mark.parametrize(
    "reason",
    ["10月和11月连续降雨，户外活动有4场没有举办", "承办单位因场地停用，少办了4场居民活动，影响了年度目标"],
)
def test_a_cause_alone_is_found(find: Callable[..., list[str]], reason: str) -> None:
    assert find("JX529", ROW.format("16场", reason), made_for="mof-2020-10") == ["I13"]


@pytest.mark.parametrize(
    ("actual", "reason"),
    [
        ("16场", "10月和11月连续降雨，4场没有举办，2025年3月底前补办"),
        ("16场", "场地停用，少办了4场，下一年度改在室内举办"),
        ("16场", "管理不到位"),  # JX505
        ("21场", "居民报名踊跃，应居民要求多举办了一场户外活动"),
        ("16场", "无"),  # JX301
    ],
)
def test_with_a_measure_or_where_none_is_due_it_is_none(
    find: Callable[..., list[str]], actual: str, reason: str
) -> None:
    assert find("JX529", ROW.format(actual, reason), made_for="mof-2020-10") == []


def test_elsewhere_the_column_may_ask_for_the_cause_alone(find: Callable[..., list[str]]) -> None:
    assert find("JX529", ROW.format("16场", "10月和11月连续降雨，户外活动有4场没有举办")) == []
