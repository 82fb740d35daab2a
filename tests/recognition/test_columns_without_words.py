"""A column that no heading names, or a strange one, is what stands in it: the sign of a target, its unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.assess import Assessed, Source, assess
from jxbook.workbook.grid import Grid, Merge
from sheets import sheet_of

HEAD = "项目支出绩效自评表（2024年度）\n项目名称 | 城南垃圾焚烧 | 实施单位 | 某中心"


def read(table: str, merges: tuple[Merge, ...] = ()) -> Assessed:
    rows = [
        [
            Decimal(cell) if cell.replace(".", "").isdigit() else cell
            for cell in map(str.strip, line.split("|"))
        ]
        for line in f"{HEAD}\n{table.strip()}".splitlines()
    ]
    return assess(Source(Grid((sheet_of("自评表", rows, merges),)), "自评表.xlsx"))


def scores(one: Assessed) -> list[Decimal | None]:
    return [row.score.earned for row in one.scoring.indicators]


@pytest.mark.parametrize("heading", ["方向", "比较", "逻辑", "不等式", "标识"])
@pytest.mark.parametrize("signs", ["≥ ≤ =", "大于等于 不超过 等于"])
def test_signs_under_any_heading_are_those_of_the_targets(heading: str, signs: str) -> None:
    """Without its sign ≤ 4次 would be met by five times."""
    more, less, same = signs.split()
    one = read(f"""
序号 | 一级指标 | 二级指标 | 三级指标 | {heading} | 目标值 | 单位 | 完成值 | 满分 | 得分
1 | 产出 | 数量 | 垃圾处理量 | {more} | 36 | 万吨 | 34.2 | 20 | 19
2 | | 质量 | 非计划停炉次数 | {less} | 4 | 次 | 5 | 10 | 7.5
3 | | 质量 | 安全事故 | {same} | 0 | 起 | 0 | 10 | 10
""")
    assert [row.target.text for row in one.form.indicators] == [
        f"{sign}{rest}" for sign, rest in zip("≥≤=", ("36万吨", "4次", "0起"), strict=True)
    ]
    assert scores(one) == [19, 8, 10]


def test_a_way_up_or_down_under_a_heading_of_directions() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 指标方向 | 指标值 | 度量单位 | 完成值 | 分值 | 得分
产出 | 数量 | 垃圾处理量 | 正向 | 36 | 万吨 | 34.2 | 20 | 19
 | 质量 | 非计划停炉次数 | 反向 | 4 | 次 | 5 | 10 | 7.5
""")
    assert [row.target.text for row in one.form.indicators] == ["≥36万吨", "≤4次"]
    assert scores(one) == [19, 8]


ROWS = """
产出 | 数量 | 垃圾处理量 | ≥ | 36 | 万吨 | 34.2 | 万吨 | 20 | 19
 | 质量 | 非计划停炉次数 | ≤ | 4 | 次 | 5 | 次 | 10 | 7.5
效益 | 生态 | 达标率 | = | 100 | % | 98 | % | 10 | 9.8
"""


@pytest.mark.parametrize("merged", [True, False])
def test_one_heading_over_sign_value_and_unit(merged: bool) -> None:
    one = read(
        f"一级指标 | 二级指标 | 三级指标 | 年度指标值 | | | 实际完成值 | | 分值 | 得分{ROWS}",
        (Merge(3, 4, 3, 6), Merge(3, 7, 3, 8)) if merged else (),
    )
    assert [(row.target.text, row.actual.text) for row in one.form.indicators] == [
        ("≥36万吨", "34.2万吨"),
        ("≤4次", "5次"),
        ("=100%", "98"),
    ]
    assert scores(one) == [19, 8, Decimal("9.8")]
    assert one.form.headings == ()


def test_a_unit_of_its_own_behind_what_was_reached() -> None:
    """The unit under 实际完成值 is not that of the target: 340000元 of 34万元."""
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年度指标值 | | 实际完成值 | | 分值 | 得分
产出 | 成本 | 维修费用 | ≤34 | 万元 | 320000 | 元 | 20 | 20
 | 数量 | 维修次数 | ≥3 | 次 | 3 | 次 | 10 | 10
""")
    assert next((row.target.text, row.actual.text) for row in one.form.indicators) == ("≤34万元", "320000元")
    assert scores(one) == [20, 10]


@pytest.mark.parametrize("nature", ["定量", "约束性", "共性指标"])
@pytest.mark.parametrize("heads", ["方向 | 指标值 | 单位", "指标值 | |"])
def test_signs_beside_a_nature_that_is_none(nature: str, heads: str) -> None:
    """指标性质 says that there is a number, and the column beside it which way."""
    one = read(f"""
一级指标 | 二级指标 | 三级指标 | 指标性质 | {heads} | 完成值 | 分值 | 得分
产出 | 数量 | 垃圾处理量 | {nature} | ≥ | 36 | 万吨 | 34.2 | 20 | 19
 | 质量 | 非计划停炉次数 | {nature} | ≤ | 4 | 次 | 5 | 10 | 8
""")
    assert [row.target.text for row in one.form.indicators] == ["≥36万吨", "≤4次"]
    assert scores(one) == [19, 8]


@pytest.mark.parametrize("nature", ["约束性", "预期性指标", "个性", "核心指标"])
def test_a_nature_without_a_sign_is_no_part_of_the_target(nature: str) -> None:
    one = read(f"""
一级指标 | 二级指标 | 三级指标 | 指标属性 | 指标值 | 单位 | 完成值 | 分值 | 得分
产出 | 数量 | 垃圾处理量 | {nature} | 36 | 万吨 | 34.2 | 20 | 19
""")
    assert [row.target.text for row in one.form.indicators] == ["36万吨"]


@pytest.mark.parametrize(
    ("left", "right"), [("度量单位", "度量单位"), ("单位", "度量单位"), ("度量单位", "单位")]
)
def test_a_heading_for_the_unit_of_each_value(left: str, right: str) -> None:
    """19000人 are no 19000万人."""
    one = read(f"""
一级指标 | 二级指标 | 三级指标 | 指标值 | {left} | 实际完成值 | {right} | 分值 | 得分
产出 | 数量 | 受益人数 | ≥2 | 万人 | 19000 | 人 | 20 | 19
 | 数量 | 培训场次 | ≥10 | 场 | 9 | 场 | 10 | 9
""")
    assert [row.actual.text for row in one.form.indicators] == ["19000人", "9场"]
    assert scores(one) == [19, 9]
