"""Promises that hold for anything a person can type: reading never raises, ends soon and is stable."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jxbook.values import Aligned, Misfit, Target, align, read_actual, read_target
from jxbook.values.entry import shown
from spelled import canonical

SYMBOLS = "≥≤><=~-/.,:%（）()　 \n\t¥“”○＞％+*"
WORDS = (
    "不少于 至少 达到 以上 以内 前 内 左右 完成 达成 已 未 部分 基本 率 度 约 余 多 万 亿 元 万元 人次 场 月 底 年 "
    "日 季度 至 增长 下降 提升至 降到 同比 率 半 零 近 不足 每年 达标 未 工作日 分钟 小时 个 /年 百分之 百分点 十 一 三 两 是 无 目标 指标 1 12 31 100 2024 2024.12 1,234.5 0 ‰ ㎡".split()
)
scraps = st.lists(st.sampled_from([*WORDS, *SYMBOLS]), max_size=9).map("".join)
texts = st.one_of(scraps, st.text(max_size=80))
numbers = st.one_of(
    st.integers(),
    st.sampled_from([10**500, -(10**5000), 0]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.sampled_from([Decimal(s) for s in ("1E+999999", "-1E-999999", "sNaN", "-Infinity", "1E+399", "-0")]),
)
raws = st.one_of(st.none(), texts, numbers, st.booleans(), st.dates(), st.datetimes())
formats = st.sampled_from(["General", "0%", "0.00%", '0"%"', "yyyy-mm-dd", "", "%"])


def sense(target: Target) -> Target:
    """What a target means, however it is written."""
    return replace(target, text="", doubts=(), unsettled="")


@settings(max_examples=250)
@given(raws, formats, raws, formats, st.none() | st.integers(1900, 2099))
def test_no_entry_of_any_kind_raises(target, target_format, actual, actual_format, year) -> None:  # type: ignore[no-untyped-def]
    wanted, reached = read_target(target, target_format), read_actual(actual, actual_format)
    assert (wanted.text, reached.text) == (shown(target, target_format), shown(actual, actual_format))
    if wanted.kind in ("number", "time"):
        assert isinstance(align(wanted, reached, year), Aligned | Misfit)


@settings(max_examples=500)
@given(texts)
@example("1:3000")
@example("≥.555555555555555555555555555555")
@example("5完成以上完成完成")
@example("1111111111111111111111111共同建设项目总数~2222222222222222222222222共同建设项目总数")
@example("≤2024.12余")
@example("2024.12余")
@example("1余余")
@example("0R¸")
@example("。")
@example("“a”.")
@example("两季度")
@example("不少于两季度")
@example("1~两季度")
def test_the_canonical_spelling_reads_back_as_the_same_target(text: str) -> None:
    target = read_target(text)
    again = read_target(canonical(target))
    assert sense(again) == sense(target)
    assert canonical(read_target(canonical(again))) == canonical(again)


SIGNS = st.sampled_from(["", "≥", ">=", "≤", ">", "<", "=", "不少于", "不超过"])
UNITS = st.sampled_from(["", "人次", "万元", "%", "个月", "㎡", "元/人", "百分点", "℃", "万人次"])
amounts = st.decimals(0, 10**12, places=3, allow_nan=False)


@settings(max_examples=150)
@given(SIGNS, amounts, UNITS)
def test_any_signed_quantity_is_read_and_read_back(sign: str, amount: Decimal, unit: str) -> None:
    target = read_target(f"{sign}{amount:f}{unit}")
    assert (target.low, target.doubts) == (amount, ())
    assert sense(read_target(canonical(target))) == sense(target)


@settings(max_examples=60)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_date_is_read_in_each_spelling(day: date) -> None:
    spellings = (day, f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}前")
    assert {sense(read_target(one)) for one in spellings} == {sense(read_target(day))}


HOSTILE = {
    "verbs": "完成" * 5000,
    "tiers": "达成年度指标" * 2000,
    "brackets": "(" * 10_000,
    "pairs": "()" * 5000,
    "thousands": "1," * 5000,
    "groups": "1" + ",111" * 2500,
    "digits": "1" * 10_000,
    "points": "1." * 5000,
    "chinese": "一百" * 5000,
    "units": "1" + "万" * 10_000,
    "signs": "≥" * 10_000,
    "dashes": "1-" * 5000,
    "rough": "约" * 10_000 + "1",
    "suffixes": "1" + "以上" * 5000,
    "names": "率" * 10_000 + "1%",
    "spaces": " \u3000" * 5000 + "1",
}


def fastest(read, text: str) -> float:  # type: ignore[no-untyped-def]
    def once() -> float:
        start = perf_counter()
        read(text)
        return perf_counter() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("length", [60, 10_000], ids=["short", "long"])
@pytest.mark.parametrize("read", [read_target, read_actual])
def test_a_hostile_text_takes_no_longer_than_its_length_allows(read, text: str, length: int) -> None:  # type: ignore[no-untyped-def]
    plain = fastest(read, "项目有序推进" * (length // 6))
    assert fastest(read, text[:length]) < 40 * plain + 0.02


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_kept_whole(text: str) -> None:
    assert re.sub(r"\s", "", read_target(text).text) == re.sub(r"\s", "", text)
