"""Texts cut into sentences and clauses, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.prose import clauses, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("产权不清，未开工。", ["产权不清", "未开工"]),
        ("甲、乙和丙，均已完成", ["甲、乙和丙", "均已完成"]),
        ("一是甲。\n二是乙；三是丙！", ["一是甲", "二是乙", "三是丙"]),
        ("见《办法（试行）》，第三条。", ["见《办法（试行）》", "第三条"]),
        ("含场地（甲，乙）两处，已验收", ["含场地（甲，乙）两处", "已验收"]),
        ("括号（没有关上，仍是一句\n下一行，另算", ["括号（没有关上，仍是一句", "下一行", "另算"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [one.text for one in clauses(text)] == expected


def test_a_sentence_keeps_its_commas() -> None:
    assert [one.text for one in sentences("甲，乙；丙，丁。")] == ["甲，乙", "丙，丁"]


@given(st.text(alphabet="甲乙，。；、（）“”\n 1", max_size=60))
def test_every_piece_stands_where_it_says(text: str) -> None:
    for one in clauses(text):
        assert text[one.start : one.end] == one.text
        assert text[one.end :].strip()[:1] == one.mark.strip() or not one.mark.strip()
