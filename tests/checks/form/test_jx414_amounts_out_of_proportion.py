"""JX414 金额相差约一万倍"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding

Find = Callable[..., list[str]]
FindAll = Callable[..., tuple[Finding, ...]]
ALL_IN_YUAN = """
6 | | 年度资金总额       | 100000 | 100000 | 100000 | 10 | 100% | 10
7 | | 其中：当年财政拨款 | 80000  | 80000  | 80000  | —  | 100% | —
8 | | 上年结转资金       | 20000  | 20000  | 20000  | —  | 100% | —
"""


def test_spending_in_yuan_beside_a_budget_in_ten_thousands_is_found(find_all: FindAll) -> None:
    found = [
        one
        for one in find_all("6 | | 年度资金总额 | 10 | 10 | 95211.8 | 10 | 952118% | 10")
        if one.code == "JX414"
    ]
    assert [str(one.cell) for one in found] == ["自评表!E6"]
    assert "改为9.52118" in found[0].fix
    assert "按元填" in found[0].fix


def test_in_a_form_in_hundreds_of_millions_what_is_ten_thousand_times_too_much_was_filled_in_as_wan(
    find_all: FindAll,
) -> None:
    form = "5 | 项目资金（亿元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n"
    found = find_all(form + "6 | | 年度资金总额 | 1.2 | 1.2 | 11800 | 10 | 983333% | 10")
    [fix] = [one.fix for one in found if one.code == "JX414" and str(one.cell) == "自评表!E6"]
    assert "按万元填的，请换算成亿元，改为1.18" in fix


def test_a_budget_in_yuan_beside_spending_in_ten_thousands_is_found(find: Find) -> None:
    assert find("JX414", "6 | | 年度资金总额 | 10 | 100000 | 9.5 | 10 | 0.01% | 0") == ["D6"]


def test_a_part_in_yuan_is_found(find: Find) -> None:
    assert find("JX414", "9 | | 其他资金 | 80000 | 80000 | 80000 | — | — | —") == ["C9", "D9", "E9"]


@pytest.mark.parametrize(
    "beside",
    [
        "11 | | 预算资金10万元，举办活动20场 | | | | 全年举办活动21场，居民反映较好",
        "素材2 | 资金使用情况 | 补充 | 共支出100000元，用于场地租用",
        "素材2 | 资金使用情况 | 补充 | 共支出100千元，用于场地租用",
        "16 | | | 成本指标 | 项目总成本 | ≤10万元 | 10万元 | 10 | 10 | 无",
        "子项目1 | 序号 | 子项目名称 | 预算（万元） | 支出（万元）\n子项目2 | 1 | 讲座 | 9 | 8",
        "成本效益1 | 成本项目 | 计划数量 | 计划单位成本 | 实际数量 | 实际单位成本 | 说明\n"
        "成本效益2 | 活动 | 20 | 0.5 | 21 | 0.48 | 无",
    ],
)
def test_amounts_that_are_all_in_yuan_contradict_what_stands_beside_them(find: Find, beside: str) -> None:
    assert find("JX414", ALL_IN_YUAN) == []
    found = find("JX414", ALL_IN_YUAN + beside)
    assert found
    assert set(found) <= {"C6", "D6", "E6"}


@pytest.mark.parametrize(
    "honest",
    [
        "",
        "11 | | 预算资金10万元，人均补助10元 | | | | 发放补助，每人10元",
        "6 | | 年度资金总额 | 10 | 10 | 0.2 | 10 | 2% | 0.2",
        "素材2 | 资金使用情况 | 补充 | 财政资金共支出10万元",
        "6 | | 年度资金总额 | 10万元 | 100000元 | 10 | 10 | 100% | 10",
    ],
)
def test_what_agrees_is_no_finding(find: Find, honest: str) -> None:
    assert find("JX414", honest) == []


def test_a_cost_is_compared_with_the_year_before(find: Find) -> None:
    header = "12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 本行校验 | 上年实际完成值\n"
    row = "16 | | | 成本指标 | 每场活动成本 | ≤5000元 | 4800元 | 10 | 10 | 无 | | {}"
    assert find("JX414", header + row.format("0.47元")) == ["F16"]
    assert find("JX414", header + row.format("4700元")) == []
    assert find("JX414", header + row.format("0.47万元")) == []
