"""Target and actual on one scale: units of one kind convert, units of different kinds are never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jxbook.values import Aligned, Misfit, Raw, align, read_actual, read_target
from jxbook.values.calendar import days_of

SAME = """
≥200人次   | 300人次        | 1.5
≥3万人次   | 30000人次      | 1
≥20000    | 2万人次        | 1
≥200      | 300人次        | 1.5
≥200人次   | 300           | 1.5
≥200人     | 300名         | 1.5
≤90万元    | 900000元       | 1
≤1亿元     | 5000万元       | 0.5
≤10万元    | 9千元          | 0.09
≤10       | 8天            | 0.8
≤2周       | 14天           | 1
≤1年       | 365天          | 1
≤12个月    | 1年            | 1
≥3800㎡    | 3800平方米      | 1
≥1公里     | 500米          | 0.5
≥90%      | 百分之九十       | 1
≥90%      | 90百分点        | 1
≥1%       | 10‰            | 1
≥90       | 90%            | 1
≥0.9      | 90%            | 1
1:4       | 1:2            | 2
≥5次/年   | 5次            | 1
≥5次      | 10次/年         | 2
"""

DIFFERENT = """
≥5场      | 300人次
≥90%     | 300人次
≤10万元   | 30天
≤12个月   | 11月30日
≤12月     | 10万元
"""

# a bare actual against a percentage: its ratio to the target, and whether that is doubtful
BARE = """
≥100% | 1    | 1      | sure
≥100% | 100  | 1      | sure
≥90%  | 0.95 | 0.95   | sure
≥90%  | 95   | 0.95   | sure
≥0.5% | 0.5  | 0.005  | sure
≥0.5% | 1    | 0.01   | sure
≤1%   | 1    | 0.01   | sure
≤5%   | 1    | 0.01   | sure
≤5%   | 0.08 | 0.08   | sure
≥90%  | 1.2  | 1.2    | sure
≥110% | 1.2  | 1.2    | sure
≥110% | 105  | 1.05   | sure
≤3‰   | 2    | 0.002  | sure
≤3‰   | 0.002 | 0.002 | sure
≤5%   | 0.5  | 0.5    | doubtful
≥100% | 10   | 10     | doubtful
≥100% | 0.02 | 0.02   | sure
"""

# the day of the year: deadline | actual, in a form of 2024
TIMES = """
≤12月         | 11月            | 366 | 335
≤12月         | 2024-11-30     | 366 | 335
≤12月         | 2025年1月       | 366 | 397
2024年11月30日 | 2024-12-01     | 335 | 336
≤12月         | 2023年12月      | 366 | 0
2月底          | 2月29日         | 60  | 60
第三季度        | 9月30日         | 274 | 274
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def aligned(target: str, actual: Raw, year: int | None = 2024) -> Aligned:
    found = align(read_target(target), read_actual(actual), year)
    assert isinstance(found, Aligned)
    return found


@pytest.mark.parametrize(("target", "actual", "ratio"), rows(SAME))
def test_units_of_one_kind_convert(target: str, actual: str, ratio: str) -> None:
    found = aligned(target, actual)
    assert found.actual / found.low == Decimal(ratio)


@pytest.mark.parametrize(("target", "actual"), rows(DIFFERENT))
def test_units_of_different_kinds_are_a_misfit_and_not_a_guess(target: str, actual: str) -> None:
    found = align(read_target(target), read_actual(actual), 2024)
    assert isinstance(found, Misfit)
    assert found.units


@pytest.mark.parametrize("actual", ["效果明显", "达成年度指标", "是", "无"])
def test_words_against_a_number_are_a_misfit_but_not_of_units(actual: str) -> None:
    assert align(read_target("≥200人次"), read_actual(actual)) == Misfit("定量指标的实际完成值应当填写数值")


@pytest.mark.parametrize(("target", "actual", "fraction", "certainty"), rows(BARE))
def test_a_bare_number_against_a_percentage(target: str, actual: str, fraction: str, certainty: str) -> None:
    found = aligned(target, actual)
    assert found.actual == Decimal(fraction)
    assert bool(found.rivals) == (certainty == "doubtful")


def test_the_cells_format_settles_what_a_bare_number_means() -> None:
    found = align(read_target("≤1%"), read_actual(Decimal("0.01"), "0%"))
    assert found == Aligned(Decimal("0.01"), Decimal("0.01"), Decimal("0.01"))


@pytest.mark.parametrize(
    ("target", "actual", "doubt"),
    [
        ("≥20000", "2万人次", "按“人次”理解"),
        ("≤10", "9万元", "按“万元”理解"),
        ("≤90万元", "850000", "也可能漏写了单位"),
        ("≥90", "90%", "按百分比理解"),
    ],
)
def test_a_missing_unit_that_matters_is_doubted(target: str, actual: str, doubt: str) -> None:
    assert [one for one in aligned(target, actual).doubts if doubt in one]


@pytest.mark.parametrize(("target", "actual", "deadline", "done"), rows(TIMES))
def test_times_are_compared_as_days_with_the_year_of_the_form(
    target: str, actual: str, deadline: str, done: str
) -> None:
    assert aligned(target, actual) == Aligned(Decimal(deadline), Decimal(deadline), Decimal(done))


@pytest.mark.parametrize(
    ("actual", "day", "doubt"),
    [
        (date(2024, 11, 30), 335, ""),
        (Decimal(45626), 335, ""),  # 2024-11-30 from a host that knows no cell formats
        (12, 366, "按12月理解"),
        ("2024.12", 366, "按2024年12月理解"),
        ("20241130", 335, "按2024年11月30日理解"),
    ],
)
def test_a_time_in_the_guise_of_a_number(actual: Raw, day: int, doubt: str) -> None:
    found = aligned("≤12月", actual)
    assert found.actual == day
    assert [doubt in one for one in found.doubts] == ([True] if doubt else [])


@pytest.mark.parametrize("actual", ["13", "0", "6.5", "100%", "10个月", "及时"])
def test_what_is_no_time_does_not_become_one(actual: str) -> None:
    found = align(read_target("≤12月"), read_actual(actual), 2024)
    assert isinstance(found, Misfit)
    assert "应当填写完成的时间" in found.why


def test_a_month_against_a_day_of_it_is_doubted() -> None:
    found = align(read_target("11月15日前"), read_actual("11月"), 2024)
    assert found == Misfit("指标值是11月15日，实际完成值“11月”没有写到日，看不出是否按时")
    assert aligned("11月30日前", "11月").doubts == ()
    assert aligned("11月15日前", "10月").doubts == ()


def test_without_the_forms_year_the_written_one_stands_in_and_says_so() -> None:
    found = aligned("≤12月", "2025年1月", year=None)
    assert (found.low, found.actual) == (365, 31)
    assert found.doubts == ("未写年份的一方按2025年理解",)


@pytest.mark.parametrize(
    ("target", "actual", "low", "reached"),
    [
        ("≤50万元", "48.5万", "500000", "485000"),
        ("≥0.5万份", "0.3万", "5000", "3000"),
        ("≥3万人次", "2万", "30000", "20000"),
        ("≥20000份", "2万", "20000", "20000"),
    ],
)
def test_a_multiple_without_its_unit_is_not_multiplied_twice(target, actual, low, reached):
    aligned = align(read_target(target), read_actual(actual))
    assert isinstance(aligned, Aligned)
    assert (aligned.low, aligned.actual) == (Decimal(low), Decimal(reached))
    assert aligned.doubts


@pytest.mark.parametrize("actual", ["已于11月完成", "2024年1-11月", "2024年1月至11月"])
def test_more_ways_to_say_when_it_was_done(actual):
    aligned = align(read_target("≤12月"), read_actual(actual), 2024)
    assert isinstance(aligned, Aligned) and aligned.actual == Decimal(335)


@pytest.mark.parametrize(
    ("months", "fewest", "most"),
    [("1", 28, 31), ("3", 89, 92), ("6", 181, 184), ("12", 365, 366), ("24", 730, 731), ("48", 1461, 1461)],
)
def test_months_last_what_the_calendar_says(months, fewest, most):
    assert days_of(Decimal(months)) == (fewest, most)


@pytest.mark.parametrize("number", ["9" * 30, "1" + "0" * 29, "0", "0.000001", "120000", "120001"])
@pytest.mark.parametrize("units", [("个月", "天"), ("天", "年"), ("小时", "个季度"), ("%", ""), ("万元", "")])
def test_no_number_is_too_large_to_be_compared(number, units):
    first, second = units
    for low, high in ((number, "1"), ("1", number), (number, number)):
        assert isinstance(align(read_target(f"≤{low}{first}"), read_actual(f"{high}{second}")), Aligned)


def test_整_behind_an_amount_says_nothing():
    assert read_actual("50.0万元整").unit.name == "万元"
