"""Half-width marks among Chinese words are read as the full-width ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.prose.marks import widened


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("支出799.12万元,其中:人员434.89万元;", "支出799.12万元，其中：人员434.89万元；"),
        ("共15个(含新增5个),到位1,234.5万元", "共15个（含新增5个），到位1,234.5万元"),
        ("占99.7%,其他(0.3%)", "占99.7%，其他（0.3%）"),
        ("于12:30开工", "于12:30开工"),
        ("see a, b (c)", "see a, b (c)"),
        ("未成对(的括号", "未成对(的括号"),
    ],
)
def test_marks_beside_chinese_words(text: str, read: str) -> None:
    assert widened(text) == read


@given(st.text(alphabet="支出,:;()（）12%a。", max_size=40))
def test_every_character_stays_in_its_place(text: str) -> None:
    assert len(widened(text)) == len(text)
