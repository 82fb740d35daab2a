"""A clerk writes one target in many ways; each is read as meant, or kept as words that say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jxbook.values import Kind, Target, read_target
from jxbook.values.moments import Moment
from spelled import canonical

SPACED = str.maketrans({c: f" {c} " for c in "≥≤><=%~-"})
FULL_WIDTH = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)})

# what stands in the cell | sign | number(s) | unit
QUANTITIES = """
≥200人次             | ≥ | 200           | 人次
≧3800.90㎡           | ≥ | 3800.9        | m2
>=90%                | ≥ | 90            | %
＞＝９０％             | ≥ | 90            | %
=>90%                | ≥ | 90            | %
=100%                | = | 100           | %
=1个                 | = | 1             | 个
＝1                  | = | 1             |
<=3                  | ≤ | 3             |
≥100百分比            | ≥ | 100           | 百分比
98%以上              | ≥ | 98            | %
90%（含）以上          | ≥ | 90            | %
≥90％以上             | ≥ | 90            | %
=90%以上             | ≥ | 90            | %
不低于90%以上          | ≥ | 90            | %
大于等于90％           | ≥ | 90            | %
≮90%                 | ≥ | 90            | %
达90%以上             | ≥ | 90            | %
“≥90%”               | ≥ | 90            | %
合格率≥98%            | ≥ | 98            | %
合格率98%以上          | ≥ | 98            | %
达标率100%            | = | 100           | %
98.5 %               | = | 98.5          | %
100%完成             | = | 100           | %
百分之九十以上         | ≥ | 90            | %
5‰                   | = | 5             | ‰
不少于5场             | ≥ | 5             | 场
不低于80分            | ≥ | 80            | 分
至少3支              | ≥ | 3             | 支
200+                 | ≥ | 200           |
≤90万元              | ≤ | 90            | 万元
不超过10天            | ≤ | 10            | 天
10日内               | ≤ | 10            | 日
≯5次                 | ≤ | 5             | 次
≤0次                 | ≤ | 0             | 次
≥0起                 | ≥ | 0             | 起
0次                  | = | 0             | 次
3万人次              | = | 3             | 万人次
≥3万                 | ≥ | 3             | 万
10万元               | = | 10            | 万元
10（万元）            | = | 10            | 万元
￥100,000            | = | 100000        | 元
￥10万元              | = | 10            | 万元
100000.00元          | = | 100000        | 元
1,234.5元            | = | 1234.5        | 元
300人次（含线上）       | = | 300           | 人次
≥1000元/人           | ≥ | 1000          | 元/人
5次/年               | = | 5             | 次/年
1.5倍                | = | 1.5           | 倍
三场                 | = | 3             | 场
≥三百二十人次          | ≥ | 320           | 人次
两百                 | = | 200           |
全年12次             | = | 12            | 次
完成5场              | = | 5             | 场
3:1                  | = | 3             | :
1:4                  | = | 0.25          | :
20%-30%              | ~ | 20 30         | %
20~30%               | ~ | 20 30         | %
10至20人             | ~ | 10 20         | 人
-5%~-3%              | ~ | -5 -3         | %
≤-5℃                 | ≤ | -5            | °C
"""

# what stands in the cell | month | day | year
DEADLINES = """
≤12月          | 12 |    |
12月底前        | 12 |    |
12月底前完成     | 12 |    |
十二月底前       | 12 |    |
年底前          | 12 |    |
第三季度         | 9  |    |
1-12月         | 12 |    |
6月上旬         | 6  | 10 |
12月31日        | 12 | 31 |
11月30日前      | 11 | 30 |
十一月三十日     | 11 | 30 |
12月20日-12月31日 | 12 | 31 |
2024年         | 12 |    | 2024
二〇二四年       | 12 |    | 2024
二○二四年十一月   | 11 |    | 2024
2024年11月      | 11 |    | 2024
≤2024年12月     | 12 |    | 2024
2024年1-12月    | 12 |    | 2024
2024年1月至12月  | 12 |    | 2024
2024-11-30     | 11 | 30 | 2024
2024.11.30     | 11 | 30 | 2024
2024/12/31前   | 12 | 31 | 2024
2024-1-1至2024-12-31 | 12 | 31 | 2024
"""

WORDS = (
    "效果明显 及时 长期 持续 全部完成 无事故 零事故 优 甲级 一定效果 四个不放松 三公经费 一流 百姓满意 "
    "两不愁三保障 五社联动 十九大 千家万户 二级甲等 一 百分比 万元 ≥ 不超过 以上"
)

# what cannot be read keeps its text; what was read with less than certainty says so
DOUBTFUL = """
1/2            | text   | 未能读成指标值
每月1次         | text   | 未能读成指标值
±5%            | text   | 未能读成指标值
≥90%且≤95%     | text   | 未能读成指标值
≥95%以上满意度   | text   | 未能读成指标值
2月30日         | text   | 未能读成指标值
2204年12月      | text   | 未能读成指标值
约200人         | number | 约数
近300人次       | number | 约数
200多人         | number | 约数
300余人次       | number | 约数
90%左右         | number | 左右
≤3天以上        | number | 前面是“≤”，后面又写“以上”
2024.12        | time   | 按2024年12月理解
12.31前        | time   | 按12月31日理解
6月前           | time   | 按6月底前理解
2024年12月前完成 | time   | 按12月底前理解
≥12月          | time   | 按不晚于12月理解
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def number(target: Target) -> list[Decimal | None]:
    return [target.low] if target.high is None else [target.low, target.high]


@pytest.mark.parametrize(("text", "sign", "numbers", "unit"), rows(QUANTITIES))
def test_a_quantity_is_read_with_its_sign_and_unit(text: str, sign: str, numbers: str, unit: str) -> None:
    target = read_target(text)
    read = (target.kind, target.sign.value, number(target), target.unit.name, target.doubts)
    assert read == (Kind.NUMBER, sign, [Decimal(n) for n in numbers.split()], unit, ())


@pytest.mark.parametrize("row", rows(DEADLINES), ids=lambda row: row[0])
def test_a_time_is_a_deadline(row: list[str]) -> None:
    text, month, day, *year = row
    target = read_target(text)
    moment = Moment(int(month), int(day) if day else None, int(year[0]) if year and year[0] else None)
    assert (target.kind, target.sign.value, target.moment, target.doubts) == (Kind.TIME, "≤", moment, ())


@pytest.mark.parametrize("text", WORDS.split())
def test_words_stay_words_even_with_chinese_numerals(text: str) -> None:
    assert read_target(text) == Target(text, Kind.TEXT)


@pytest.mark.parametrize(("text", "kind", "doubt"), rows(DOUBTFUL))
def test_what_is_not_certain_says_so(text: str, kind: str, doubt: str) -> None:
    target = read_target(text)
    assert (target.text, target.kind.value) == (text, kind)
    assert any(doubt in one for one in target.doubts)


@pytest.mark.parametrize("text", ["无", "—", "——", "-", "/", "不适用", "无。"])
def test_none_words_take_the_row_out_of_use(text: str) -> None:
    assert read_target(text).applies is False


@pytest.mark.parametrize("blank", [None, "", "  ", "\n\u3000"])
def test_a_blank_cell_is_no_target(blank: str | None) -> None:
    assert read_target(blank).kind is Kind.BLANK


@pytest.mark.parametrize(("raw", "yes"), [("是", True), (" 否 ", False), (True, True), (False, False)])
def test_yes_and_no(raw: str | bool, yes: bool) -> None:
    assert (read_target(raw).kind, read_target(raw).yes) == (Kind.YES_NO, yes)


@pytest.mark.parametrize(
    ("raw", "number_format", "low", "unit"),
    [
        (Decimal(100), "General", "100", ""),
        (200, "0", "200", ""),
        (0.9, "0.00%", "90.0", "%"),
        (1, "0%", "100", "%"),
        (12, '0"%"', "12", "%"),
        (12, '0"％，%以上"', "12", ""),
        (12, "0\\%", "12", ""),
    ],
)
def test_an_excel_number_is_read_as_its_format_shows_it(
    raw: Decimal | int | float, number_format: str, low: str, unit: str
) -> None:
    target = read_target(raw, number_format)
    assert (target.kind, target.low, target.unit.name) == (Kind.NUMBER, Decimal(low), unit)


def test_an_excel_date_is_a_deadline() -> None:
    target = read_target(date(2024, 11, 30))
    assert (target.kind, target.sign, target.moment) == (Kind.TIME, "≤", Moment(11, 30, 2024))


@pytest.mark.parametrize(
    "dressed",
    [
        pytest.param(lambda text: text.translate(FULL_WIDTH), id="full-width"),
        pytest.param(lambda text: text.translate(SPACED), id="spaces"),
        pytest.param(lambda text: f"\u3000{text[:1]}\u200b{text[1:]}\xa0\n", id="invisible spaces"),
    ],
)
@pytest.mark.parametrize("text", [row[0] for row in rows(QUANTITIES) + rows(DEADLINES) + rows(DOUBTFUL)])
def test_width_and_spaces_make_no_difference(text: str, dressed) -> None:  # type: ignore[no-untyped-def]
    plain, other = read_target(text), read_target(dressed(text))
    assert replace(other, text="", doubts=()) == replace(plain, text="", doubts=())
    assert len(other.doubts) == len(plain.doubts)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("不少于 ２００ 人次", "≥200人次"),
        ("20%-30%", "20~30%"),
        ("1,234.50元", "=1234.5元"),
        ("12月底前完成", "≤12月"),
        ("2024-11-30", "≤2024年11月30日"),
        ("—", "无"),
        ("是", "是"),
        ("效果 明显。", "效果明显"),
    ],
)
def test_the_canonical_spelling_is_what_an_office_would_print(text: str, spelling: str) -> None:
    assert canonical(read_target(text)) == spelling
