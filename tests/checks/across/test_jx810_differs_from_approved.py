"""JX810 与批复的绩效目标不一致"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jxbook.checks.approved import against_approved
from jxbook.form import Entry, Form, Indicator
from jxbook.policy import load_policy
from jxbook.recognition import recognise

TABLE = """
1 | （2024年度）
2 | 项目名称 | 社区活动
3 | 年度总体目标 | 预期目标 | | | | 实际完成情况
4 | | 举办活动20场 | | | | 举办了21场
5 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
6 | | 产出指标 | 数量指标 | 指标1：活动场次 | ≥20场 | 21场 | 50 | 50
7 | | 效益指标 | 社会效益指标 | 参加人次 | ≥200人次 | 210人次 | 40 | 40
8 | 总分 | | | | | | 100 | 100
"""


@pytest.fixture
def form(grid_of: Callable[..., object]) -> Form:
    return recognise(grid_of(TABLE), "表.xlsx")  # type: ignore[arg-type]


def found(form: Form, *approved: tuple[str, str, str], goal: str = "") -> list[str]:
    """The cells where the form differs from approved rows (name, target, points); "-" where a row is missing."""
    rows = tuple(
        Indicator.read(Entry("产出指标"), Entry("数量指标"), Entry(name), Entry(target), points=Entry(points))
        for name, target, points in approved
    )
    wanted = replace(form, indicators=rows, goal=replace(form.goal, expected=Entry(goal or None)))
    findings = against_approved(form, wanted, load_policy("mof-2020-10"))
    assert all(one.code == "JX810" for one in findings)
    return [one.cell.address if one.cell else "-" for one in findings]


BOTH = ("活动场次", "不少于20场", "50"), ("参加人次", "≥200人次", "40")


def test_the_same_targets_are_fine_however_they_are_written(form: Form) -> None:
    assert found(form, *BOTH) == []


def test_a_target_that_was_lowered_is_found(form: Form) -> None:
    assert found(form, BOTH[0], ("参加人次", "≥300人次", "40")) == ["E7"]


def test_points_that_were_moved_are_found(form: Form) -> None:
    assert found(form, ("活动场次", "≥20场", "60"), BOTH[1]) == ["G6"]


def test_an_indicator_of_ones_own_and_one_left_out_are_found(form: Form) -> None:
    assert found(form, BOTH[0], ("参加单位", "≥5家", "40")) == ["D7", "-"]


def test_another_goal_is_found(form: Form) -> None:
    assert found(form, *BOTH, goal="举办活动30场") == ["B4"]
