"""实际完成值: a value, a time, one of the three tiers, or words that nobody turns into a number by guess."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from jxbook.values import Actual, Kind, Sign, Tier, read_actual
from jxbook.values.moments import Moment

VALUES = """
=300人次        | 300   | 人次
300人次         | 300   | 人次
已完成300人次    | 300   | 人次
完成了300人次    | 300   | 人次
举办5场         | 5     | 场
100%           | 100   | %
满意度95%       | 95    | %
完成率100%      | 100   | %
100%达标        | 100   | %
9.8万元         | 9.8   | 万元
9.8（万元）      | 9.8   | 万元
5千元           | 5     | 千元
1，234人        | 1234  | 人
三场            | 3     | 场
0               | 0     |
-3%             | -3    | %
"""

TIMES = """
11月            | 11 |    |
11月底          | 11 |    |
十一月           | 11 |    |
11月30日完成     | 11 | 30 |
于2024年11月30日完成 | 11 | 30 | 2024
2024年11月      | 11 |    | 2024
2024/11/30     | 11 | 30 | 2024
"""

# what was written | tier | the completion it states
TIERS = """
达成年度指标                        | FULL    |
达成指标                           | FULL    |
全部完成                           | FULL    |
已按时完成                          | FULL    |
超额完成目标                        | FULL    |
达成年度指标（90%）                  | FULL    | 0.9
部分达成年度指标并具有一定效果          | PARTIAL |
部分达成年度指标并具有一定效果（75%）    | PARTIAL | 0.75
部分完成75%                        | PARTIAL | 0.75
未达成年度指标且效果较差               | FAILED  |
未达成年度指标且效果较差（20%）         | FAILED  | 0.2
尚未完成                           | FAILED  |
"""

# only a bound is known, as if it were a target
BOUNDS = """
≤12月       | ≤
≥200人次    | ≥
200+       | ≥
98%以上     | ≥
超过300人   | >
11月30日前  | ≤
在12月内完成 | ≤
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "number", "unit"), rows(VALUES))
def test_a_value_is_read_with_its_unit(text: str, number: str, unit: str) -> None:
    actual = read_actual(text)
    read = (actual.kind, actual.number, actual.unit.name, actual.bound, actual.doubts)
    assert read == (Kind.NUMBER, Decimal(number), unit, None, ())


@pytest.mark.parametrize("row", rows(TIMES), ids=lambda row: row[0])
def test_a_time_is_read(row: list[str]) -> None:
    text, month, day, *year = row
    actual = read_actual(text)
    moment = Moment(int(month), int(day) if day else None, int(year[0]) if year and year[0] else None)
    assert (actual.kind, actual.moment, actual.bound) == (Kind.TIME, moment, None)


@pytest.mark.parametrize(("text", "tier", "ratio"), rows(TIERS))
def test_the_three_tiers_are_known_by_their_words(text: str, tier: str, ratio: str) -> None:
    actual = read_actual(text)
    assert (actual.kind, actual.tier) == (Kind.TIER, Tier[tier])
    assert actual.ratio == (Decimal(ratio) if ratio else None)
    assert actual.doubts == ()


@pytest.mark.parametrize(
    ("text", "tier"), [("基本达成目标", "FULL"), ("部分实现目标", "PARTIAL"), ("实现目标程度较低", "FAILED")]
)
@pytest.mark.parametrize(("stated", "ratio"), [("", None), ("（85%）", Decimal("0.85"))])
def test_the_tiers_of_101_are_known_by_their_own_words(
    text: str, tier: str, stated: str, ratio: Decimal | None
) -> None:
    actual = read_actual(text + stated)
    assert (actual.tier, actual.ratio, actual.doubts) == (Tier[tier], ratio, ())


@pytest.mark.parametrize(("text", "sign"), rows(BOUNDS))
def test_a_bound_is_told_from_a_value(text: str, sign: str) -> None:
    assert read_actual(text).bound == Sign(sign)


@pytest.mark.parametrize("text", ["约200人", "近200人", "共约200人", "200多人", "200余人"])
def test_a_rough_value_is_read_and_doubted(text: str) -> None:
    actual = read_actual(text)
    assert (actual.number, actual.unit.name) == (200, "人")
    assert actual.doubts == ("实际完成值是约数",)


def test_done_100_percent_is_a_value_and_a_tier() -> None:
    actual = read_actual("已完成100%")
    assert (actual.kind, actual.number, actual.tier, actual.ratio) == (Kind.NUMBER, 100, Tier.FULL, 1)


def test_done_50_percent_is_not_done() -> None:
    actual = read_actual("完成50%")
    assert (actual.kind, actual.number, actual.tier) == (Kind.NUMBER, 50, None)


def test_basically_done_is_full_with_a_doubt() -> None:
    actual = read_actual("基本完成任务")
    assert actual.tier is Tier.FULL
    assert actual.doubts == ("“基本”达成按达成年度指标理解",)


@pytest.mark.parametrize(
    "text",
    "完 有序推进 未完成10% 基本未完成 一定效果 四个不放松 三公经费 一流 百姓满意 两不愁三保障 五社联动 "
    "效果明显 一百五 20%-30% 已完成评审并组织了多次活动 #DIV/0!".split(),
)
def test_anything_else_stays_words(text: str) -> None:
    assert read_actual(text) == Actual(text, Kind.TEXT)


def test_prose_is_not_searched_for_numbers() -> None:
    prose = "全年共组织活动12场，参与300人次，居民反映良好，" * 3
    assert read_actual(prose).kind is Kind.TEXT


@pytest.mark.parametrize(
    ("raw", "number_format", "number", "unit", "text"),
    [
        (1, "0%", 100, "%", "100%"),
        (Decimal("0.977"), "0.00%", Decimal("97.7"), "%", "97.7%"),
        (1, "General", 1, "", "1"),
        (100.0, "General", 100, "", "100"),
    ],
)
def test_an_excel_number_is_read_as_its_format_shows_it(
    raw: Decimal | int | float, number_format: str, number: Decimal, unit: str, text: str
) -> None:
    actual = read_actual(raw, number_format)
    assert (actual.number, actual.unit.name, actual.text) == (number, unit, text)


@pytest.mark.parametrize("raw", [date(2024, 11, 30), datetime(2024, 11, 30, 17, 30)])
def test_an_excel_date_is_a_day(raw: date) -> None:
    actual = read_actual(raw)
    assert (actual.kind, actual.moment, actual.text) == (Kind.TIME, Moment(11, 30, 2024), "2024-11-30")


@pytest.mark.parametrize(
    ("raw", "kind"), [("无", Kind.NONE), ("—", Kind.NONE), ("", Kind.BLANK), (None, Kind.BLANK)]
)
def test_nothing_and_none_are_told_apart(raw: str | None, kind: Kind) -> None:
    assert read_actual(raw).kind is kind


@pytest.mark.parametrize(("raw", "yes"), [("是", True), ("否", False), (True, True)])
def test_yes_and_no(raw: str | bool, yes: bool) -> None:
    assert read_actual(raw).yes is yes
