"""A line 小计 inside the table is no indicator, wherever it stands, and what it states is kept."""

from __future__ import annotations

from jxbook.form import Form
from jxbook.recognition import recognise
from jxbook.workbook.grid import Grid
from sheets import sheet_of

HEAD = """
项目名称 | 库房修缮
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
"""


def read(table: str) -> Form:
    rows = [[cell.strip() for cell in line.split("|")] for line in (HEAD + table).strip().splitlines()]
    return recognise(Grid((sheet_of("自评表", rows),)), "自评表.xlsx")


def test_a_level_that_begins_with_its_subtotal_holds_for_the_rows_below() -> None:
    form = read("""
产出指标 | 小计 | | | | 50 | 48
 | 数量指标 | 修缮面积 | ≥600平方米 | 600平方米 | 30 | 30
 | 质量指标 | 合格率 | =100% | 90% | 20 | 18
效益指标（30分） | | 小计 | | | 30 | 27
 | 社会效益指标 | 存粮增加 | ≥80吨 | 72吨 | 30 | 27
""")
    assert [one.level1.text for one in form.indicators] == ["产出指标", "产出指标", "效益指标"]
    assert [one.points for one in form.label_points] == [30]
    assert [(one.points.text, one.earned.text) for one in form.subtotals] == [("50", "48"), ("30", "27")]
    assert (0, 2) in form.subtotals[0].sums
    assert (2, 3) in form.subtotals[1].sums


def test_a_subtotal_that_names_a_level_sums_that_up() -> None:
    form = read("""
产出指标 | 数量指标 | 修缮面积 | ≥600平方米 | 600平方米 | 30 | 30
 | 质量指标 | 合格率 | =100% | 90% | 20 | 18
产出指标小计 | | | | | 50 | 48
效益指标 | 社会效益指标 | 存粮增加 | ≥80吨 | 72吨 | 30 | 27
社会效益小计 | | | | | 30 | 27
""")
    assert [one.sums for one in form.subtotals] == [((0, 2),), ((2, 3),)]
    assert [one.name.text for one in form.indicators] == ["修缮面积", "合格率", "存粮增加"]
