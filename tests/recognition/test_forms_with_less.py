"""A form that has its points with the names, deductions for scores, or scores by a standard in words alone, is scored
by what it has."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from handed_in import hand_in
from jxbook.assess import Assessed, Source, assess
from jxbook.workbook.grid import Grid
from sheets import sheet_of

HEAD = """
项目支出绩效自评表（2024年度）
项目名称 | 库房修缮 | 实施单位 | 某站
项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率
年度资金总额 | | 100 | 90 | 90%
"""


def read(table: str) -> Assessed:
    rows = [
        [
            Decimal(cell) if cell.replace(".", "").isdigit() else cell
            for cell in map(str.strip, line.split("|"))
        ]
        for line in (HEAD + table).strip().splitlines()
    ]
    return assess(Source(Grid((sheet_of("自评表", rows),)), "自评表.xlsx"))


def codes(one: Assessed) -> set[str]:
    return {finding.code for finding in one.findings}


def test_points_that_stand_with_the_names_are_scored_by() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 | 未完成原因
产出指标 | 数量指标 | 修缮面积（50分） | ≥600平方米 | 600平方米 | 50 |
效益指标 | 社会效益指标 | 存粮增加（分值：30分） | ≥80吨 | 76吨 | 30 |
满意度指标 | 服务对象满意度指标 | 职工满意度（20分） | ≥90% | 95% | 20 |
总分 | | | | | 100 |
""")
    assert [row.indicator.name.text for row in one.scoring.indicators] == [
        "修缮面积",
        "存粮增加",
        "职工满意度",
    ]
    assert [row.points for row in one.scoring.indicators] == [50, 30, 20]
    assert one.scoring.total == Decimal("98.5")
    assert {"JX304", "JX301"} <= codes(one)


def test_points_in_a_name_beside_a_column_of_points_stay_a_part_of_the_name() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 考试（100分）合格人数 | ≥6人 | 6人 | 100 | 100
""")
    assert one.form.indicators[0].name.text == "考试（100分）合格人数"


def test_deductions_are_compared_as_the_scores_that_they_leave() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 扣分 | 未完成原因
产出指标 | 数量指标 | 修缮面积 | ≥600平方米 | 600平方米 | 50 | 0 |
效益指标 | 社会效益指标 | 存粮增加 | ≥80吨 | 76吨 | 30 | 0.5 | 雨天停工，已改在冬季施工
满意度指标 | 服务对象满意度指标 | 职工满意度 | ≥90% | 95% | 20 | 0 |
""")
    assert one.scoring.total == Decimal("98.5")
    assert "JX120" not in codes(one)
    assert [finding.cell.address for finding in one.findings if finding.code == "JX304"] == ["G8"]  # type: ignore[union-attr]


def test_scores_by_a_standard_in_words_are_added_up_and_every_loss_wants_its_reason() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评分标准 | 得分 | 扣分原因
决策（40分） | 项目立项 | 立项规范性 | 40 | 考核立项是否规范 | 符合得满分 | 40 |
过程（60分） | 资金管理 | 支出进度 | 30 | 考核支出是否及时 | 每差1%扣1分 | 24 |
| 组织实施 | 信息公开 | 30 | 考核是否公开 | 公开得满分 | 28 | 公开迟了一个月，已定专人负责
合计 | | | 100 | | | 93 |
""")
    assert one.scoring.total == 92
    found = codes(one)
    assert {"JX301", "JX307"} <= found
    assert not found & {"JX120", "JX102", "JX315"}
    assert any("得分按表中所填" in finding.what for finding in one.findings)


def test_a_heading_that_may_be_meant_for_the_target_is_still_asked_about() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年度指标植 | 分值 | 得分
产出指标 | 数量指标 | 修缮面积 | ≥600平方米 | 100 | 100
""")
    assert "JX120" in codes(one)
    assert one.scoring.total is None


def test_the_points_of_the_total_row_are_no_total(tmp_path: Path) -> None:
    """总分 | 100 | blank: nobody has said what was earned."""
    form = assess(hand_in(tmp_path / "表.xlsx")).form
    assert (form.total_points.number, form.total.number) == (100, None)


def test_a_score_that_says_how_it_came_about_is_its_result() -> None:
    one = read("""
一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 分值 | 得分
产出指标 | 质量指标 | 设备在线率 | ≥98% | 96.1% | 30 | 30×96.1%/98%＝29.42
产出指标 | 时效指标 | 修复时间 | ≤24小时 | 24小时 | 10 | =10分
效益指标 | 社会效益指标 | 火情发现率 | ≥95% | 92% | 50 | =50*92%/95%
""")
    assert [row.earned.number for row in one.form.indicators] == [Decimal("29.42"), 10, None]
    assert sum(finding.code == "JX309" for finding in one.findings) == 1  # nothing is reckoned for the office
