"""The figures of a text with their kinds."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.prose import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有数字", []),
        ("追加资金50万元", [("money", "50万元")]),
        ("支出1,234.5元", [("money", "1,234.5元")]),
        ("补贴300元/人", [("count", "300元/人")]),
        ("占24.8%", [("percent", "24.8%")]),
        ("486户、13560人次", [("count", "486户"), ("count", "13560人次")]),
        ("12个月", [("count", "12个月")]),
        ("2024年11月20日访谈", [("date", "2024年11月20日")]),
        ("11月底前", [("date", "11月底")]),
        ("2025年二季度出台", [("date", "2025年二季度")]),
        ("日期2024-11-20", [("date", "2024-11-20")]),
        ("临政发〔2024〕3号", [("document", "〔2024〕3号")]),
        ("第31次常务会议", [("ordinal", "第31")]),
        ("拨打12345热线", [("plain", "12345")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "yuan"),
    [("62万元", 620_000), ("0.5亿元", 50_000_000), ("8988025.24元", "8988025.24"), ("3个", None)],
)
def test_money_in_any_unit(text: str, yuan: object) -> None:
    assert figures(text)[0].amount == (None if yuan is None else Decimal(str(yuan)))


@given(st.text(alphabet="0123456789年月日万元%.,第次〔〕号个-", max_size=40))
def test_figures_stand_in_order_and_never_overlap(text: str) -> None:
    found = figures(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(first.end <= second.end and first.start < second.start for first, second in pairwise(found))
