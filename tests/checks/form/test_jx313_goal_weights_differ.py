"""JX313 年度目标的权重对不上"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.checks import check
from jxbook.form import Entry, Form, Goal
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.scoring import score

TABLE = """
    1 | 项目支出绩效自评表
    3 | 项目名称 | 社区文化活动项目
    5 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    6 | | 年度资金总额 | 10 | 10 | 10 | 20 | 100% | 20
    12 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 50 | 50 | 无
    14 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 210人次 | 30 | 30 | 无
    15 | 总分 | | | | | | 100 | 100
"""


@pytest.fixture
def found(grid_of: Callable[..., object]) -> Callable[..., list[str]]:
    """The cells with a wrong weight, the weights of the two goals standing in X1 and X2."""

    def found(*weights: str, code: str = "JX313") -> list[str]:
        form: Form = recognise(grid_of(TABLE), "自评表.xlsx")  # type: ignore[arg-type]
        goals = [
            Goal(
                Entry("目标"),
                Entry("完成"),
                Entry(Decimal(one) if one.isdigit() else one, CellRef("表", at, 24)),
            )
            for at, one in enumerate(weights, 1)
        ]
        rows = tuple(replace(one, goal=at) for at, one in enumerate(form.indicators))
        form = replace(form, goal=goals[0], more_goals=tuple(goals[1:]), indicators=rows)
        policy = load_policy("hubei-2020")
        return [str(one.cell) for one in check(form, policy, score(form, policy)) if one.code == code]

    return found


def test_weights_as_they_should_be_are_fine(found: Callable[..., list[str]]) -> None:
    assert found("50", "30") == []
    assert found("50", "30", code="JX302") == []


@pytest.mark.parametrize(
    ("weights", "cells"),
    [
        (("40", "30"), ["表!X1", "表!X1"]),  # the rows under it are 50, and all are 90
        (("30", "50"), ["表!X1", "表!X2"]),
        (("", "30"), ["表!X1"]),
        (("大约", "30"), ["表!X1"]),
    ],
)
def test_weights_that_do_not_add_up_are_found(
    found: Callable[..., list[str]], weights: tuple[str, ...], cells: list[str]
) -> None:
    assert found(*weights) == cells


def test_a_percentage_is_no_weight_but_asked_to_be_a_number_of_points(
    found: Callable[..., list[str]],
) -> None:
    """60% of what, of 100 or of the 80 without the 执行率? No sums are drawn from it."""
    assert found("60%", "40%") == ["表!X1", "表!X2"]
    assert found("50", "40%") == ["表!X2"]


def test_a_single_goal_needs_no_weight(find: Callable[..., list[str]]) -> None:
    assert find("JX313") == []


def test_goals_without_a_place_for_weights_are_asked_for_none(grid_of: Callable[..., object]) -> None:
    form: Form = recognise(grid_of(TABLE), "自评表.xlsx")  # type: ignore[arg-type]
    goals = tuple(Goal(Entry(text), Entry("完成")) for text in ("改造管网18公里", "消除排口12处"))
    form = replace(form, goal=goals[0], more_goals=goals[1:])
    policy = load_policy("mof-2020-10")
    assert "JX313" not in [one.code for one in check(form, policy, score(form, policy))]
