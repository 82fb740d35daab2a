"""Forms of offices as workbooks, for the tests of adopting: those of tests/layouts, and three drawn here.

The three are what an office's own template looks like: a red head, signatures, merged cells, a form to be filled in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

sys.path.insert(0, str(Path(__file__).parent / "layouts"))
import drawn

LACKING = {
    "02_two_blocks_without_points": "分值",
    "12_points_of_goals": "分值",
    "13_transfer_without_points": "得分",
    "m15_no_points_no_scores": "得分",
    "m16_scores_without_points": "分值",
}
"""Layouts that cannot be adopted, and the column that they lack."""
STACKED = "25_two_indicators_in_a_row"
"""One that has several indicators in a row, whose formulas would have no cell of their own."""
LAYOUTS = [name for name in drawn.names() if name not in LACKING and name != STACKED]


def layout(name: str, folder: Path) -> Path:
    """A layout as a workbook, also one that came as a Word document."""
    above, rows = drawn.read(name)
    width = max(map(len, rows))
    return drawn.write_xlsx(folder / f"{name}.xlsx", [[text] + [""] * (width - 1) for text in above] + rows)


def red_headed(path: Path) -> None:
    """A red head over a double line, the form merged over and over, a second sheet that takes its total, a list of
    documents, rows that wait for an indicator, a drop-down, a conditional format, names, a print area, a comment."""
    book = xlsxwriter.Workbook(str(path))
    red = book.add_format(
        {"font_name": "方正小标宋简体", "font_size": 26, "font_color": "#FF0000", "align": "center"}
    )
    box = book.add_format(
        {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "font_name": "仿宋"}
    )
    as_text = book.add_format({"border": 1, "num_format": "@", "align": "center"})
    sheet = book.add_worksheet("附件1")
    sheet.merge_range("A1:J1", "示范县财政局文件", red)
    sheet.merge_range("A2:J2", "项目支出绩效自评表（2024年度）", box)
    for row, (left, right) in enumerate([("项目名称", "主管部门"), ("实施单位", "联系电话")], 3):
        sheet.merge_range(f"A{row}:B{row}", left, box)
        sheet.merge_range(f"C{row}:F{row}", "", box)
        sheet.write(f"G{row}", right, box)
        sheet.merge_range(f"H{row}:J{row}", "", box)
    sheet.merge_range("A5:B7", "项目资金\\n（万元）".replace("\\n", "\n"), box)
    for column, text in zip(
        "CDEFGHIJ", ["", "年初预算数", "", "全年预算数", "全年执行数", "分值", "执行率", "得分"], strict=True
    ):
        sheet.write(f"{column}5", text, box)
    sheet.write_row("C6", ["年度资金总额", "", "", "", "", 10, "", ""], box)
    sheet.write_row("C7", ["其中：财政拨款", "", "", "", "", "—", "—", "—"], box)
    sheet.merge_range("A8:A9", "年度总体目标", box)
    sheet.merge_range("B8:F8", "预期目标", box)
    sheet.merge_range("G8:J8", "实际完成情况", box)
    sheet.merge_range("B9:F9", "", box)
    sheet.merge_range("G9:J9", "", box)
    sheet.write_row("A10", ["绩效指标", "一级指标", "二级指标"], box)
    sheet.merge_range("D10:E10", "三级指标", box)
    sheet.write_row("F10", ["年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"], box)
    blocks = [
        ("产\n出\n指\n标\n（50分）", ["数量指标", "数量指标", "质量指标", "时效指标", "成本指标"]),
        ("效益指标（30分）", ["社会效益指标", "可持续影响指标"]),
        ("满意度指标（10分）", ["服务对象满意度指标"]),
    ]
    row = 11
    for level1, kinds in blocks:
        if len(kinds) > 1:
            sheet.merge_range(f"B{row}:B{row + len(kinds) - 1}", level1, box)
        else:
            sheet.write(f"B{row}", level1, box)
        for kind in kinds:
            sheet.write(f"C{row}", kind, box)
            sheet.merge_range(f"D{row}:E{row}", "", box)
            for column in "FGH":
                sheet.write_blank(f"{column}{row}", None, box)
            sheet.write_blank(f"I{row}", None, as_text)
            sheet.write_blank(f"J{row}", None, box)
            row += 1
    sheet.merge_range(f"A{row}:G{row}", "总分", box)
    sheet.write_formula(f"H{row}", f"=SUM(H6,H11:H{row - 1})", box, 10)
    sheet.write_formula(f"I{row}", f"=SUM(J6,I11:I{row - 1})", box, 0)
    sheet.write_blank(f"J{row}", None, box)
    sheet.write(f"A{row + 1}", "评价等级", box)
    sheet.merge_range(f"B{row + 1}:J{row + 1}", "", box)
    sheet.write(f"A{row + 2}", "填表人：")
    sheet.write(f"F{row + 2}", "单位负责人（签字）：")
    sheet.data_validation(f"H11:H{row - 1}", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.conditional_format(f"I11:I{row - 1}", {"type": "cell", "criteria": "<", "value": 5, "format": red})
    sheet.write_comment("F11", "按批复填写")
    sheet.print_area(f"A1:J{row + 2}")
    sheet.repeat_rows(9)
    sheet.set_landscape()
    sheet.set_footer("&C第 &P 页")
    book.define_name("自评总分", f"='附件1'!$I${row}")
    totals = book.add_worksheet("汇总")
    totals.write_formula("B2", f"='附件1'!I{row}", None, 0)
    totals.write_formula("B3", "=自评总分", None, 0)
    book.close()


def apart(path: Path) -> None:
    """指标性质, 指标值 and 度量单位 apart, a header in two rows, money in 元, signatures, 执行率 in percent, filled in."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    box = book.add_format({"border": 1, "align": "center", "text_wrap": True})
    percent = book.add_format({"border": 1, "num_format": "0%"})
    sheet = book.add_worksheet("自评")
    sheet.merge_range("A1:L1", "某市2023年度项目支出绩效自评表", box)
    sheet.write_row(
        "A2", ["项目名称", "河道保洁", "", "主管部门", "某市水务局", "", "实施单位", "某市河道所"], box
    )
    sheet.write_row(
        "A3", ["项目资金（元）", "", "全年预算数", "全年执行数", "分值", "执行率（%）", "得分"], box
    )
    sheet.write_row("B4", ["年度资金总额", 1200000, "96万元", 10, 80, 8], box)
    sheet.merge_range("A5:A6", "一级指标", box)
    sheet.merge_range("B5:B6", "二级指标", box)
    sheet.merge_range("C5:C6", "三级指标", box)
    sheet.merge_range("D5:F5", "年度指标值", box)
    sheet.write_row("D6", ["指标性质", "指标值", "度量单位"], box)
    sheet.merge_range("G5:G6", "实际完成值", box)
    sheet.merge_range("H5:H6", "分值", box)
    sheet.merge_range("I5:I6", "得分", box)
    sheet.merge_range("J5:J6", "上年完成值", box)
    sheet.merge_range("K5:K6", "数据来源", box)
    sheet.merge_range("L5:L6", "偏差原因分析及改进措施", box)
    rows = [
        ("产出指标", "数量指标", "指标1：保洁河段", "≥", 20, "段", 18, 20, 20, 17, "台账"),
        ("", "", "指标2：清淤量", "大于等于", 3.5, "万立方米", "3.5", 10, 10, 3, "台账"),
        ("", "质量指标", "验收合格率", "=", 1, "%", 0.98, 10, "", "", ""),
        ("", "时效指标", "完成时间", "≤", 12, "月", "11月", 10, 10, "", ""),
        ("", "", "其中：上半年", "", "", "", "6月", "", "", "", ""),
        ("效益指标", "社会效益指标", "水质改善", "定性", "明显改善", "", "达成年度指标", 30, 29, "", ""),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥", 90, "%", "92%", 10, 10, "", "问卷"),
        ("……", "", "", "", "", "", "", "", "", "", ""),
    ]
    for number, row in enumerate(rows, 7):
        sheet.write_row(f"A{number}", row, box)
    sheet.write("E9", 1, percent)
    sheet.write("G9", 0.98, percent)
    sheet.write_row("A15", ["合计", "", "", "", "", "", "", 100, 97], box)
    sheet.write_row("A16", ["填表人：", "", "", "审核人：", "", "", "单位负责人："], None)
    book.close()


def several(path: Path) -> None:
    """A workbook with two forms of sub-projects, one of them without 分值, 得分 merged over the rows of a kind, a picture
    of the office's formulas, which share one another, and a chart sheet."""
    book = xlsxwriter.Workbook(str(path))
    box = book.add_format({"border": 1})
    sheet = book.add_worksheet("甲'项目")
    sheet.write_row("A1", ["项目支出绩效自评表（2024年度）"], box)
    sheet.write_row("A2", ["项目名称", "甲项目", "实施单位", "某所"], box)
    sheet.write_row("A3", ["", "全年预算数", "全年执行数", "执行率", "分值", "得分"], box)
    sheet.write_row("A4", ["年度资金总额", 50, 40, "", 10, ""], box)
    sheet.write_row(
        "A6", ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"], box
    )
    rows = [
        ("产出指标", "数量指标", "培训场次", "≥10场", "8场", 20),
        ("", "", "培训人数", "≥500人", "500人", 30),
        ("效益指标", "社会效益指标", "就业人数", "≥100人", "120人", 30),
        ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "95%", 10),
    ]
    for number, row in enumerate(rows, 7):
        sheet.write_row(f"A{number}", row, box)
    sheet.merge_range("G7:G8", "", box)
    sheet.write_formula("G9", "=F9", box, 30)
    sheet.write_formula("G10", "=F10", box, 10)
    sheet.write_row("A11", ["总分", "", "", "", "", 100, ""], box)
    sheet.write_row("A12", ["等级", ""], box)
    other = book.add_worksheet("乙项目")
    other.write_row("A1", ["项目支出绩效自评表（2024年度）"], box)
    other.write_row("A2", ["项目名称", "乙项目", "实施单位", "某所"], box)
    other.write_row("A6", ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"], box)
    other.write_row("A7", ["产出指标", "数量指标", "培训场次", "≥10场", "8场"], box)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='甲''项目'!$G$9:$G$10"})
    book.add_chartsheet("图").set_chart(chart)
    book.close()


def by_path(path: Path) -> None:
    """Each name holds its levels, 产出指标/数量指标/改造面积; one row waits for an indicator."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("自评")
    rows = [
        ["项目支出绩效自评表（2024年度）"],
        ["项目名称", "库房修缮", "实施单位", "某站"],
        ["项目资金（万元）", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", 100, 90, 10, "", ""],
        ["指标名称", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        ["产出指标/数量指标/修缮面积", "≥600平方米", "570平方米", 40, "", "雨天停工"],
        ["产出指标-时效指标-指标1：完成时间", "≤12月", "11月", 10, "", ""],
        ["效益指标/社会效益指标/存粮增加", "≥80吨", "72吨", 30, "", "雨天停工"],
        ["满意度指标/服务对象满意度指标/满意度", "≥90%", "85%", 10, "", "库房少"],
        ["……", "", "", "", "", ""],
        ["总分", "", "", 100, "", ""],
    ]
    for number, row in enumerate(rows, 1):
        sheet.write_row(f"A{number}", row)
    sheet.write("B8", 80, book.add_format({"num_format": '"≥"0"吨"'}))
    book.close()


DRAWN: dict[str, Callable[[Path], None]] = {
    "red_headed": red_headed,
    "apart": apart,
    "several": several,
    "by_path": by_path,
}
ADOPTABLE = [*LAYOUTS, *DRAWN]


def write(name: str, folder: Path) -> Path:
    """The file of a form that can be adopted."""
    if name not in DRAWN:
        return layout(name, folder)
    path = folder / f"{name}.xlsx"
    DRAWN[name](path)
    return path
