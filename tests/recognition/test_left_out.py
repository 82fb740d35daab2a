"""Rows that look like indicators and belong to no form that was read."""

from __future__ import annotations

import pytest

from jxbook.recognition.left_out import rows_left_out
from jxbook.recognition.places import forms_in
from jxbook.workbook.grid import Cell, Grid, Sheet

FORM = """
项目名称 | 修路
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 原因
绩效指标 | 产出指标 | 数量指标 | 修路 | ≥5公里 | 6公里 | 90 | 90 | 无
 | 满意度指标 | 满意度指标 | 满意度 | ≥90% | 95% | 10 | 10 | 无
总分 | | | | | | 100 | 100
"""
ANSWERS = """
助餐服务 | 48 | 35 | 17 | 10 | 4 | 14 | 78.25%
服务收费 | 66 | 34 | 10 | 3 | 1 | 14 | 87%
"""
FURTHER = "绩效指标 | 产出指标 | 数量指标 | 架桥 | ≥2座 | 2座 | 10 | 10 | 无"


def sheet(name: str, text: str) -> Sheet:
    cells = {
        (row, column): Cell(value.strip())
        for row, line in enumerate(text.strip("\n").split("\n"), 1)
        for column, value in enumerate(line.split("|"), 1)
        if value.strip()
    }
    return Sheet(name, cells)


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (f"调查内容 | 非常满意 | 满意 | 基本满意 | 不满意 | 非常不满意 | 答卷数 | 满意度{ANSWERS}", []),
        (ANSWERS, []),
        (FURTHER, ["架桥"]),
    ],
    ids=["answers under their headings", "answers alone", "an indicator behind 总分"],
)
def test_answers_of_a_questionnaire_are_no_indicators(rows: str, named: list[str]) -> None:
    """They stand in as many columns as the form: 基本满意 where its names do, 答卷数 where its points do."""
    [form] = forms_in(Grid((sheet("表1", FORM), sheet("表2", rows))))
    assert [one.first.text for one in rows_left_out(form, ())] == named
