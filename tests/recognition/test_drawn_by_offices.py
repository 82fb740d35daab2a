"""Forms as hospitals, universities, townships and buyers of services draw them, read as their clerks mean them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.assess import Assessed, Source, assess
from jxbook.recognition import forms_in, read_form
from jxbook.workbook.grid import Grid, Merge
from sheets import sheet_of

ROWS = """
产出指标 | 数量指标 | 招生人数 | ≥100人 | 90人 | 60 | 54 | 签证延期，已增加秋季批次
效益指标 | 社会效益指标 | 就业率 | ≥95% | 96% | 30 | 30 |
"""


def read(table: str, merges: tuple[Merge, ...] = ()) -> Assessed:
    rows = [
        [
            Decimal(cell) if cell.isdigit() else cell.replace("\\n", "\n")
            for cell in map(str.strip, line.split("|"))
        ]
        for line in table.strip().splitlines()
    ]
    return assess(Source(Grid((sheet_of("自评表", rows, merges),)), "自评表.xlsx"))


def codes(one: Assessed) -> list[str]:
    return [finding.code for finding in one.findings]


def test_headings_in_two_languages() -> None:
    one = read(f"""
项目支出绩效自评表\\nSelf-evaluation Form
年度 Fiscal year：2024
项目名称\\nProject | 中外合作办学 | 实施单位\\nUnit | 某学院
项目资金（万元）\\nFunds | 全年预算数\\nBudget | 全年执行数B | 分值Points | 执行率B/A | 得分\\nScore
年度资金总额 Total | 200 | 180 | 10 | 90% | 9
一级指标\\nLevel 1 | 二级指标\\nLevel 2 | 三级指标\\nLevel 3 | 年度指标值\\nTarget | 实际完成值\\nActual | 分值\\nPoints | 得分\\nScore | 偏差原因
{ROWS.replace("产出指标", "产出指标 Output").strip()}
总分 Total | | | | | 100 | 93
""")
    assert (one.form.year, one.form.project.name.text, one.form.project.implementer.text) == (
        2024,
        "中外合作办学",
        "某学院",
    )
    assert [row.level1.text for row in one.form.indicators] == ["产出指标", "效益指标"]
    assert (one.scoring.total, one.form.total.number) == (93, 93)


def test_a_name_stands_beside_its_number_under_an_empty_heading() -> None:
    one = read("""
项目名称 | 学生资助
一级指标 | 二级指标 | 三级指标 | | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 指标1 | 资助人数 | ≥1200人 | 1180人 | 20 | 19
 | | 指标2 | | | | |
效益指标 | 社会效益指标 | 指标1 | 完成学业率 | ≥98% | 99% | 30 | 30
""")
    assert [row.name.text for row in one.form.indicators if row.target.text] == ["资助人数", "完成学业率"]
    assert not {"JX106", "JX223"} & set(codes(one))


def test_the_points_of_a_level_in_a_column_of_their_own() -> None:
    one = read("""
项目名称 | 社区矫正服务
一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重 | 计划服务量 | 实际服务量 | 得分
产出 | 60 | 数量 | 40 | 走访次数 | 20 | ≥480次 | 480次 | 20
 | | | | 培训场次 | 20 | ≥12场 | 12场 | 20
 | | 质量 | 20 | 建档率 | 20 | 100% | 100% | 20
效益 | 40 | 社会效益 | 20 | 再犯率 | 30 | ≤1% | 0.5% | 30
""")
    assert [(one.label.text, one.points, len(one.rows)) for one in one.form.label_points] == [
        ("产出", 60, 3),
        ("数量", 40, 2),
        ("质量", 20, 1),
        ("效益", 40, 1),
        ("社会效益", 20, 1),
    ]
    assert codes(one).count("JX320") == 2
    assert [row.target.text for row in one.form.indicators][:2] == ["≥480次", "≥12场"]


def test_of_goals_and_money_for_several_years_those_of_the_year_count() -> None:
    one = read(f"""
省级专项资金绩效自评表（2024年度）
项目名称 | 农田建设
资金情况（万元） | 实施期资金总额： | 3000 | | 年度资金总额： | 1000 | 实际支出： | 900
总体目标 | 实施期目标（2023—2025年） | | | 年度目标 | | 年度目标完成情况
 | 建成农田3万亩 | | | 建成农田1万亩 | | 建成1万亩
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 未完成原因
{ROWS.strip()}
""")
    assert (one.form.goal.expected.text, one.form.goal.achieved.text) == ("建成农田1万亩", "建成1万亩")
    assert one.scoring.execution.rate == Decimal("0.9")


def test_a_total_row_of_the_table_alone_is_no_wrong_total() -> None:
    """The 执行率 has no box for its 得分, and the weights add up to 90."""
    table = f"""
项目绩效自评表（2024年度）
项目名称 | 村道硬化
项目预算执行情况（万元） | 预算数： | 120 | 执行数： | 108 | 执行率： | 90%
一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成值 | 权重 | 得分 | 备注
{ROWS.strip()}
"""
    assert "JX307" not in codes(read(table + "合计 | | | | | 90 | 84"))
    assert "JX307" in codes(read(table + "合计 | | | | | 90 | 85"))


def test_another_framework_of_a_whole_department_is_told_once() -> None:
    one = read("""
某县林业局2024年度部门整体支出绩效自评表
部门名称 | 某县林业局
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
履职效能 | 造林绿化 | 造林面积 | ≥1万亩 | 1万亩 | 50 | 50
管理效率 | 预算管理 | 公开及时率 | 100% | 100% | 20 | 20
社会效应 | 生态效益 | 森林覆盖率 | ≥52% | 52.3% | 20 | 20
可持续发展能力 | 人才 | 持证人数 | ≥20人 | 20人 | 10 | 10
""")
    assert codes(one).count("JX206") == 1


def test_sections_with_the_serials_of_a_chapter() -> None:
    one = read("""
某区2024年度财政专项资金绩效自评表
专项名称：农村饮水安全
二、绩效目标完成情况
指标名称 | 目标值 | 完成值 | 分值 | 自评得分 | 备注
（一）产出指标（60分）
1.新增供水人口 | ≥5000人 | 5200人 | 60 | 60 |
（二）效益指标（30分）
2.供水保证率 | ≥95% | 95% | 30 | 30 |
（三）满意度指标（10分）
3.群众满意度 | ≥90% | 90% | 10 | 10 |
三、自评结论
自评得分：100分，自评等级：优
""")
    assert one.form.project.name.text == "农村饮水安全"
    assert [row.level1.text for row in one.form.indicators] == ["产出指标", "效益指标", "满意度指标"]
    assert (one.form.total.text, one.form.grade.text) == ("100分", "优")


def test_sections_of_an_offices_own_are_one_beside_the_other() -> None:
    one = read("""
项目名称 | 窗口服务
指标名称 | 目标值 | 完成值 | 分值 | 得分
（一）基础管理（40分） | | | |
公开栏更新 | ≥12次 | 12次 | 40 | 40
（二）窗口服务（60分） | | | |
办件 | ≥900件 | 900件 | 60 | 60
""")
    assert [(row.level1.text, row.level2.text) for row in one.form.indicators] == [
        ("基础管理", ""),
        ("窗口服务", ""),
    ]
    assert "JX320" not in codes(one)


@pytest.mark.parametrize(
    ("points", "total"), [("60% 30% 10%", "100%"), ("0.6 0.3 0.1", "1"), ("60％ 30％ 10％", "")]
)
def test_points_that_are_shares_of_the_whole(points: str, total: str) -> None:
    first, second, third = points.split()
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 文化下乡
指标名称 | 目标值 | 完成值 | 权重 | 得分
演出场次 | ≥50场 | 45场 | {first} | 54
惠及群众 | ≥5万人次 | 6万人次 | {second} | 30
群众满意度 | ≥90% | 95% | {third} | 10
合计 | | | {total} | 94
""")
    assert [row.points for row in one.scoring.indicators] == [60, 30, 10]
    assert (one.scoring.total, one.form.total.number) == (94, 94)
    assert not {"JX302", "JX304", "JX306", "JX307", "JX309"} & set(codes(one))


def test_two_forms_one_beside_the_other_are_two() -> None:
    rows = [
        line.split("|")
        for line in """2024年度项目支出绩效自评表
项目名称|甲项目|||||项目名称|乙项目
三级指标|指标值|完成值|分值|得分||三级指标|指标值|完成值|分值|得分
甲一|≥10个|10个|100|100||乙一|≥10个|8个|100|80""".splitlines()
    ]
    places = forms_in(grid := Grid((sheet_of("自评表", rows),)))
    forms = [read_form(grid, place) for place in places]
    assert [place.name for place in places] == ["自评表第A列", "自评表第G列"]
    assert [(one.project.name.text, one.indicators[0].name.text, one.year) for one in forms] == [
        ("甲项目", "甲一", 2024),
        ("乙项目", "乙一", 2024),
    ]


def test_the_numbers_of_the_columns_are_no_row() -> None:
    one = read("""
2024年度项目绩效自评表
项目名称 | 农技推广
资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
栏次 | 1 | 2 | 3 | 4=3/2 | 5 | 6
合计 | 60 | 60 | 57 | 95% | 10 | 9.5
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成比例 | 分值 | 得分
1 | 2 | （3） | 4 | 5 | 6=5/4 | 7 | 8
产出指标 | 数量指标 | 培训农民 | 1000人次 | 900人次 | 90% | 90 | 81
合计 | | | | | | 100 | 90.5
""")
    assert [row.name.text for row in one.form.indicators] == ["培训农民"]
    assert (one.form.funding.parts, one.form.funding.further) == ((), ())
    assert one.scoring.total == Decimal("90.5")


def test_headings_under_those_of_a_group_stay_what_they_are() -> None:
    """年初目标 under 完成情况 is no 完成情况; 完成值 under 上年 is none of this year."""
    rows = [
        line.split("|")
        for line in """项目名称|智慧停车
绩效指标|||完成情况|||评分情况||原因分析|上年
一级|二级|三级|年初目标|单位|完成值|满分|评分||完成值
产出|数量|泊位数|800|个|820|40|40||700""".splitlines()
    ]
    merges = [Merge(2, 1, 2, 3), Merge(2, 4, 2, 6), Merge(2, 7, 2, 8), Merge(2, 9, 3, 9)]
    [place] = forms_in(Grid((sheet_of("自评表", rows, merges),)))
    columns = place.tables[0].columns
    found = {
        field: columns[field] for field in ("name", "target", "unit", "actual", "points", "earned", "reason")
    }
    assert found == {"name": 3, "target": 4, "unit": 5, "actual": 6, "points": 7, "earned": 8, "reason": 9}


def test_the_shortest_headings_count_where_all_others_are_known() -> None:
    one = read("""
2024年村级公益事业项目绩效自评表
项目名称 | 太阳能路灯
评价指标 | 目标 | 完成 | 分值 | 自评分 | 说明
安装路灯 | 40盏 | 40盏 | 60 | 60 |
村民满意率 | ≥95% | 97% | 40 | 40 |
""")
    assert one.scoring.total == 100


def test_kinds_under_one_heading_that_is_not_that_of_a_level() -> None:
    one = read("""
某县2024年度专项资金项目绩效自评表
项目名称 | 产业路建设 | 建设单位 | 某镇政府
资金下达（万元） | 中央 | 省级 | 县级 | 合计 | 已支付 | 支付进度
 | 100 | 50 | 50 | 200 | 190 | 95%
指标类型 | 指标名称 | 单位 | 计划指标 | 完成指标 | 完成率 | 分值 | 得分
数量指标 | 产业路里程 | 公里 | 5 | 5 | 100% | 80 | 80
满意度指标 | 农户满意度 | % | 95 | 95 | 100% | 20 | 20
合计 | | | | | | 100 | 100
""")
    assert (one.form.funding.total.budget_amount, one.form.funding.total.spent_amount) == (200, 190)
    assert [(row.level1.text, row.level2.text) for row in one.form.indicators] == [
        ("", "数量指标"),
        ("满意度指标", ""),
    ]
    assert one.scoring.total == 100
    assert "JX206" not in codes(one)


def test_a_level_above_its_own_headings_each_time() -> None:
    one = read("""
项目名称 | 食品抽检
产出指标（60分）
指标内容 | 目标值 | 完成值 | 满分 | 自评分
抽检批次 | ≥2000批次 | 2000批次 | 60 | 60
效益指标（40分）
指标内容 | 目标值 | 完成值 | 满分 | 自评分
投诉下降率 | ≥5% | 4% | 40 | 32
合计 | | | 100 | 92
""")
    assert [row.level1.text for row in one.form.indicators] == ["产出指标", "效益指标"]
    assert [one.points for one in one.form.label_points] == [60, 40]


def test_goals_beside_their_labels_right_above_the_table() -> None:
    one = read("""
项目名称 | 小区改造
年度目标 | 改造小区3个 | | 完成情况 | 已改造3个
指标 | 指标值 | 完成值 | 是否完成 | 得分/分值
改造小区数 | 3个 | 3个 | √ | 50/50
受益户数 | 500户 | 480户 | × | 48/50
""")
    assert (one.form.goal.expected.text, one.form.goal.achieved.text) == ("改造小区3个", "已改造3个")
    assert [row.points for row in one.scoring.indicators] == [50, 50]
    assert "JX106" not in codes(one)


@pytest.mark.parametrize("block", ["绩效目标及完成", "年度总体目标及完成情况", "目标与实际完成情况"])
def test_goal_and_achievement_behind_one_label(block: str) -> None:
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 旧小区改造
{block} | 改造小区3个 | | 改造了小区2个 |
三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
改造小区数量 | ≥3个 | 2个 | 100 | 66.67
""")
    assert (one.form.goal.expected.text, one.form.goal.achieved.text) == ("改造小区3个", "改造了小区2个")


def test_money_in_the_unit_of_its_own_heading() -> None:
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 环卫保洁
项目资金 | 年初预算数（元） | 全年预算数（万元） | 全年执行数（元） | 分值 | 执行率 | 得分
年度资金总额 | 1300000 | 130 | 1235000 | 10 | 95% | 9.5
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
{ROWS.strip()}
""")
    assert one.form.funding.total.budget_amount == 1300000
    assert one.scoring.execution.rate == Decimal("0.95")
    assert not {"JX402", "JX414"} & set(codes(one))


def test_money_and_deductions_in_cells_with_their_labels() -> None:
    one = read("""
2024年度部门项目支出绩效评分表
项目名称：图书购置　　主管部门：某市文旅局　　实施单位：某市图书馆
全年预算数（万元）：120　　全年执行数（万元）：114
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 扣分 | 扣分原因
产出 | 数量 | 购书 | 3万册 | 2.85万册 | 100 | 5 | 供货商断供，次年补采
合计扣分 | | | | | 100 | 5 |
自评得分 | | | | | | 95 |
""")
    assert one.scoring.execution.rate == Decimal("0.95")
    assert [row.name.text for row in one.form.indicators] == ["购书"]
    assert (one.scoring.total, one.form.total.number) == (95, 95)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("年度绩效目标1：培训学员300人（50分）", "年度绩效目标2：建成机房（40分）"),
        ("年度绩效目标1（50分）：培训学员300人", "年度绩效目标2（40分）：建成机房"),
        ("目标一：培训学员300人", "目标二：建成机房"),
    ],
)
def test_goals_stand_left_of_their_indicators(first: str, second: str) -> None:
    one = read(f"""
2024年度某项目自评表
项目名称 | 技能培训
{first} | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
 | 产出指标 | 数量指标 | 培训场次 | 10场 | 9场 | 36
 | 产出指标 | 质量指标 | 合格率 | 100% | 100% | 10
{second} | 产出指标 | 数量指标 | 机房数量 | 1间 | 1间 | 40
总分 | | | | | | 86
""")
    goals = (one.form.goal, *one.form.more_goals)
    assert [goal.expected.text for goal in goals] == ["培训学员300人", "建成机房"]
    assert [goal.weight.text for goal in goals] == (["50", "40"] if "分" in first else ["", ""])
    assert [row.goal for row in one.form.indicators] == [0, 0, 1]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("2023年完成值 | 2024年目标值 | 2024年完成值", "80人 | ≥100人 | 90人"),
        ("2023年指标值 | 2023年实际值 | 2024年指标值 | 2024年实际值", "≥70人 | 80人 | ≥100人 | 90人"),
        ("2024年指标值 | 2024年实际值 | 2025年指标值", "≥100人 | 90人 | ≥120人"),
        ("年度指标值 | 上半年完成值 | 下半年完成值 | 全年完成值", "≥100人 | 40人 | 50人 | 90人"),
        ("2023年完成值 | 年度指标值 | 实际完成值", "80人 | ≥100人 | 90人"),
    ],
)
def test_of_values_of_several_times_those_of_the_year_count(headings: str, cells: str) -> None:
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 技能培训
一级指标 | 二级指标 | 三级指标 | {headings} | 分值 | 得分
产出指标 | 数量指标 | 培训人数 | {cells} | 50 | 45
""")
    assert [(row.target.text, row.actual.text) for row in one.form.indicators] == [("≥100人", "90人")]


def test_a_heading_over_the_parts_of_the_year_is_parted() -> None:
    one = read(
        """
项目绩效自评表（2024年度）
项目名称 | 技能培训
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成情况 | | | 分值 | 得分
 | | | | 上半年 | 下半年 | 全年 | |
产出指标 | 数量指标 | 培训人数 | ≥100人 | 40人 | 50人 | 90人 | 50 | 45
""",
        (Merge(3, 5, 3, 7),),
    )
    assert [(row.name.text, row.actual.text) for row in one.form.indicators] == [("培训人数", "90人")]


@pytest.mark.parametrize("year", ["1-12月完成值", "全年（1-12月）完成值"])
def test_from_january_to_december_is_the_year(year: str) -> None:
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 招生
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-6月完成值 | {year} | 分值 | 得分
产出指标 | 数量指标 | 培训人数 | ≥100人 | 40人 | 90人 | 50 | 45
""")
    assert [row.actual.text for row in one.form.indicators] == ["90人"]


EXECUTION_ROWS = (
    "预算执行率 | | | 100% | 95% | 10 | 9.5",
    "预算执行率（10分） | | | | 95% | 10 | 9.5",
    "预算执行指标 | 预算执行率 | | 100% | 95% | 10 | 9.5",
    "预算执行 | 预算执行率 | 预算执行率 | 100% | 95% | 10 | 9.5",
)


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("execution", EXECUTION_ROWS)
def test_a_row_of_the_execution_rate_is_that_of_the_money(execution: str, last: bool) -> None:
    rows = [
        "产出指标 | 数量指标 | 招生人数 | ≥100人 | 90人 | 50 | 45",
        "效益指标 | 社会效益指标 | 就业率 | ≥95% | 96% | 40 | 40",
    ]
    rows.insert(2 if last else 0, execution)
    head = "项目绩效自评表（2024年度）\n项目名称 | 招生\n{}一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n"
    rest = "\n".join(rows) + "\n总分 | | | | | 100 | 94.5"
    one = read(head.format("资金（万元） | 预算数 | 100 | 执行数 | 95\n") + rest)
    assert (one.form.funding.points.number, one.form.funding.earned.number) == (10, Decimal("9.5"))
    assert [row.name.text for row in one.form.indicators] == ["招生人数", "就业率"]
    assert one.scoring.total == Decimal("94.5")
    alone = read(head.format("") + rest)  # no money above, and so an indicator like any other
    assert [row.name.text for row in alone.form.indicators][2 if last else 0].startswith("预算执行率")


def test_an_execution_rate_under_another_level_is_an_indicator() -> None:
    one = read("""
项目绩效自评表（2024年度）
项目名称 | 招生
资金（万元） | 预算数 | 100 | 执行数 | 95
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
过程 | 预算执行率 | 预算执行率 | 100% | 95% | 10 | 9.5
产出指标 | 数量指标 | 招生人数 | ≥100人 | 90人 | 90 | 81
""")
    assert [row.name.text for row in one.form.indicators] == ["预算执行率", "招生人数"]


def test_above_the_total_stand_a_sum_and_the_execution_rate() -> None:
    one = read("""
项目绩效自评表（2024年度）
项目名称 | 招生
资金（万元） | 预算数 | 100 | 执行数 | 95
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 招生人数 | ≥100人 | 90人 | 90 | 81
合计 | | | | | 90 | 81
预算执行率 | | | | 95% | 10 | 9.5
总分 | | | | | 100 | 90.5
""")
    assert (one.form.total.number, one.scoring.total) == (Decimal("90.5"), Decimal("90.5"))


def test_several_units_share_a_name_and_a_target() -> None:
    one = read(
        """
项目绩效自评表（2024年度）
项目名称 | 培训
一级指标 | 二级指标 | 三级指标 | 二级单位 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 培训人数 | 甲所 | ≥10人 | 9人 | 10 | 9
 | | | 乙所 | | 20人 | 10 | 10
效益指标 | 社会效益指标 | 就业率 | 全局 | ≥95% | 96% | 70 | 70
""",
        (Merge(4, 3, 5, 3), Merge(4, 5, 5, 5)),
    )
    rows = [(row.name.text, row.target.text, row.actual.text) for row in one.form.indicators]
    assert rows == [
        ("培训人数（甲所）", "≥10人", "9人"),
        ("培训人数（乙所）", "≥10人", "20人"),
        ("就业率", "≥95%", "96%"),
    ]
    assert not {"JX102", "JX207"} & set(codes(one))


@pytest.mark.parametrize(
    ("goals", "read_as"),
    [
        (
            "年度总体目标 | 序号 | 目标内容 | | 完成情况\n | 1 | 修路10公里 | | 修路9公里\n | 2 | 架桥2座 | | 架桥1座",
            [("修路10公里", "修路9公里"), ("架桥2座", "架桥1座")],
        ),
        (
            "年度总体目标 | 预期目标 | | 实际完成情况\n | 修路10公里 | | 修路9公里\n | 架桥2座 | | 架桥1座",
            [("修路10公里", "修路9公里"), ("架桥2座", "架桥1座")],
        ),
        (
            "年度总体目标 | 预期目标 | | 实际完成情况\n | 修路10公里 | | 修路9公里\n备注 | 架桥2座 | | 架桥1座",
            [("修路10公里", "修路9公里")],
        ),
        (
            "预期目标 | | 实际完成情况\n修路10公里 | | 修路9公里\n资金（万元） | 预算数 | 100 | 执行数 | 95",
            [("修路10公里", "修路9公里")],
        ),
        ("年度总体目标 | 预期目标：修路10公里\\n实际完成情况：修路9公里", [("修路10公里", "修路9公里")]),
    ],
)
def test_several_goals_below_each_other_and_one_with_what_was_achieved(
    goals: str, read_as: list[tuple[str, str]]
) -> None:
    one = read(f"""
项目绩效自评表（2024年度）
项目名称 | 修路
{goals}
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
{ROWS.strip()}
""")
    found = (one.form.goal, *one.form.more_goals)
    assert [(goal.expected.text, goal.achieved.text) for goal in found] == read_as


@pytest.mark.parametrize("total", ["", "总分 | | | | | 100 | 93\n"])
def test_money_below_the_indicators_is_money_and_no_indicator(total: str) -> None:
    """Its headings and its amounts were two rows more, and there was no 执行率."""
    one = read(f"""
项目支出绩效自评表（2024年度）
项目名称 | 校舍维修 | | 单位：万元
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
{ROWS.strip()}
项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
年度资金总额 | | 50 | 50 | 45 | 10 | 9
{total}""")
    money = one.form.funding.total
    assert [row.name.text for row in one.form.indicators] == ["招生人数", "就业率"]
    assert (money.budget_amount, money.spent_amount, one.form.funding.unit) == (50, 45, "万元")
    assert (one.scoring.total, one.form.total.number) == (93, 93 if total else None)
    assert "年度资金总额" not in one.form.project.facts
