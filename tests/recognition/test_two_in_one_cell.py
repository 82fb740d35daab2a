"""Where a heading names two things, 分值/得分, each cell under it holds both."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jxbook.assess import Assessed, Source, assess
from jxbook.workbook.grid import CellValue, Grid
from sheets import sheet_of


def read(table: str, typed: dict[str, CellValue] | None = None) -> Assessed:
    lines = [
        "项目支出绩效自评表（2024年度） ",
        "项目名称 | 库房修缮 | 实施单位 | 某站",
        *table.strip().splitlines(),
    ]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    values = [
        [
            (typed or {}).get(cell, Decimal(cell) if cell.isdigit() else cell.replace("\\n", "\n"))
            for cell in row
        ]
        for row in rows
    ]
    return assess(Source(Grid((sheet_of("自评表", values),)), "自评表.xlsx"))


MONEY = """
项目资金（万元） | | 预算数/执行数 | 分值／得分 | 执行率
年度资金总额 | | 100/90 | 10/9 | 90%
其中：财政拨款 | | 100万元/90万元 | — | —
"""
TABLE = """
一级指标 | 二级指标 | 三级指标 | 年度指标值/实际完成值 | 分值/得分 | 偏差原因/改进措施
产出指标 | 数量指标 | 修缮面积 | ≥600平方米/600平方米 | 50/50 |
 | 时效指标 | 完工时间 | ≤10月/9月 | 10/9 |
效益指标 | 社会效益指标 | 每人收费 | ≤400元/人/380元/人 | 30/27 | 雨天/停工
总分 | | | | 100/95 |
"""


def test_points_money_and_values_are_told_apart() -> None:
    one = read(MONEY + TABLE)
    assert (one.form.funding.total.budget_amount, one.form.funding.total.spent_amount) == (100, 90)
    assert one.form.funding.parts[0].spent_amount == 90
    assert [(row.target.text, row.actual.text) for row in one.form.indicators] == [
        ("≥600平方米", "600平方米"),
        ("≤10月", "9月"),
        ("≤400元/人", "380元/人"),
    ]
    assert [(row.points.number, row.earned.number) for row in one.form.indicators] == [
        (50, 50),
        (10, 9),
        (30, 27),
    ]
    assert [row.reason.text for row in one.form.indicators][2] == "雨天/停工"
    assert (one.form.total_points.number, one.form.total.number) == (100, 95)
    assert {row.cell.address for row in (one.form.total, one.form.total_points) if row.cell} == {"E11"}
    assert one.scoring.total == 99  # 9 + 50 + 10 + 30
    assert "JX304" in {finding.code for finding in one.findings}


def test_what_a_spreadsheet_has_made_a_date_of_is_two_scores_again() -> None:
    """10/9 typed into a cell becomes the 9th of October."""
    one = read(MONEY + TABLE, {"10/9": date(2024, 10, 9)})
    assert [(row.points.number, row.earned.number) for row in one.form.indicators][1] == (10, 9)
    assert one.form.funding.points.number == 10


def test_only_cells_under_such_a_heading_are_parted() -> None:
    """The money above is; a date under 年度指标值 below it is not."""
    one = read(
        MONEY
        + """
一级指标 | 二级指标 | 年度指标值 | 实际完成值 | 得分
产出指标 | 完工时间 | 12/30 | 12/15 | 50
效益指标 | 每人收费 | 400 | 380 | 30
"""
    )
    assert [row.target.text for row in one.form.indicators] == ["12/30", "400"]


HEADINGS = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因"


def rows(one: Assessed) -> list[tuple[str, ...]]:
    return [
        tuple(row.entry(field).text for field in ("name", "target", "actual", "points", "earned", "reason"))
        for row in one.form.indicators
    ]


def test_a_number_within_a_name_is_no_serial() -> None:
    one = read(rf"""
{HEADINGS}
产出指标 | 数量指标 | 改造一、二号楼\n2.配发器材 | ≥10间\n≥20套 | 10间\n18套 | 20\n20 | 20\n18 |
""")
    assert [row.name.text for row in one.form.indicators] == ["改造一、二号楼", "配发器材"]


@pytest.mark.parametrize(
    "names",
    [
        r"指标1：新建广场\n指标2：配发\n器材",
        r"1.新建广场\n2.配发器材",
        r"①新建广场\n②配发器材",
        r"（1）新建广场\n（2）配发器材",
    ],
)
def test_two_numbered_indicators_in_a_row_are_two(names: str) -> None:
    """Twenty points below twenty are not two thousand and twenty."""
    one = read(rf"""
{HEADINGS}
产出指标 | 数量指标 | {names} | ≥10个\n≥20套 | 10个\n18套 | 20\n20 | 20\n18 | 指标2：厂家缺货两套，明年一月补齐
""")
    assert rows(one) == [
        ("新建广场", "≥10个", "10个", "20", "20", ""),
        ("配发器材", "≥20套", "18套", "20", "18", "厂家缺货两套，明年一月补齐"),
    ]
    assert [row.level2.text for row in one.form.indicators] == ["数量指标"] * 2
    assert [row.score.earned for row in one.scoring.indicators] == [20, 18]


@pytest.mark.parametrize(("earned", "each"), [("20", "10"), ("17", "")])
def test_one_number_of_points_for_both_is_parted(earned: str, each: str) -> None:
    one = read(rf"""
一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
效益指标 | 社会效益指标1：受益人口\n经济效益指标2：增收 | ≥2万人\n≥50万元 | 2.1万人\n52万元 | 20 | {earned} |
""")
    assert rows(one) == [
        ("受益人口", "≥2万人", "2.1万人", "10", each, ""),
        ("增收", "≥50万元", "52万元", "10", each, ""),
    ]
    assert [row.level2.text for row in one.form.indicators] == ["社会效益指标", "经济效益指标"]


def test_names_without_numbers_are_two_by_their_points() -> None:
    one = read(rf"""
{HEADINGS}
产出指标 | 数量指标 | 新建广场\n配发器材 | ≥10个\n≥20套 | 10个\n18套 | 20\n15 | 20\n13.5 |
""")
    assert [row[0] for row in rows(one)] == ["新建广场", "配发器材"]


@pytest.mark.parametrize(
    "row",
    [
        r"产出指标 | 时效指标 | 完成\n时间 | 2024年\n12月 | 2024年\n11月 | 20 | 20 |",
        r"产出指标 | 数量指标 | 指标1：新建广场\n指标2：配发器材 | ≥10个 | 10个 | 20 | 20 |",
    ],
)
def test_what_is_broken_into_lines_stays_one(row: str) -> None:
    assert len(rows(read(f"{HEADINGS}\n{row}"))) == 1


NAMES = r"1.定量检测\n2.快速检测"


@pytest.mark.parametrize(
    ("target", "actual", "points", "earned"),
    [
        (r"1.≥24批\n2.≥30批", r"1.24批\n2.27批", r"1.10\n2.10", r"1.10\n2.9"),
        (r"1、≥24批\n2、≥30批", r"1、24批\n2、27批", r"1、10\n2、10", r"1、10\n2、9"),
        (r"①≥24批\n②≥30批", r"①24批\n②27批", r"①10\n②10", r"①10\n②9"),
        (r"（1）≥24批\n（2）≥30批", r"（1）24批\n（2）27批", r"10\n10", r"10\n9"),
        (r"指标1：24批\n指标2：30批", r"指标1：24批\n指标2：27批", r"10\n10", r"10\n9"),
        (r"1.24批\n2.30批", r"1.24批\n2.27批", r"1.10\n2.10", r"1.10\n2.9"),
        (r"1. 24批\n2. 30批", r"1. 24批\n2. 27批", r"10\n10", r"10\n9"),
    ],
)
def test_the_figures_of_numbered_indicators_may_be_numbered_too(
    target: str, actual: str, points: str, earned: str
) -> None:
    """1.24批 is 24批 behind its serial, and ②10 no 210 points."""
    one = read(f"{HEADINGS}\n产出指标 | 数量指标 | {NAMES} | {target} | {actual} | {points} | {earned} |")
    assert [(row.points.number, row.earned.number) for row in one.form.indicators] == [(10, 10), (10, 9)]
    assert [row.score.earned for row in one.scoring.indicators] == [10, 9]


def test_decimals_beside_what_is_not_numbered_stay_decimals() -> None:
    one = read(rf"""
{HEADINGS}
产出指标 | 数量指标 | {NAMES} | ≥1.2万批\n≥2.4万批 | 1.2万批\n2.1万批 | 2\n4 | 1.9\n2.8 |
""")
    assert [row.score.earned for row in one.scoring.indicators] == [2, Decimal("3.5")]
    assert [row.earned.number for row in one.form.indicators] == [Decimal("1.9"), Decimal("2.8")]


@pytest.mark.parametrize("points", [r"10\n10", "20"])
def test_what_may_be_a_serial_or_a_decimal_gives_no_points(points: str) -> None:
    one = read(
        f"{HEADINGS}\n产出指标 | 数量指标 | {NAMES} | 1.5万批\\n2.5万批 | 1.6万批\\n2.5万批 | {points} | |"
    )
    assert [row.score.earned for row in one.scoring.indicators] == [None]


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("1.定量检测 | 1.24批 | 1.20批", ("定量检测", "24批", "20批")),
        ("1.定量检测 | 1.≥24批 | 1.20批", ("定量检测", "≥24批", "20批")),
        ("1、定量检测 | 1、24批 | 1、20批", ("定量检测", "24批", "20批")),
        ("（1）定量检测 | （1）24批 | （1）20批", ("定量检测", "24批", "20批")),
        ("①定量检测 | ①24批 | ①20批", ("定量检测", "24批", "20批")),
        ("指标1：定量检测 | 指标1：24批 | 指标1：20批", ("定量检测", "24批", "20批")),
        ("1.定量检测 | 24批 | 1.20批", ("定量检测", "24批", "20批")),
        ("1.亩均成本 | 1.5万元 | 1.2万元", ("1.亩均成本", "1.5万元", "1.2万元")),
        ("3.检测合格率 | 1.5% | 1.2%", ("3.检测合格率", "1.5%", "1.2%")),
        ("1.定量检测 | 24批 | 20批", ("1.定量检测", "24批", "20批")),
    ],
)
def test_one_indicator_numbered_in_every_cell(row: str, values: tuple[str, ...]) -> None:
    """1.24批 was read as one and a quarter: there are no parts of a 批, but of ten thousand yuan there are."""
    one = read(f"{HEADINGS}\n产出指标 | 数量指标 | {row} | 10 | 8 |")
    assert [found[:3] for found in rows(one)] == [values]


def test_the_rows_of_a_table_tell_whether_its_values_are_numbered() -> None:
    one = read(f"""
{HEADINGS}
产出指标 | 数量指标 | 1.改造面积 | 1.24万平方米 | 1.20万平方米 | 10 | |
产出指标 | 质量指标 | 2.合格率 | 2.95% | 2.96% | 10 | |
""")
    assert [found[1:3] for found in rows(one)] == [("24万平方米", "20万平方米"), ("95%", "96%")]


@pytest.mark.parametrize(
    ("names", "target", "actual"),
    [
        ("1.定量检测；2.快速检测", "1.24批；2.12批", "1.20批；2.12批"),
        ("1、定量检测 2、快速检测", "24批；12批", "20批；12批"),
        ("①定量检测②快速检测", "①24批②12批", "①20批②12批"),
        ("（1）定量检测（2）快速检测", "24批；12批", "20批；12批"),
        (r"1.定量检测\n2.快速检测", r"1.24批\n2.12批", r"1.20批\n2.12批"),
    ],
)
def test_indicators_in_one_line_are_as_many(names: str, target: str, actual: str) -> None:
    one = read(f"{HEADINGS}\n产出指标 | 数量指标 | {names} | {target} | {actual} | 20 | |")
    assert [found[:4] for found in rows(one)] == [
        ("定量检测", "24批", "20批", "10"),
        ("快速检测", "12批", "12批", "10"),
    ]


@pytest.mark.parametrize(
    "names", ["1.改造 2.4公里道路", "执行“一事一议”；2.完成决算", "1.定量检测；2.快速检测"]
)
def test_one_line_that_its_values_do_not_follow_stays_one(names: str) -> None:
    one = read(f"{HEADINGS}\n产出指标 | 数量指标 | {names} | ≥24批 | 20批 | 20 | |")
    assert [found[0] for found in rows(one)] == [names]


def test_a_serial_without_a_value_is_a_value_that_is_missing() -> None:
    one = read(f"{HEADINGS}\n产出指标 | 数量指标 | {NAMES} | 1、24批\\n2、30批 | 1、\\n2、30批 | 10\\n10 | |")
    assert [row.score.earned for row in one.scoring.indicators] == [None, 10]
