"""The name of an indicator is read whatever its heading: one over several columns, 绩效指标 alone, or a path in one column."""

from __future__ import annotations

import pytest

from jxbook.form import Form
from jxbook.recognition import recognise
from jxbook.workbook.grid import Grid, Merge
from sheets import sheet_of

HEAD = """
项目支出绩效自评表（2024年度）
项目名称 | 路灯养护 | 实施单位 | 某路灯所
年初设定目标 | 养护路灯800盏
完成情况 | 养护路灯800盏
"""
VALUES = "年度指标值 | 实际完成值 | 分值 | 得分 | 未完成原因"
WHOLE = [
    ("产出指标", "数量指标", "养护路灯数量"),
    ("产出指标", "成本指标", "单盏养护成本"),
    ("效益指标", "社会效益指标", "夜间事故下降率"),
]


def read(table: str, *merges: Merge) -> Form:
    lines = (HEAD + table).strip().splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return recognise(Grid((sheet_of("自评表", rows, merges),)), "表.xlsx")


def labels(form: Form) -> list[tuple[str, str, str]]:
    return [(one.level1.text, one.level2.text, one.name.text) for one in form.indicators]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "heading",
    ["绩效指标", "指标", "指标名称", "三级指标", "绩效指标名称", "评价指标", "考核指标", "年度绩效指标"],
)
def test_one_heading_over_the_levels_and_the_names(heading: str, *, merged: bool) -> None:
    form = read(
        f"""
{heading} | | | {VALUES}
产出指标 | 数量指标 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
| 成本指标 | 单盏养护成本 | ≤90元 | 85元 | 30 | 30
效益指标 | 社会效益指标 | 夜间事故下降率 | ≥5% | 6% | 30 | 30
总分 | | | | | 100 | 100
""",
        *([Merge(5, 1, 5, 3)] if merged else []),
    )
    assert labels(form) == WHOLE


def test_one_heading_over_two_columns() -> None:
    form = read(f"""
指标名称 | | {VALUES}
产出指标 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
| 单盏养护成本 | ≤90元 | 85元 | 30 | 30
效益指标 | 夜间事故下降率 | ≥5% | 6% | 30 | 30
""")
    assert labels(form) == [(one, "", three) for one, _, three in WHOLE]


@pytest.mark.parametrize("left", ["指标类型", "", "类别"])
def test_levels_left_of_the_names_under_another_heading_or_none(left: str) -> None:
    form = read(f"""
{left} | 指标名称 | {VALUES}
产出（70） | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
| 单盏养护成本 | ≤90元 | 85元 | 30 | 30
效益（30） | 夜间事故下降率 | ≥5% | 6% | 30 | 30
""")
    assert labels(form) == [(one.removesuffix("指标"), "", three) for one, _, three in WHOLE]
    assert [one.points for one in form.label_points] == [70, 30]


def test_the_heading_behind_a_column_of_serials() -> None:
    form = read(f"""
序号 | 指标 | {VALUES}
1 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
2 | 单盏养护成本 | ≤90元 | 85元 | 30 | 30
""")
    assert [one.name.text for one in form.indicators] == ["养护路灯数量", "单盏养护成本"]


@pytest.mark.parametrize("between", ["-", "—", "/", "－", "：", " - ", "→", "——", "|"[:0] or "\\"])
@pytest.mark.parametrize("heading", ["绩效指标", "指标名称"])
@pytest.mark.parametrize("short", [True, False])
def test_a_path_in_one_column(heading: str, between: str, *, short: bool) -> None:
    paths = [
        between.join(
            (one.removesuffix("指标"), two.removesuffix("指标"), three) if short else (one, two, three)
        )
        for one, two, three in WHOLE
    ]
    rows = "\n".join(f"{path} | ≥1盏 | 1盏 | 30 | 30" for path in paths)
    form = read(f"{heading} | {VALUES}\n{rows}")
    found = [tuple(text.removesuffix("指标") for text in one) for one in labels(form)]
    assert found == [tuple(text.removesuffix("指标") for text in one) for one in WHOLE]


def test_a_name_with_a_dash_is_no_path() -> None:
    form = read(f"""
一级指标 | 指标名称 | {VALUES}
产出指标 | 东门-西门路灯数量 | ≥800盏 | 800盏 | 40 | 40
| 质量指标：完好率 | ≥95% | 96% | 30 | 30
""")
    assert labels(form) == [("产出指标", "", "东门-西门路灯数量"), ("产出指标", "质量指标", "完好率")]


def test_levels_in_rows_of_their_own_merged_or_not() -> None:
    form = read(f"""
序号 | 指标 | {VALUES}
一、产出指标（70分）
（一）数量指标
1 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
（二）成本指标
2 | 单盏养护成本 | ≤90元 | 85元 | 30 | 30
二、效益指标（30分）
社会效益指标
3 | 夜间事故下降率 | ≥5% | 6% | 30 | 30
""")
    assert labels(form) == WHOLE


def test_the_label_of_the_block_is_no_heading_where_there_are_others() -> None:
    form = read(f"""
绩效指标 | 一级指标 | 二级指标 | 三级指标 | {VALUES}
| 产出指标 | 数量指标 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
| | 成本指标 | 单盏养护成本 | ≤90元 | 85元 | 30 | 30
| 效益指标 | 社会效益指标 | 夜间事故下降率 | ≥5% | 6% | 30 | 30
""")
    assert labels(form) == WHOLE


@pytest.mark.parametrize(
    "goal",
    [
        "年初设定目标 | 养护路灯800盏，完好率95%\n完成情况 | 养护路灯790盏",
        "年度总体目标 | 年初目标：养护路灯800盏，完好率95% | | 完成情况：养护路灯790盏",
        "年度目标 | 年初目标 | | 实际完成目标\n| 养护路灯800盏，完好率95% | | 养护路灯790盏",
        "年度总体目标 | 预期目标 | | 实际完成情况\n| 养护路灯800盏，完好率95% | | 养护路灯790盏",
        "项目基本情况 | 1.项目年度目标完成情况\n| 项目年度目标 | | 年度目标完成情况\n| 养护路灯800盏，完好率95% | | 养护路灯790盏",
        "年度目标：养护路灯800盏，完好率95%\n目标完成情况：养护路灯790盏",
    ],
)
def test_the_goal_stands_under_its_label_or_beside_it_or_with_it(goal: str) -> None:
    form = read(f"一级指标 | 指标名称 | {VALUES}\n产出指标 | 路灯 | ≥8盏 | 8盏 | 40 | 40")
    text = HEAD.replace("年初设定目标 | 养护路灯800盏\n完成情况 | 养护路灯800盏\n", goal + "\n")
    lines = (
        (text + f"一级指标 | 指标名称 | {VALUES}\n产出指标 | 路灯 | ≥8盏 | 8盏 | 40 | 40")
        .strip()
        .splitlines()
    )
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    form = recognise(Grid((sheet_of("自评表", rows),)), "表.xlsx")
    assert (form.goal.expected.text, form.goal.achieved.text) == ("养护路灯800盏，完好率95%", "养护路灯790盏")


def test_of_four_levels_the_last_names_the_indicators() -> None:
    form = read(
        f"""
一级指标 | 二级指标 | 三级指标 | 四级指标 | {VALUES}
产出指标 | 数量指标 | 路灯 | 养护路灯数量 | ≥800盏 | 800盏 | 40 | 40
 | | | 新装路灯数量 | ≥20盏 | 20盏 | 20 | 20
效益指标 | 社会效益指标 | 安全 | 夜间事故下降率 | ≥10% | 12% | 30 | 30
""",
        Merge(6, 3, 7, 3),
    )
    assert [one.name.text for one in form.indicators] == ["养护路灯数量", "新装路灯数量", "夜间事故下降率"]


def test_levels_under_a_heading_of_kinds_are_no_signs() -> None:
    form = read(f"""
指标名称 | 指标类型 | {VALUES}
养护路灯数量 | 数量指标 | 800盏 | 800盏 | 40 | 40
夜间事故下降率 | 社会效益指标 | 10% | 12% | 30 | 30
""")
    assert labels(form) == [("", "数量指标", "养护路灯数量"), ("", "社会效益指标", "夜间事故下降率")]
    assert [one.target.text for one in form.indicators] == ["800盏", "10%"]
