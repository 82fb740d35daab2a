"""Forms of funds, bonds, bought services and companies are read as their offices mean them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.assess import Assessed, Source, assess
from jxbook.workbook.grid import Grid
from sheets import sheet_of

ROWS = """
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 权重 | 得分
产出 | 数量 | 参保人数 | ≥86万人 | 87万人 | 60 | 60
效益 | 社会效益 | 参保率 | ≥95% | 90% | 30 | 28.42
"""


def read(text: str) -> Assessed:
    rows = [
        [
            Decimal(cell) if cell.replace(".", "").replace("-", "").isdigit() else cell
            for cell in map(str.strip, line.split("|"))
        ]
        for line in text.strip().splitlines()
    ]
    return assess(Source(Grid((sheet_of("自评表", rows),)), "自评表.xlsx"))


@pytest.mark.parametrize(
    ("last", "points"),
    [
        ("总分 | | | | | 100 | 98.42", 100),
        ("自评总得分 | | | | 98.42 |", None),
        ("总得分 | | | | | 98.42 |", None),
    ],
)
def test_the_last_of_two_totals_is_that_of_the_form(last: str, points: int | None) -> None:
    """合计 is that of the indicators, 总分 that of them and the 执行率."""
    one = read(f"""
社会保险基金绩效自评表（2023年度）
项目名称 | 参保扩面 | 实施单位 | 某中心
资金（万元） | 预算数 | 100 | 执行数 | 100 | 执行率得分 | 10
{ROWS.strip()}
合计 | | | | | 90 | 88.42
{last}
""")
    assert (one.form.total_points.number, one.form.total.number) == (points, Decimal("98.42"))
    assert [(row.points.number, row.earned.number) for row in one.form.subtotals] == [(90, Decimal("88.42"))]
    assert "JX307" not in {finding.code for finding in one.findings}


def test_of_a_fund_what_is_spent_counts_and_not_what_comes_in() -> None:
    one = read(f"""
社会保险基金绩效自评表（2023年度）
险种 | 城乡居民医疗保险基金 | 经办机构 | 某中心
基金预算执行情况（万元） | 项目 | 年初预算数 | 调整预算数 | 决算数 | 完成率 | 得分
| 基金收入 | 96500 | 97800 | 98120 | 100.33% |
| 其中：缴费收入 | 34200 | 34600 | 34870 | 100.78% |
| 财政补贴收入 | 62300 | 63200 | 63250 | 100.08% |
| 基金支出 | 91200 | 92400 | 90552 | 98% | 9.8
{ROWS}
""")
    money = one.form.funding
    assert (money.total.initial_amount, money.total.budget_amount, money.total.spent_amount) == (
        91200,
        92400,
        90552,
    )
    assert (money.earned.number, money.lines) == (Decimal("9.8"), (money.total,))
    assert (one.form.project.name.text, one.form.project.implementer.text) == (
        "城乡居民医疗保险基金",
        "某中心",
    )
    assert not {"JX401", "JX404"} & {finding.code for finding in one.findings}


@pytest.mark.parametrize("adjusted", ["430", "-20"])
def test_a_budget_and_what_was_changed_in_it(adjusted: str) -> None:
    """预算调整数 is the adjusted budget, or how much it was changed by."""
    one = read(f"""
项目绩效自评表（2023年度）
项目名称 | 健身路径 | 实施单位 | 某中心
资金（万元） | 预算批复数 | 预算调整数 | 预算执行数 | 执行率
| 450 | {adjusted} | 408.5 | 95%
{ROWS}
""")
    money = one.form.funding.total
    assert (money.initial_amount, money.budget_amount, money.spent_amount) == (450, 430, Decimal("408.5"))
    assert "JX402" not in {finding.code for finding in one.findings}


@pytest.mark.parametrize("serial", ["", "7 | ", "三 | ", "3. | "])
def test_the_goal_under_the_bare_word(serial: str) -> None:
    """A serial, or a number that a system has left, stands before the label of the block."""
    cell = "| " if serial else ""
    one = read(f"""
项目绩效自评表（2023年度）
{serial}项目名称 | 健身路径 | | 实施单位 | 某中心
{serial}年度绩效目标 | 目标 | | 实际完成情况 |
{cell} | 更新健身路径200套 | | 更新健身路径196套 |
{serial}年度资金（万元） | 预算数 | 100 | 执行数 | 100
{ROWS}
""")
    assert (one.form.goal.expected.text, one.form.goal.achieved.text) == (
        "更新健身路径200套",
        "更新健身路径196套",
    )


@pytest.mark.parametrize(
    ("labels", "name", "unit"),
    [
        ("服务项目名称 | 关爱服务 | 购买主体 | 某局 | 承接主体 | 某社", "关爱服务", "某局"),
        ("项目名称 | 焚烧发电 | 实施机构 | 某局 | 项目公司 | 某公司", "焚烧发电", "某局"),
        ("基金名称 | 失业保险基金 | 经办机构 | 某中心", "失业保险基金", "某中心"),
    ],
)
def test_the_one_who_answers_for_it_by_any_name(labels: str, name: str, unit: str) -> None:
    one = read(
        f"绩效自评表（2023年度）\n{labels}\n资金（万元） | 预算数 | 100 | 执行数 | 100\n{ROWS.strip()}"
    )
    assert (one.form.project.name.text, one.form.project.implementer.text) == (name, unit)


@pytest.mark.parametrize("seal", ["（盖章）", "(公章)", "（单位盖章）", " 盖章"])
def test_where_the_seal_goes_is_no_part_of_the_name(seal: str) -> None:
    one = read(
        f"绩效自评表（2023年度）\n项目名称 | 关爱服务 | 实施单位 | \u3000某区民政局{seal}\n{ROWS.strip()}"
    )
    assert one.form.project.implementer.text == "某区民政局"
