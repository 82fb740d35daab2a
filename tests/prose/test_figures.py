"""The figures of a text with their kinds."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.prose import figured_sentences, figures, sentences
from jxbook.prose.figures import beginnings


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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234,567.89元", "1234567.89", "元"),
        ("３６０万元", "3600000", "元"),
        ("10 万元", "100000", "元"),
        ("1.2亿元", "120000000", "元"),
        ("3万人次", "30000", "人次"),
        ("5千人次", "5000", "人次"),
        ("二十三个社区", "23", "个"),
        ("一百二十人", "120", "人"),
        ("十二期", "12", "期"),
        ("百分之九十", "90", "%"),
        ("百分之九十七点六", "97.6", "%"),
        ("97.70 %", "97.70", "%"),
        ("97.7％", "97.7", "%"),
        ("15%以上", "15", "%"),
        ("300余人次", "300", "人次"),
        ("100多万元", "1000000", "元"),
        ("0.5个百分点", "0.5", "个百分点"),
    ],
)
def test_a_number_in_any_usual_form_is_read_as_its_value(text: str, value: str, unit: str) -> None:
    one = figures(text)[0]
    assert (one.value, one.base) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["300余人次", "100多万元", "近3万人", "约20场", "20场左右", "逾5000人"])
def test_what_is_rough_is_not_exact(text: str) -> None:
    assert not figures(text)[0].exact


@pytest.mark.parametrize("text", ["≥200人次", "不少于5场", "不低于90%", "不超过三场"])
def test_a_limit_is_not_exact(text: str) -> None:
    assert figures(text)[0].bound


def test_a_figure_behind_neither_is_exact() -> None:
    one = figures("举办活动20场")[0]
    assert (one.rough, one.bound) == (False, False)


@pytest.mark.parametrize("text", ["四不放松", "三间房镇", "一是抓落实", "第二批", "千方百计", "万无一失"])
def test_words_that_hold_a_numeral_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@given(st.integers(0, 10**9), st.sampled_from(["元", "万元", "人次", "个", "%"]))
def test_any_whole_number_is_read_with_and_without_thousands(number: int, unit: str) -> None:
    for text in (f"{number}{unit}", f"{number:,}{unit}", f"{number}{unit}".translate(_WIDE)):
        assert figures(text)[0].number == number


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


DIGITS = "零一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_words(number: int) -> str:
    """12 → 十二, 305 → 三百零五, as a paper writes what it counts."""
    if number < 20:
        return "十" + (DIGITS[number % 10] if number % 10 else "") if number >= 10 else DIGITS[number]
    if number < 100:
        return DIGITS[number // 10] + "十" + (DIGITS[number % 10] if number % 10 else "")
    rest = number % 100
    tail = (
        ""
        if not rest
        else DIGITS[0] + DIGITS[rest]
        if rest < 10
        else DIGITS[rest // 10] + in_words(10 + rest % 10)
    )
    return DIGITS[number // 100] + "百" + tail


@given(st.decimals(0, 99_999_999, places=2), st.sampled_from(["元", "万元", "亿元"]))
def test_money_is_read_in_every_way_that_it_is_printed(number: Decimal, unit: str) -> None:
    factor = {"元": 1, "万元": 10_000, "亿元": 100_000_000}[unit]
    plain = f"{number:f}"
    for written in (plain, f"{number:,}", plain.translate(WIDE), plain.rstrip("0").rstrip(".") or "0"):
        (found,) = [
            one for one in figures(f"实际支出{written}{unit}，已全部到位。") if one.amount is not None
        ]
        assert found.amount == number * factor, written


@given(st.integers(2, 999), st.sampled_from(["个", "人次", "家", "场"]))
def test_a_count_in_words_is_the_same_as_in_figures(number: int, unit: str) -> None:
    (spoken,) = figures(f"共举办{in_words(number)}{unit}")
    (printed,) = figures(f"共举办{number}{unit}")
    assert (spoken.value, spoken.base) == (printed.value, printed.base) == (number, unit)


@given(st.decimals(0, 100, places=1))
def test_a_percentage_is_read_with_either_sign_and_in_words(number: Decimal) -> None:
    whole, _, part = f"{number:f}".partition(".")
    words = f"百分之{in_words(int(whole))}点{DIGITS[int(part)]}" if int(whole) else ""
    for written in (f"{number}%", f"{number}％", words):
        if written:
            (found,) = figures(f"满意度为{written}。")
            assert found.number == number, written


PIECES = st.lists(
    st.sampled_from(
        "0 7 12 2024 １２ , . 。 ； ， \n （ ） 年 月 日 - 第 〔 〕 号 一 二 三十 百 万 亿 元 人 个 % 近 不足 左右 余 百分之".split(
            " "
        )
    ),
    max_size=14,
).map("".join)


@given(PIECES)
def test_no_text_has_more_figures_than_is_quickly_said(text: str) -> None:
    assert len(beginnings(text)) >= len(figures(text))


@given(PIECES)
def test_a_sentence_has_the_figures_that_it_has_alone(text: str) -> None:
    """Read with what stands around it or without: 近 at the end of a line says nothing of the next."""
    assert figured_sentences(text) == tuple((one, figures(one.text)) for one in sentences(text))
