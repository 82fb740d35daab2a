"""The year of a form is found in whatever way it is written above the table, and never among the money of several."""

from __future__ import annotations

import pytest

from jxbook.recognition import recognise
from jxbook.workbook.grid import Grid
from sheets import sheet_of

REST = """
项目名称 | 2019年水库加固（二期） | 实施单位 | 某水利站
项目资金（万元） | {money}
| 年度资金总额 | 50 | 100 | 90
年度总体目标 | 预期目标 | | 实际完成情况
| 2026年前加固水库1座 | | 加固水库1座
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 加固水库数量 | ≥1座 | 1座 | 90 | 90
"""
MONEY = "| 年初预算数 | 全年预算数 | 全年执行数"


def read(above: str, money: str = MONEY):  # type: ignore[no-untyped-def]
    lines = (above + REST.format(money=money)).strip("\n").splitlines()
    return recognise(
        Grid((sheet_of("自评表", [[cell.strip() for cell in line.split("|")] for line in lines]),)), "表.xlsx"
    )


@pytest.mark.parametrize(
    "line",
    [
        "（2024年度）",
        "（2024年度）                单位：万元",
        "(2024年度)单位：元",
        "2024年度 金额单位：万元",
        "二〇二四年度",
        "二○二四年",
        "二零二四年度",
        "２０２４年度",
        "2024",
        "2024年",
        "年度：2024",
        "年度：2024年",
        "评价年度：2024年",
        "评价年度：2024年    单位：万元",
        "填报年度：2024 年",
        "考核年度 | 2024",
        "填报单位：某水利站   年度：2024年",
        "填报单位：某水利站（盖章）   评价年度：2024年度   单位：万元",
        "填报单位：某水利站  2024年度",
        "填报日期：2025年3月1日  评价年度：2024年",
        "某县2024年度项目支出绩效自评表",
        "2024项目支出绩效自评表",
        "项目支出绩效自评表（2024）",
        "FY2024 项目支出绩效自评表",
        "（2024年）",
        "（2024年1月-12月）",
        "（2024年1月1日至2024年12月31日）",
    ],
)
def test_the_year_is_found_above_the_form(line: str) -> None:
    form = read(f"项目支出绩效自评表\n{line}")
    assert form.year == 2024
    assert form.project.name.text == "2019年水库加固（二期）"
    assert not form.project.facts.keys() & {"年度", "评价年度", "单位"}


def test_a_unit_of_money_is_no_part_of_what_stands_before_it() -> None:
    form = read("填报单位：某水利站（盖章）    单位：元")
    assert form.project.facts["填报单位"].text == "某水利站（盖章）"
    assert form.funding.unit == "元"


@pytest.mark.parametrize("money", ["2022年 | 2023年 | 2024年 | 合计", "年度 | 2022年 | 2023年 | 2024年"])
@pytest.mark.parametrize("above", ["评价年度：2023年", "（2023年度）"])
def test_the_years_of_the_money_are_none_of_the_form(above: str, money: str) -> None:
    form = read(above, money)
    assert form.year == 2023
    assert not form.project.facts.keys() & {"2022年", "2023年", "2024年"}


@pytest.mark.parametrize("line", ["", "填报日期：2025年3月1日", "报表编号：510000_2024", "（    年度）"])
def test_where_no_year_is_written_none_is_guessed(line: str) -> None:
    assert read(f"项目支出绩效自评表\n{line}").year is None
    assert read(f"项目支出绩效自评表\n{line}", "2022年 | 2023年 | 2024年").year is None
