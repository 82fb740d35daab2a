"""The budget of the year is what it came to: 年初预算数 and what was added and taken back, by whatever heading says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from test_money import amounts, grid, labels, read

from jxbook.assess import Source, assess
from jxbook.form import Funding
from jxbook.form.labels import label
from jxbook.recognition import recognise
from jxbook.recognition.headings import money_heading
from jxbook.recognition.money_planned import Way, way_of
from jxbook.workbook.grid import Cell, Grid, Merge


def block(headings: str, *lines: str) -> str:
    """A money block with these headings between 年初预算数 and 全年执行数."""
    names = ("年度资金总额", "其中：财政拨款", "其他资金")
    body = "\n".join(f"| {name} | {line}" for name, line in zip(names, lines, strict=False))
    return f"项目资金（万元） | | 年初预算数 | {headings} | 全年执行数 | 执行率\n{body}"


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("调增（减）", Way.SIGNED),
        ("增（减）额", Way.SIGNED),
        ("预算调整数（调增+，调减－）", Way.SIGNED),
        ("预算调整（±）", Way.SIGNED),
        ("年中调整（减少以负数填列）", Way.SIGNED),
        ("预算增减", Way.SIGNED),
        ("调增(+)调减(-)", Way.SIGNED),
        ("预算变动数", Way.SIGNED),
        ("追加", Way.SIGNED),
        ("其中：年中追加预算（万元）", Way.SIGNED),
        ("调增数", Way.SIGNED),
        ("调整（减少）", Way.LESS),
        ("调减", Way.LESS),
        ("核减预算", Way.LESS),
        ("统筹收回资金", Way.LESS),
        ("压减额", Way.LESS),
        ("调减（增）", Way.TURNED),
        ("预算调整", Way.OPEN),
        ("预算调整数（万元）", Way.OPEN),
        ("中期调整金额", Way.OPEN),
    ],
)
def test_what_a_heading_says_of_a_change(heading: str, way: Way) -> None:
    text = label(heading)
    assert (money_heading(text), way_of(text)) == ("change", way)


@pytest.mark.parametrize(
    "heading", ["调整后预算数", "追加后预算", "核减后预算数", "最终预算", "调整预算数", "预算数（调整后）"]
)
def test_what_it_came_to_is_a_budget_and_no_change(heading: str) -> None:
    assert money_heading(label(heading)) == "budget"


@pytest.mark.parametrize("heading", ["调整原因", "追加依据", "核减文号", "结转结余收回说明"])
def test_words_about_a_change_are_no_amount_of_it(heading: str) -> None:
    assert money_heading(label(heading)) is None


@pytest.mark.parametrize(
    ("headings", "line", "budget"),
    [
        ("调增（减）", "100 | 60 | 150", 160),
        ("调增（减）", "100 | 120 | 209", 220),
        ("预算调整数（调增+，调减－）", "200 | -120 | 76", 80),
        ("增减额", "100 | 100 | 190", 200),
        ("调增 | 调减", "100 | 30 | 10 | 114", 120),
        ("调增 | 调减", "100 | | 20 | 76", 80),
        ("追加 | 核减", "100 | 30 | -10 | 114", 120),
        ("追加预算 | 收回资金", "100 | 0 | 60 | 38", 40),
        ("调增 | 调减", "100 | 无 | — | 95", 100),
        ("预算追减", "100 | 25 | 71.25", 75),
        ("变更金额", "100 | -5 | 90", 95),
        ("压减一般性支出", "100 | 10 | 81", 90),
        ("增加 | 减少", "100 | 25 | 5 | 114", 120),
        ("第一次追加 | 第二次追加", "100 | 20 | 5 | 114", 125),
        ("追加", " | 100 | 95", 100),
    ],
)
def test_more_and_less_are_reckoned_as_their_headings_say(headings: str, line: str, budget: int) -> None:
    """Whatever the amounts are like: never is such a column the adjusted budget."""
    assert read(block(headings, line)).total.budget_amount == budget


@pytest.mark.parametrize(
    ("line", "budget"),
    [
        ("100 | -20 | 76", 80),
        ("100 | +20 | 114", 120),
        ("100 | 60 | 55 | 34.38%", 160),
        ("100 | 60 | 55 | 91.67%", 60),
        ("100 | 60 | 152", 160),
        ("100 | 100 | 95", 100),
        ("100 | 0 | 95", 100),
        ("100 | | 95", 100),
    ],
)
def test_sign_rate_and_spending_tell_what_an_adjustment_is(line: str, budget: int) -> None:
    for heading in ("预算调整", "预算调整数", "调整额"):
        assert read(block(heading, line)).total.budget_amount == budget


def test_two_adjustments_are_added() -> None:
    assert read(block("第一次调整 | 第二次调整", "100 | 20 | -5 | 109 | 94.78%")).total.budget_amount == 115


@pytest.mark.parametrize(
    ("headings", "line", "budget"),
    [
        ("上年结转 | 预算数 | 执行数 | 执行率", "30 | 100 | 117 | 90%", 130),
        ("上年结转 | 预算数 | 执行数 | 执行率", "30 | 100 | 90 | 90%", 100),
        ("上年结转 | 预算数 | 执行数 | 执行率", "0 | 100 | 90 |", 100),
        ("上年结转 | 预算数 | 执行数 | 执行率", "30 | 100 | 117 |", 130),
        ("上年结转 | 预算数 | 执行数 | 执行率", "30 | 100 | 90 |", None),
        ("上年结转 | 年初预算 | 调增（减） | 执行数 | 执行率", "30 | 100 | 20 | 120 | 80%", 150),
        ("上年结转 | 年初预算 | 调增（减） | 执行数 | 执行率", "30 | 100 | 20 | 108 | 90%", 120),
        ("上年结转 | 全年预算数 | 执行数 | 执行率", "30 | 100 | 90 |", 100),
        ("其中：上年结转 | 预算数 | 执行数 | 执行率", "30 | 100 | 90 |", 100),
    ],
)
def test_what_was_carried_over_is_in_the_budget_or_beside_it(
    headings: str, line: str, budget: int | None
) -> None:
    """The rate tells, or that more was spent; where nothing does, it is asked and not guessed."""
    money = f"项目资金 | {headings}\n年度资金总额 | {line}"
    assert read(money).total.budget_amount == budget
    told = assess(Source(grid(money), "表.xlsx")).scoring.execution.explanation
    assert ("看不出“上年结转”有没有算在预算数里" in told) is (budget is None)


@pytest.mark.parametrize("line", ["100 | 60 | 55", "100 | 130 | 90", "100 | 20 | 18", "100 | 60 | 55 | 55%"])
def test_an_adjustment_that_nothing_tells_is_no_budget(line: str) -> None:
    """A rate of the first budget is evidence of neither."""
    money = read(block("预算调整", line))
    assert money.total.budget_amount is None and money.doubt is not None
    found = assess(Source(grid(block("预算调整", line)), "自评表.xlsx"))
    assert found.scoring.execution.rate is None
    assert "看不出“预算调整”" in found.scoring.execution.explanation


@pytest.mark.parametrize(
    ("formula", "budget"), [("F4/E4", 60), ("F4/(D4+E4)", 160), ("F$4/SUM($D4:$E4)", 160)]
)
def test_the_formula_of_the_rate_tells_what_an_adjustment_is(formula: str, budget: int) -> None:
    """Also where no program has reckoned it yet."""
    [sheet] = grid(
        "项目资金 | | | 年初预算数 | 预算调整数 | 全年执行数 | 执行率\n| | 年度资金总额 | 100 | 60 | 55"
    ).sheets
    cells = {**sheet.cells, (4, 7): Cell(None, formula)}
    funding = recognise(Grid((replace(sheet, cells=cells),)), "表.xlsx").funding
    assert funding.total.budget_amount == budget


def test_one_line_tells_for_all() -> None:
    """Its column means the same in each of them."""
    money = read(block("预算调整数", "100 | 60 | 55", "70 | 60 | 35", "30 | 0 | 20"))
    assert amounts(money.total) == (100, 160, 55)
    assert [one.budget_amount for one in money.parts] == [130, 30]


def test_the_parts_are_changed_like_the_whole() -> None:
    money = block("调增 | 调减", "100 | 10 | 20 | 76", "60 | 10 | | 56", "40 | | 20 | 20")
    assert [amounts(one) for one in read(money).lines] == [(100, 90, 76), (60, 70, 56), (40, 20, 20)]


def test_a_change_that_is_no_amount_leaves_the_budget_open() -> None:
    found = assess(Source(grid(block("调增", "100 | 待定 | 95")), "自评表.xlsx"))
    assert found.scoring.execution.rate is None
    assert "JX406" in {one.code for one in found.findings}


@pytest.mark.parametrize(("rate", "budget"), [("90%", 100), ("75%", 120), ("", None)])
def test_a_change_beside_the_budget_of_the_year_may_be_in_it(rate: str, budget: int | None) -> None:
    money = f"项目资金 | 全年预算数 | 追加 | 全年执行数 | 执行率\n年度资金总额 | 100 | 20 | 90 | {rate}"
    assert read(money).total.budget_amount == budget


def test_the_budget_of_the_year_counts_where_the_form_has_it() -> None:
    money = read(block("调增 | 调减 | 全年预算数", "100 | 30 | 10 | 110 | 104.5"))
    assert amounts(money.total) == (100, 110, Decimal("104.5"))
    assert money.total.change.number == 20


@pytest.mark.parametrize(
    "money",
    [
        "年初预算数 | 100 | 调增 | 30 | 调减 | 10 | 全年执行数 | 114",
        "项目资金 | 年初预算数 | 100\n| 追加预算 | 30\n| 核减预算 | 10\n| 全年执行数 | 114",
        "年初预算：100万元　调增：30万元　调减：10万元　执行数：114万元",
        "项目资金（万元） | 合计 | 中央补助 | 地方资金\n年初预算数 | 100 | 60 | 40\n调整数（+、-） | 20 | 20 | 0\n全年执行数 | 114 | 76 | 38",
        "项目资金（元） | | 年初预算数（元） | 年中追加（元） | 年中追减（元） | 支出数（元）\n| 年度资金总额 | 100 | 30 | 10 | 114",
    ],
)
def test_amounts_beside_their_labels_are_changed_too(money: str) -> None:
    assert amounts(read(money).total) == (100, 120, 114)


@pytest.mark.parametrize(
    ("money", "merges"),
    [
        (
            "项目资金 | | 年初预算数 | 预算调整 | | 全年执行数\n| | | 调增 | 调减 |\n| 年度资金总额 | 100 | 30 | 10 | 114",
            (Merge(3, 4, 3, 5), Merge(3, 3, 4, 3), Merge(3, 6, 4, 6)),
        ),
        (
            "项目资金 | | 年初预算数 | 预算调整 | | | 全年执行数\n| | | 合计 | 调增 | 调减 |\n| 年度资金总额 | 100 | 20 | 30 | 10 | 114",
            (Merge(3, 4, 3, 6), Merge(3, 3, 4, 3), Merge(3, 7, 4, 7)),
        ),
        (
            "项目资金 | | 年初预算数 | 预算变动情况 | | 全年执行数\n| | | 增 | 减 |\n| 年度资金总额 | 100 | 30 | 10 | 114",
            (Merge(3, 4, 3, 5), Merge(3, 3, 4, 3), Merge(3, 6, 4, 6)),
        ),
        (
            "项目资金 | | 预算数 | | | 全年执行数\n| | 年初 | 调整 | 调整后 |\n| 年度资金总额 | 100 | 20 | 120 | 114",
            (Merge(3, 3, 3, 5), Merge(3, 6, 4, 6)),
        ),
    ],
    ids=["more and less", "with their sum", "in one character each", "all three"],
)
def test_changes_under_a_heading_over_them(money: str, merges: tuple[Merge, ...]) -> None:
    [sheet] = grid(money).sheets
    funding = recognise(Grid((replace(sheet, merges=merges),)), "表.xlsx").funding
    assert amounts(funding.total) == (100, 120, 114)


def test_each_source_with_its_own_change() -> None:
    [sheet] = grid(
        "项目资金 | 财政资金 | | | 自筹资金 | |\n | 年初预算 | 调增（减） | 执行数 | 年初预算 | 调增（减） | 执行数\n年度资金总额 | 80 | 10 | 88 | 20 | -10 | 7"
    ).sheets
    over = (Merge(3, 2, 3, 4), Merge(3, 5, 3, 7))
    funding: Funding = recognise(Grid((replace(sheet, merges=over),)), "表.xlsx").funding
    assert [amounts(one) for one in (funding.total, *funding.parts)] == [
        (100, 100, 95),
        (80, 90, 88),
        (20, 10, 7),
    ]
    assert labels(funding.parts) == ["财政资金", "自筹资金"]


@pytest.mark.parametrize("heading", ["增减额", "增减", "增（+）减（-）", "减少额"])
def test_by_how_much_spending_and_budget_differ_is_no_change(heading: str) -> None:
    money = f"项目资金 | 预算数 | 支出数 | {heading}\n年度资金总额 | 100 | 90 | -10"
    assert read(money).total.budget_amount == 100


def test_by_how_much_two_years_differ_is_no_change() -> None:
    money = "项目资金 | 上年预算 | 本年预算 | 增减 | 本年支出\n年度资金总额 | 80 | 100 | 20 | 90"
    assert read(money).total.budget_amount == 100


@pytest.mark.parametrize(("rate", "budget"), [("95%", 120), ("114%", 100), ("", 120)])
def test_a_change_behind_the_spending_may_be_in_the_budget(rate: str, budget: int) -> None:
    """More was spent than the first one, or the rate tells."""
    money = f"项目资金 | 预算数 | 支出数 | 预算追加 | 执行率\n年度资金总额 | 100 | 114 | 20 | {rate}"
    assert read(money).total.budget_amount == budget


def test_what_was_taken_back_of_the_money_left_is_no_change() -> None:
    money = "项目资金 | 全年预算数 | 执行数 | 结余 | 财政收回\n年度资金总额 | 100 | 80 | 20 | 20"
    assert read(money).total.budget_amount == 100


@pytest.mark.parametrize(
    ("money", "budget"),
    [
        ("项目资金 | 项目总预算 | 全年执行数 | 执行率\n年度资金总额 | 500 | 95 |", None),
        ("项目资金 | 项目总投资 | 全年执行数 | 执行率\n年度资金总额 | 500 | 95 | 95%", None),
        ("项目总投资 | 500 | 全年执行数 | 95", None),
        ("项目资金 | 合同总额 | 实际支付 | 执行率\n年度资金总额 | 100 | 95 | 95%", 100),
        ("项目资金 | 项目总投资 | 全年预算数 | 全年执行数\n年度资金总额 | 500 | 100 | 95", 100),
    ],
)
def test_the_money_of_all_years_is_no_budget_of_the_year(money: str, budget: int | None) -> None:
    """What was spent is read all the same, and nobody is told that it was not filled in."""
    total = read(money).total
    assert (total.budget_amount, total.spent_amount) == (budget, 95)
    told = assess(Source(grid(money), "表.xlsx")).scoring.execution.explanation
    assert "全年执行数没有填写" not in told and ("只有“" in told) is (budget is None)


@pytest.mark.parametrize(
    ("money", "budget"),
    [
        ("项目资金（万元） | | 全年预算数 | 其中：追加 | 全年执行数\n| 年度资金总额 | 120 | 20 | 110", 120),
        ("全年预算数（万元） | 120 | 其中：追加 | 20 | 全年执行数（万元） | 110", 120),
        ("年初预算数（万元） | 100 | 其中：追加 | 20 | 全年执行数（万元） | 110", 120),
    ],
)
def test_what_is_said_to_be_a_part_of_the_budget_is_in_it(money: str, budget: int) -> None:
    """At the beginning of the year nothing was added yet."""
    funding = read(money)
    assert (funding.total.budget_amount, funding.parts, funding.doubt) == (budget, (), None)


@pytest.mark.parametrize("behind", ["收回（万元） | 5", "增减额（万元） | -5"])
def test_what_stands_behind_the_spending_is_no_change_in_a_line_of_labels_either(behind: str) -> None:
    assert read(f"预算数（万元） | 100 | 执行数（万元） | 95 | {behind}").total.budget_amount == 100


def test_a_heading_is_over_the_next_column_too_where_that_says_which_budget_it_holds() -> None:
    money = "项目资金（万元） | | 预算数 | | 执行数\n| | 年初 | 全年 |\n| 年度资金总额 | 100 | 120 | 110"
    assert amounts(read(money).total) == (100, 120, 110)
