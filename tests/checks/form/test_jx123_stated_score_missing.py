"""JX123 不按指标值计分的一项没有得分"""

from __future__ import annotations

import pytest

from jxbook.assess import Source, assess
from jxbook.workbook.grid import Grid
from sheets import sheet_of

FORM = """
项目支出绩效自评表（2024年度）
项目名称 | 河道保洁 | 实施单位 | 某河道所
年度目标 | 预期目标 | 实际完成情况 | 分值 | 得分
| 保洁河道50公里 | 保洁河道50公里 | 10 | {}
一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 保洁河道长度 | ≥50公里 | 50公里 | 90 | 90
"""


@pytest.mark.parametrize(("earned", "places"), [("", ["自评表!E4"]), ("良好", ["自评表!E4"]), ("9", [])])
def test_a_score_of_the_goal_that_is_missing_is_why_there_is_no_total(earned: str, places: list[str]) -> None:
    lines = FORM.format(earned).strip().splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    found = assess(Source(Grid((sheet_of("自评表", rows),)), "自评表.xlsx"))
    assert [str(one.cell) for one in found.findings if one.code == "JX123"] == places
