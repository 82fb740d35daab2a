"""JX537 总体目标里的数与指标表不一致"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]
ROW = """
11 | | {goal} | | | | {achieved}
13 | | 产出指标 | 数量指标 | 危桥改造 | ≥18座 | 15座 | 15 | 12.5 | 洪水停工两月，余下3座下年3月完工
"""


def form(achieved: str = "改造危桥", goal: str = "保障出行安全") -> str:
    return ROW.format(goal=goal, achieved=achieved)


@pytest.mark.parametrize(
    "achieved", ["完成提质改造30.6公里，危桥改造18座。", "全年完成危桥改造18座", "危桥改造共完成16座"]
)
def test_an_actual_that_the_goal_tells_otherwise_is_found(find: Find, achieved: str) -> None:
    assert find("JX537", form(achieved)) == ["F11"]


@pytest.mark.parametrize("goal", ["危桥改造20座", "危桥改造20座以上，保障出行安全"])
def test_a_target_that_the_goal_tells_otherwise_is_found(find: Find, goal: str) -> None:
    assert find("JX537", form(goal=goal)) == ["B11"]


@pytest.mark.parametrize(
    "achieved",
    [
        "危桥改造15座",
        "计划危桥改造18座，实际15座",
        "计划危桥改造18座",
        "危桥改造约18座",
        "危桥改造18处",
        "甲镇危桥改造8座，乙镇危桥改造7座",
        "截至6月，危桥改造8座",
        "三年累计危桥改造48座",
        "病险危桥改造3座",
        "无桥村新建桥梁18座",
    ],
)
def test_what_agrees_or_is_of_something_else_is_fine(find: Find, achieved: str) -> None:
    assert find("JX537", form(achieved)) == []


def test_a_number_in_another_multiple_of_the_unit_agrees(find: Find) -> None:
    table = """
        11 | | 改善出行 | | | | 受益人口2.35万人
        13 | | 产出指标 | 数量指标 | 受益人口 | ≥2.3万人 | 23500人 | 15 | 15 | 无
    """
    assert find("JX537", table) == []
    assert find("JX537", table.replace("2.35万", "2.53万")) == ["F11"]


def test_a_name_that_two_rows_begin_with_says_of_neither(find: Find) -> None:
    table = """
        11 | | 改善出行 | | | | 危桥改造18座
        13 | | 产出指标 | 数量指标 | 危桥改造 | ≥18座 | 15座 | 15 | 12.5 | 洪水停工两月，余下3座下年3月完工
        14 | | | 质量指标 | 危桥改造合格数 | ≥10座 | 12座 | 15 | 15 | 无
    """
    assert find("JX537", table) == []


def test_a_verb_and_its_object_around_the_number_name_a_row_too(find: Find) -> None:
    table = """
        11 | | 改善出行 | | | | 全年新建3座垃圾中转站
        13 | | 产出指标 | 数量指标 | 新建垃圾中转站 | ≥4座 | 4座 | 15 | 15 | 无
    """
    assert find("JX537", table) == ["F11"]
    assert find("JX537", table.replace("新建3座", "新建4座")) == []
    assert find("JX537", table.replace("新建3座", "清扫3座")) == []
