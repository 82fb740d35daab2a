"""The money block is read whatever it looks like: what is the total, what its parts are, and where it ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.assess import Source, assess
from jxbook.form import Funding, FundingRow
from jxbook.form.labels import FUNDING_COLUMNS
from jxbook.recognition import recognise
from jxbook.recognition.headings import money_heading, speaks_of_spending
from jxbook.workbook.grid import Grid, Merge
from sheets import sheet_of

HEAD = """
项目支出绩效自评表（2024年度）
项目名称 | 河道保洁 | 实施单位 | 某河道所
"""
TABLE = """
年度总体目标 | 预期目标 | | | 实际完成情况
| 保洁河道50公里 | | | 保洁河道50公里
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 保洁河道长度 | ≥50公里 | 50公里 | 50 | 50
效益指标 | 社会效益指标 | 受益人口 | ≥2万人 | 2万人 | 30 | 30
满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 95% | 10 | 10
总分 | | | | | 100 |
"""
COVERED = """
单位：万元
项目资金 | 资金来源 | 2024年预算执行情况（元） | | 分值
| | 预算数 | 执行数 |
| 年度资金总额 | 1000000 | 900000 | 10
"""
COLUMNS = "项目资金（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分"


def grid(money: str) -> Grid:
    rows = [
        [
            Decimal(cell) if cell.replace(".", "").isdigit() else cell
            for cell in map(str.strip, line.split("|"))
        ]
        for line in (HEAD + money + TABLE).splitlines()
        if line.strip()
    ]
    return Grid((sheet_of("自评表", rows),))


def read(money: str) -> Funding:
    return recognise(grid(money), "自评表.xlsx").funding


def codes(money: str) -> set[str]:
    """The rules about money that find something."""
    return {one.code for one in assess(Source(grid(money), "自评表.xlsx")).findings if one.code[:4] == "JX40"}


def amounts(row: FundingRow) -> tuple[Decimal | None, ...]:
    return row.initial_amount, row.budget_amount, row.spent_amount


def labels(rows: tuple[FundingRow, ...]) -> list[str]:
    return [one.label for one in rows]


@pytest.mark.parametrize(
    "lines",
    [
        "| 财政拨款 | | 60 | 60 | 50 | 10 | 90% | 9\n| 其他资金 | | 40 | 40 | 40",
        "| 财政拨款 | | 60 | 60 | 50\n| 自筹资金 | | 40 | 40 | 40",
        "| 财政拨款 | | 60 | 60 | 50\n| 其中：中央资金 | | 40 | 40 | 30\n| 省级资金 | | 20 | 20 | 20\n| 其他资金 | | 40 | 40 | 40",
        "| 设备款 | | 60 | 60 | 50\n| 养护费 | | 40 | 40 | 40",
    ],
)
def test_where_no_line_states_the_total_it_is_the_sum_of_the_parts(lines: str) -> None:
    money = read(f"{COLUMNS}\n{lines}")
    assert amounts(money.total) == (100, 100, 90)
    assert money.summed and len(money.parts) == 2
    assert codes(f"{COLUMNS}\n{lines}") == set()


def test_a_part_that_is_no_amount_leaves_the_total_open() -> None:
    money = read(f"{COLUMNS}\n| 财政拨款 | | 60 | 60 | 5O\n| 其他资金 | | 40 | 40 | 40")
    assert amounts(money.total) == (100, 100, None)
    assert "JX406" in codes(f"{COLUMNS}\n| 财政拨款 | | 60 | 60 | 5O\n| 其他资金 | | 40 | 40 | 40")


@pytest.mark.parametrize(
    ("lines", "parts", "further"),
    [
        (
            "其中：财政拨款 60\n其中：中央资金 40\n省级资金 20\n其他资金 40",
            ["财政拨款", "其他资金"],
            ["中央资金", "省级资金"],
        ),
        (
            "其中：一般公共预算 60\n政府性基金 40\n其中：上年结转 20",
            ["一般公共预算", "政府性基金"],
            ["上年结转"],
        ),
        (
            "财政拨款 100\n中央资金 60\n市级资金 40\n其他资金 0",
            ["财政拨款", "其他资金"],
            ["中央资金", "市级资金"],
        ),
        ("其中：财政拨款 60\n其中：自筹 40", ["财政拨款", "自筹"], []),
        ("其中：财政拨款 100\n其中：上年结转 0\n其中：其他资金 0", ["财政拨款", "上年结转", "其他资金"], []),
        (
            "中央资金 40\n省级资金 20\n市县资金 30\n单位自筹 10",
            ["中央资金", "省级资金", "市县资金", "单位自筹"],
            [],
        ),
    ],
)
def test_a_part_of_a_part_is_in_no_sum(lines: str, parts: list[str], further: list[str]) -> None:
    rows = [line.split(" ") for line in lines.splitlines()]
    block = "\n".join(f"| {name} | | {sum_} | {sum_} | {sum_}" for name, sum_ in rows)
    money = f"{COLUMNS}\n| 年度资金总额 | | 100 | 100 | 100 | 10 | 100% | 10\n{block}"
    assert (labels(read(money).parts), labels(read(money).further)) == (parts, further)
    assert codes(money) == set()


@pytest.mark.parametrize("lines", ["其中：财政拨款 60\n其他资金 30", "其中：财政拨款 100\n其他资金 20"])
def test_parts_that_do_not_add_up_are_found_and_not_explained_away(lines: str) -> None:
    rows = [line.split(" ") for line in lines.splitlines()]
    block = "\n".join(f"| {name} | | {sum_} | {sum_} | {sum_}" for name, sum_ in rows)
    assert codes(f"{COLUMNS}\n| 年度资金总额 | | 100 | 100 | 100 | 10 | 100% | 10\n{block}") == {"JX401"}


YEARS = {
    "rows": """
项目资金（万元） | 年度 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
| 2023年 | | 50 | 50 | 50 | | 100%
| 2024年 | | 100 | 100 | 90 | 10 | 90% | 9
| 合计 | | 150 | 150 | 140 | | 93.33%
""",
    "rows without points": """
项目资金（万元） | 年度 | | 预算安排 | 实际支出 | 执行率
| 2023年度 | | 50 | 50
| 2024年度 | | 100 | 90
| 总计 | | 150 | 140
""",
    "columns": """
资金情况（万元） | 资金 | 2023年 | 2024年 | 合计
| 预算下达数 | 50 | 100 | 150
| 实际支出 | 50 | 90 | 140
""",
    "years over their columns": """
项目资金（万元） | | | 2023年 | | 2024年 |
| | | 预算数 | 执行数 | 预算数 | 执行数
| 年度资金总额 | | 50 | 50 | 100 | 90
""",
    "two columns for each year": """
项目资金（万元） | | | 2023年预算数 | 2023年执行数 | 2024年预算数 | 2024年执行数
| 年度资金总额 | | 50 | 50 | 100 | 90
""",
}


@pytest.mark.parametrize("lower", ["年初预算 | 调整后预算", "年初预算数 | 调整后预算数"])
def test_a_header_in_two_rows(lower: str) -> None:
    rows = f"""
项目资金（万元） | 资金来源 | | 预算数 | | 决算数 | 分值 | 执行率 | 得分
| | | {lower}
| 合计 | | 100 | 80 | 72 | 10 | 90% | 9
| 其中：本级财政 | | 60 | 50 | 45
| 上级补助 | | 40 | 30 | 27
"""
    merges = (Merge(3, 4, 3, 5), *(Merge(3, column, 4, column) for column in (6, 7, 8, 9)))
    whole = replace(grid(rows).sheets[0], merges=merges)
    money = recognise(Grid((whole,)), "自评表.xlsx").funding
    assert amounts(money.total) == (100, 80, 72)
    assert (labels(money.parts), money.points.number) == (["本级财政", "上级补助"], 10)


@pytest.mark.parametrize("money", YEARS.values(), ids=YEARS.keys())
def test_of_several_years_the_one_that_is_assessed_counts(money: str) -> None:
    total = read(money).total
    assert (total.budget_amount, total.spent_amount) == (100, 90)
    assert codes(money) <= {"JX403"}


def test_the_sum_of_all_years_counts_where_the_points_stand_there() -> None:
    money = read(
        YEARS["rows"].replace("| 10 | 90% | 9", "| | 90%").replace("| | 93.33%", "| 10 | 93.33% | 9.33")
    )
    assert (money.total.budget_amount, money.total.spent_amount) == (150, 140)


@pytest.mark.parametrize(
    "below",
    [
        "资金管理情况 | 情况说明 | | | 存在的问题\n| 分配科学性 | | | 按规定执行 | 无\n| 拨付合规性 | | | 按规定执行 | 无",
        "年度主要任务 | 任务名称 | | 主要内容 | 预算数 | 执行数\n| 系统运行 | | 运行保障 | 300 | 275\n| 升级维护 | | 维护 | 150 | 130",
        "| 任务名称 | | 主要内容 | 预算数 | 执行数\n| 系统运行 | | 运行保障 | 300 | 275",
        "项目实施情况 | 组织保障 | | 有专人 | 有专人 | 有专人",
    ],
)
def test_a_section_below_is_no_money(below: str) -> None:
    money = f"{COLUMNS}\n| 年度资金总额 | | 100 | 100 | 90 | 10 | 90% | 9\n| 其中：财政拨款 | | 100 | 100 | 90\n{below}"
    assert labels(read(money).parts) == ["财政拨款"]
    assert read(money).further == ()
    assert codes(money) <= {"JX403"}


def test_a_line_of_money_without_an_amount_is_told_and_not_left_out() -> None:
    money = f"{COLUMNS}\n| 年度资金总额 | | 100 | 100 | 90 | 10 | 90% | 9\n| 其他资金 | | 待定 | 待定 | 待定"
    assert "JX406" in codes(money)


def test_a_heading_over_the_names_of_the_lines_stands_over_no_amounts() -> None:
    money = """
预算执行（10分） | 年度预算数（万元） | | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
| 总额 | | 30 | 28 | 28 | 100% | 10 | 10
| 其中：财政资金 | | 30 | 28 | 28 | 100%
| 单位资金 | | 0 | 0 | 0
"""
    assert amounts(read(money).total) == (30, 28, 28)
    assert labels(read(money).parts) == ["财政资金", "单位资金"]


@pytest.mark.parametrize(
    "budget", ["全年预算", "预算安排", "调整预算", "预算总额", "计划安排资金", "下达资金", "预算金额"]
)
@pytest.mark.parametrize(
    "spent", ["决算数", "实际使用", "资金支出", "支出数", "支付数", "实际支出额", "累计支付", "实际使用资金"]
)
def test_headings_that_offices_use_for_money(budget: str, spent: str) -> None:
    total = read(
        f"项目资金（元） | 资金来源 | | {budget} | {spent} | 执行率\n| 财政拨款 | | 100 | 90 | 90%"
    ).total
    assert (total.budget_amount, total.spent_amount, total.unit) == (100, 90, "元")


@pytest.mark.parametrize(
    "money",
    [
        "项目资金（万元） | 预算总额 | 100 | 其中：财政拨款 | 80\n| 实际支出 | 90 | 其中：财政拨款 | 70\n| 执行率 | 90% | 得分 | 9",
        "项目资金（万元） | 预算总额 | 100 | 实际支出 | 90 | 执行率 | 90%",
        "项目资金（万元） | 全年预算数 | 100\n| 其中：财政拨款 | 80\n| 全年执行数 | 90",
    ],
)
def test_amounts_beside_their_labels_in_one_row_or_in_several(money: str) -> None:
    found = read(money)
    assert (found.total.budget_amount, found.total.spent_amount) == (100, 90)


@pytest.mark.parametrize("weight", ["10%", "10.00％"])
def test_a_weight_in_percent_is_as_many_points(weight: str) -> None:
    """Also where those of the rows are plain points."""
    money = f"{COLUMNS}\n| 年度资金总额 | | 100 | 100 | 95 | {weight} | 95% | 9.5"
    assert read(money).points.score == 10
    assert assess(Source(grid(money), "自评表.xlsx")).scoring.execution.earned == Decimal("9.5")


SUBTOTALS = {
    "above": "中央资金 50\n省级资金 30\n财政资金小计 {}\n其他资金 20",
    "below": "财政资金小计 {}\n中央资金 50\n省级资金 30\n其他资金 20",
    "below, of which": "财政资金小计 {}\n其中：中央资金 50\n省级资金 30\n其他资金 20",
    "without a name": "中央资金 50\n省级资金 30\n小计 {}\n其他资金 20",
    "two": "中央资金 50\n省级资金 30\n财政拨款合计 {}\n贷款 15\n自筹资金 5\n其他资金小计 20",
}


def with_subtotal(lines: str, stated: int, total: str) -> str:
    rows = [line.split(" ") for line in lines.format(stated).splitlines()]
    block = "\n".join(f"| {name} | | {sum_} | {sum_} | {sum_}" for name, sum_ in rows)
    whole = "| 合计 | | 100 | 100 | 100 | 10 | 100% | 10"
    return "\n".join([COLUMNS, *{"first": [whole, block], "last": [block, whole], "none": [block]}[total]])


@pytest.mark.parametrize("total", ["first", "last", "none"])
@pytest.mark.parametrize("lines", SUBTOTALS.values(), ids=SUBTOTALS.keys())
def test_a_subtotal_is_in_no_sum_wherever_it_stands(lines: str, total: str) -> None:
    money = with_subtotal(lines, 80, total)
    assert amounts(read(money).total) == (100, 100, 100)
    assert codes(money) == set()


@pytest.mark.parametrize("total", ["first", "last"])
@pytest.mark.parametrize("lines", SUBTOTALS.values(), ids=SUBTOTALS.keys())
def test_a_subtotal_that_does_not_add_up_is_found(lines: str, total: str) -> None:
    found = assess(Source(grid(with_subtotal(lines, 85, total)), "自评表.xlsx")).findings
    said = [one.what for one in found if one.code == "JX401"]
    assert len(said) == 3  # 年初预算数, 全年预算数, 全年执行数: one cause is one finding
    assert all(what.endswith("填写为85万元") and "是80万元" in what for what in said)


def test_parts_of_which_a_subtotal_names_some_may_be_less() -> None:
    block = "| 合计 | | 100 | 100 | 100\n| 财政资金小计 | | 80 | 80 | 80\n| 其中：中央资金 | | 50 | 50 | 50\n| 自筹资金 | | 20 | 20 | 20"
    assert codes(f"{COLUMNS}\n{block}") == set()


@pytest.mark.parametrize(
    "money",
    [
        "预算执行 | 预算数（年初）： | 300 | 预算数（调整后）： | 280 | 执行数： | 266",
        "预算执行 | 预算数： | 300 | 调整后预算数： | 280 | 执行数： | 266",
        "预算执行 | 调整后预算数 | 280 | 预算数 | 300 | 执行数 | 266",
        "预算执行 | 预算总额 | 300 | 其中：财政拨款 | 200\n| 调整预算 | 280 | 其中：财政拨款 | 180\n| 实际支出 | 266",
        "预算数（年初）：300　预算数（调整后）：280　执行数：266",
        "预算数：300万元　调整后预算数：280万元\n实际支出：266万元",
    ],
)
def test_the_adjusted_budget_counts_where_amounts_stand_beside_their_labels(money: str) -> None:
    found = read(money)
    assert amounts(found.total) == (300, 280, 266)
    assert [(one.initial_amount, one.budget_amount) for one in found.parts] in ([], [(200, 180)])


@pytest.mark.parametrize(
    "headings",
    [
        "预算批复数 | 调整后预算数",
        "年初批复 | 全年批复",
        "预算数 | 调整预算数",
        "预算数（年初） | 预算数（调整后）",
    ],
)
def test_the_adjusted_budget_counts_beside_the_first_one(headings: str) -> None:
    money = read(
        f"项目资金（万元） | | | {headings} | 全年支出 | 分值 | 支出率 | 得分\n| 年度资金总额 | | 300 | 280 | 266 | 10 | 95% | 9.5"
    )
    assert amounts(money.total) == (300, 280, 266)


def test_the_sources_behind_the_first_of_them_are_parts_too() -> None:
    one = recognise(
        grid(
            "年度预算 | 280 | 其中：财政拨款 | 200 | 其他资金 | 80\n实际支出 | 266 | 其中：财政拨款 | 200 | 其他资金 | 66"
        ),
        "自评表.xlsx",
    ).funding
    assert amounts(one.total)[1:] == (280, 266)
    assert [(part.budget_amount, part.spent_amount) for part in one.parts] == [(200, 200), (80, 66)]


@pytest.mark.parametrize(
    ("headings", "amounts_under"),
    [
        ("上年结转 | 本年预算 | 全年预算数 | 执行数 | 结转下年", "20 | 260 | 280 | 266 | 14"),
        ("年初预算 | 预算调整后金额 | 实际支出金额", "300 | 280 | 266"),
        ("年初批复数 | 中期调整数 | 全年执行数", "300 | -20 | 266"),
        ("全年预算数（A） | 截至6月执行数 | 全年执行数（B）", "280 | 50 | 266"),
        ("全年预算数 | 1月至6月支出数 | 1-12月支出数", "280 | 50 | 266"),
    ],
)
def test_the_budget_and_the_spending_of_the_whole_year_count(headings: str, amounts_under: str) -> None:
    """本年预算 is without what was left over, 年初预算 before the change, and 截至6月 no year."""
    rows = f"项目资金（万元） | {headings} | 执行率\n年度资金总额 | {amounts_under} | 95%"
    total = recognise(grid(rows), "自评表.xlsx").funding.total
    assert (total.budget_amount, total.spent_amount) == (280, 266)


@pytest.mark.parametrize("heading", ["原因", "未完成原因", "执行率偏低原因", "备注（偏差原因）"])
def test_a_column_of_the_money_for_reasons_is_the_box_that_asks_for_them(heading: str) -> None:
    """The reason in it is one, and where none is written the place for it is pointed at."""
    money = f"{COLUMNS} | {heading}\n| 年度资金总额 | | 100 | 100 | 80 | 10 | 80% | 8 | "
    told = recognise(grid(f"{money}质保金未到期"), "自评表.xlsx")
    assert [one.text for one in told.boxes.values()] == ["质保金未到期"]
    assert "JX403" not in codes(f"{money}质保金未到期")
    empty = assess(Source(grid(money), "自评表.xlsx"))
    assert {str(one.cell) for one in empty.findings if one.code in ("JX403", "JX508")} == {"自评表!J4"}


@pytest.mark.parametrize("heading", [*FUNDING_COLUMNS, "部门决算", "2024年资金累计开支", "全年预算执行金额"])
def test_every_heading_of_money_spent_speaks_of_spending(heading: str) -> None:
    """A row is looked at as a header of money only where something in it does."""
    assert speaks_of_spending(heading) or money_heading(heading) != "spent"


def test_a_unit_in_a_heading_over_two_columns_is_that_of_both() -> None:
    """Elsewhere the form is in 万元."""
    [sheet] = grid(COVERED).sheets
    form = recognise(Grid((replace(sheet, merges=(Merge(4, 3, 4, 4), Merge(4, 2, 5, 2))),)), "表.xlsx")
    total = form.funding.total
    assert (form.funding.unit, total.budget_amount, total.spent_amount) == ("万元", 100, 90)


@pytest.mark.parametrize(
    "money",
    [
        "项目资金（万元） | 合计 | 中央补助 | 地方资金\n全年预算数 | 100 | 60 | 40\n全年执行数 | 95 | 60 | 35",
        "项目资金（万元） | 项目 | 中央补助 | 地方资金 | 合计\n| 预算数（A） | 60 | 40 | 100\n| 执行数（B） | 60 | 35 | 95",
        "项目资金（万元） | 中央补助 | 地方资金\n全年预算数 | 60 | 40\n全年执行数 | 60 | 35",
    ],
)
def test_sources_side_by_side_over_the_budget_and_what_was_spent(money: str) -> None:
    """The first of them is no more the whole than the others."""
    funding = recognise(grid(money), "表.xlsx").funding
    assert (funding.total.budget_amount, funding.total.spent_amount) == (100, 95)
    assert [(one.label, one.budget_amount, one.spent_amount) for one in funding.parts] == [
        ("中央补助", 60, 60),
        ("地方资金", 40, 35),
    ]


@pytest.mark.parametrize(
    ("headings", "amounts"),
    [
        ("全年预算数 | 一季度执行数 | 二季度执行数 | 全年执行数", "100 | 20 | 75 | 95"),
        ("全年预算数 | 1-6月执行数 | 执行数", "100 | 40 | 95"),
        ("2023年执行数 | 本年预算数 | 本年执行数", "80 | 100 | 95"),
        ("年初预算数 | 追加预算数 | 执行数", "90 | 10 | 95"),
        ("债券发行额 | 债券资金支出", "100 | 95"),
        ("总投资 | 累计下达预算数 | 累计支出 | 本年预算数 | 本年支出数", "500 | 300 | 280 | 100 | 95"),
    ],
)
def test_what_was_spent_in_the_year_and_in_no_part_of_it(headings: str, amounts: str) -> None:
    total = recognise(
        grid(f"项目资金（万元） | {headings}\n年度资金总额 | {amounts}"), "表.xlsx"
    ).funding.total
    assert (total.budget_amount, total.spent_amount) == (100, 95)


@pytest.mark.parametrize(("rate", "read_as"), [("93.00%", ""), ("88.04%", "88.04%"), ("93", "")])
def test_a_rate_of_what_came_in_is_none_of_the_budget(rate: str, read_as: str) -> None:
    money = f"债券资金（万元） | 资金来源 | 计划数 | 到位数 | 支出数 | 支出率 | 得分\n| 资金合计 | 15000 | 14200 | 13206 | {rate} | 9.3"
    assert recognise(grid(money), "表.xlsx").funding.rate.text == read_as
    assert "JX402" not in codes(money)


@pytest.mark.parametrize(
    ("money", "merges", "parts"),
    [
        (
            "项目资金（万元） | 合计 | 中央补助 | 地方资金 | |\n | | | 省级 | 市级 |\n全年预算数 | 100 | 60 | 30 | 10\n全年执行数 | 95 | 60 | 28 | 7",
            (Merge(3, 4, 3, 5), Merge(3, 2, 4, 2), Merge(3, 3, 4, 3)),
            [("中央补助", 60, 60), ("省级", 30, 28), ("市级", 10, 7)],
        ),
        (
            "项目资金（万元） | 财政资金 | | 自筹资金 |\n | 预算数 | 执行数 | 预算数 | 执行数\n年度资金总额 | 80 | 78 | 20 | 17",
            (Merge(3, 2, 3, 3), Merge(3, 4, 3, 5)),
            [("财政资金", 80, 78), ("自筹资金", 20, 17)],
        ),
        (
            "项目资金（万元） | 全年预算数 | | 全年执行数 | | 执行率\n | 中央 | 小计 | 中央 | 小计 |\n年度资金总额 | 60 | 100 | 60 | 95 | 95%",
            (Merge(3, 2, 3, 3), Merge(3, 4, 3, 5)),
            [],
        ),
        (
            "项目资金（万元） | | 全年预算数 | 全年执行数\n| 项目总投资 | 500 | 400\n| 年度资金总额 | 100 | 95\n| 其中：财政拨款 | 100 | 95",
            (),
            [("财政拨款", 100, 95)],
        ),
    ],
    ids=["in two rows", "each with its own", "parted", "all years"],
)
def test_headings_over_headings_of_money(
    money: str, merges: tuple[Merge, ...], parts: list[tuple[str, int, int]]
) -> None:
    [sheet] = grid(money).sheets
    funding = recognise(Grid((replace(sheet, merges=merges),)), "表.xlsx").funding
    assert (funding.total.budget_amount, funding.total.spent_amount) == (100, 95)
    assert [(one.label, one.budget_amount, one.spent_amount) for one in funding.parts] == parts
