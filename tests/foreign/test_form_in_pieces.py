"""A form in a Word document that stands in several tables, or in a table within a table, is one form."""

import docx
import pytest

from jxbook.assess import assess, assess_all
from jxbook.foreign import read_foreign
from word_tables import draw

HEAD = [["项目名称", "教师培训"], ["主管部门", "某教育局"], ["实施单位", "某进修学校"]]
MONEY = [
    ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", "1000000", "1000000", "900000", "10", "90%", "9"],
]
GOAL = [["年度总体目标", "预期目标", "实际完成情况"], ["", "培训教师300人次", "培训教师300人次，缺一校"]]
ROWS = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "未完成原因"],
    ["产出指标", "数量指标", "培训教师", "≥300人次", "300人次", "50", "50", ""],
    ["效益指标", "社会效益指标", "覆盖学校", "≥50所", "45所", "30", "27", "两所学校撤并，已调整计划"],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "91%", "10", "10", ""],
    ["总分", "", "", "", "", "100", "96", ""],
]


def is_whole(path):
    one = assess(path)
    form, money = one.form, one.form.funding
    assert (form.year, form.project.name.text, form.project.supervisor.text) == (2024, "教师培训", "某教育局")
    assert (money.total.budget_amount, money.total.spent_amount, money.unit) == (1000000, 900000, "元")
    assert (form.goal.expected.text, form.goal.achieved.text) == (GOAL[1][1], GOAL[1][2])
    assert (one.scoring.total, form.total.number) == (96, 96)


@pytest.mark.parametrize(
    "blocks",
    [
        [HEAD, "单位：元", MONEY, "", GOAL, "", ROWS],
        [HEAD, "一、项目资金（单位：元）", MONEY, "二、年度总体目标", GOAL, "三、绩效指标完成情况", ROWS],
        [HEAD, "", MONEY, "单位：元", GOAL, "", ROWS],
    ],
    ids=["tables one below the other", "under headings", "the unit anywhere"],
)
def test_the_parts_in_tables_of_their_own(word, blocks):
    is_whole(word("项目支出绩效自评表", "（2024年度）", *blocks))


def test_the_indicators_in_a_table_within_the_form(tmp_path):
    document = docx.Document()
    document.add_paragraph("项目支出绩效自评表（2024年度）")
    document.add_paragraph("单位：元")
    width = 7
    above = [row + ["<"] * (width - len(row)) for row in [*HEAD, *MONEY]]
    goal = [[row[0], row[1], "<", "<", row[2], "<", "<"] for row in GOAL]
    outer_rows = [*above, *goal, ["绩效指标", "", *"<" * 5], ["总分", *"<" * 4, "96", "<"]]
    outer = document.add_table(len(outer_rows), width)
    draw(outer, outer_rows)
    draw(outer.cell(len(outer_rows) - 2, 1).add_table(len(ROWS) - 1, 8), ROWS[:-1])
    document.save(str(tmp_path / "套.docx"))
    is_whole(tmp_path / "套.docx")


def test_a_table_of_a_report_is_no_part_of_the_form_behind_it(word):
    costs = [["费用", "金额"], ["场地", "20"]]
    path = word(
        "报告", costs, "经费使用合规，没有超出标准。", "项目支出绩效自评表（2024年度）", [*HEAD], "", ROWS
    )
    assert [sheet.name for sheet in read_foreign(path).grid.sheets] == ["表1", "表2"]
    assert assess(path).form.sheet == "表2"


def test_two_forms_in_a_row_stay_two(word):
    other = [["项目名称", "校舍维修"], ["主管部门", "某教育局"], ["实施单位", "某学校"]]
    path = word("（2024年度）", HEAD, "", MONEY, "", ROWS, "（2024年度）", other, "", MONEY, "", ROWS)
    assert [one.form.project.name.text for _, one in assess_all(path)] == ["教师培训", "校舍维修"]


@pytest.mark.parametrize(
    "between", [(), ("项目支出绩效自评表（续）",), ("项目支出绩效自评表", "（2024年度）"), ("续表",)]
)
def test_the_title_and_the_header_once_more_on_the_next_sheet(word, between):
    width = len(ROWS[0])
    head = [row + ["<"] * (width - len(row)) for row in [*HEAD, *MONEY]]
    goal = [[row[0], row[1], "<", "<", row[2], "<", "<", "<"] for row in GOAL]
    first = [*head, *goal, ROWS[0], ROWS[1]]
    path = word("项目支出绩效自评表（2024年度）", "单位：元", first, *between, [ROWS[0], *ROWS[2:]])
    is_whole(path)
    assert [name for name, _ in assess_all(path)] == ["表1"]


def test_a_table_of_a_report_behind_a_form_that_has_its_total_is_no_rest_of_it(word):
    width = len(ROWS[0])
    head = [row + ["<"] * (width - len(row)) for row in [*HEAD, *MONEY]]
    path = word(
        "项目支出绩效自评表（2024年度）", "单位：元", [*head, *ROWS], "项目支出绩效自评表", [ROWS[0], ROWS[2]]
    )
    [(_, one)] = assess_all(path)
    assert len(one.form.indicators) == 3
