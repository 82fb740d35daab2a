"""An entry keeps what was typed; what it amounts to as a number is read beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jxbook.form import Entry, Indicator, table
from jxbook.values import Kind, Raw


@pytest.mark.parametrize(
    ("raw", "number_format", "number"),
    [
        (Decimal("10.5"), "General", "10.5"),
        ("10", "General", "10"),
        (" 1,234.5 ", "General", "1234.5"),
        ("１０", "General", "10"),
        ("10万元", "General", "10"),
        ("10（万元）", "General", "10"),
        ("￥100,000", "General", "100000"),
        (0.977, "0.00%", "0.977"),
        ("97.7%", "General", "97.7"),
        (0, "General", "0"),
        ("—", "General", None),
        ("无", "General", None),
        ("≥10", "General", None),
        ("待定", "General", None),
        ("一定", "General", None),
        (True, "General", None),
        (date(2024, 11, 30), "General", None),
        (float("nan"), "General", None),
        (Decimal("Infinity"), "General", None),
        pytest.param(10**5000, "General", None, id="too many digits"),
        pytest.param("1" + "万" * 10_000, "General", None, id="too long a unit"),
        pytest.param("1" * 10_000, "General", None, id="too long a number"),
        pytest.param("约" * 10_000, "General", None, id="too rough"),
        pytest.param("¥" * 10_000 + "1", "General", None, id="too rich"),
        (None, "General", None),
    ],
)
def test_the_number_of_an_entry(raw: Raw, number_format: str, number: str | None) -> None:
    assert Entry(raw, number_format=number_format).number == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("raw", "number_format", "text"),
    [
        (Decimal("1E+1"), "General", "10"),
        (Decimal("97.50"), "General", "97.5"),
        (1, "0%", "100%"),
        (date(2024, 11, 30), "General", "2024-11-30"),
        (True, "General", "是"),
        ("  a\nb ", "General", "a\nb"),
        (None, "General", ""),
    ],
)
def test_the_text_of_an_entry_is_what_a_person_sees(raw: Raw, number_format: str, text: str) -> None:
    assert Entry(raw, number_format=number_format).text == text


@pytest.mark.parametrize(
    ("name", "target", "actual", "points", "used"),
    [
        ("项目数", "≥1个", "=1个", 15, True),
        ("项目数", None, None, None, True),
        (None, None, None, 15, True),
        ("无", "无", "无", 15, True),
        ("无", "无", "无", "无", False),
        ("无", None, None, None, False),
        ("—", "/", "", " ", False),
        (None, None, None, None, False),
    ],
)
def test_a_row_is_used_once_anything_but_none_stands_in_it(
    name: Raw, target: Raw, actual: Raw, points: Raw, used: bool
) -> None:
    level = Entry("产出指标")
    assert Indicator.read(level, level, *(Entry(raw) for raw in (name, target, actual, points))).used is used


def test_an_indicator_reads_its_values_with_the_format_of_their_cells() -> None:
    level, percent = Entry("产出指标"), Entry(Decimal(1), number_format="0%")
    one = Indicator.read(level, level, Entry("合格率"), percent, percent, Entry(10))
    assert (one.target_value.unit.name, one.actual_value.number) == ("%", 100)
    assert one.target_value.kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("name", "level2", "title"),
    [
        ("项目数", "数量指标", "项目数"),
        ("", "数量指标", "数量指标（未填名称）"),
        ("", "", "产出指标（未填名称）"),
    ],
)
def test_an_indicator_without_a_name_is_called_by_its_place(name: str, level2: str, title: str) -> None:
    blank = Entry()
    assert Indicator.read(Entry("产出指标"), Entry(level2), Entry(name), blank, blank, blank).title == title


def test_a_column_that_is_described_needs_no_attribute(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new column is one entry of COLUMNS and the code that means it: it is held and carried as it is."""
    column = table.Column("difficulty", "难度系数")
    monkeypatch.setitem(table.BY_FIELD, "difficulty", column)  # type: ignore[arg-type]
    one = Indicator.of({"name": Entry("培训人次"), "difficulty": Entry(Decimal("0.8"))})
    assert one.entry("difficulty").number == Decimal("0.8")
    assert [table.heading_of(field) for field in one.further] == ["难度系数"]
