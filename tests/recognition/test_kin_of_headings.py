"""Every kin of a heading stands for its column, whatever others stand beside it, and 分数 for whichever is missing."""

from __future__ import annotations

import pytest

from jxbook.recognition import recognise
from jxbook.workbook.grid import Grid
from sheets import sheet_of

KIN = {
    "target": "预计达到值 预期实现值 目标值 计划值 预期值 年初值 批复值 计划完成值 年度计划完成值 应完成数 设定值 批复目标值 预算批复指标值 2024年指标值 年初计划数 目标任务完成值 核定值",
    "actual": "实现值 年底完成值 截至12月底完成值 2024年实际完成值 实际达到值 全年累计完成值 实际完成量 绩效完成值 年终值 全年完成 达成情况",
    "points": "权值 赋分 分数 评价分值 权重值 权重（%） 基准分 权数 标准分 配分",
    "earned": "得分情况 自评分 自我评分 评价分值 最终得分 分数 自评分数 评分 得分结果",
    "reason": "偏差分析 原因分析 差异原因 未达标说明 偏差度及原因 情况说明 自评说明 偏离分析",
}
USUAL = {
    "target": "年度指标值",
    "actual": "实际完成值",
    "points": "分值",
    "earned": "得分",
    "reason": "未完成原因",
}
CASES = [(field, heading) for field, headings in KIN.items() for heading in headings.split()]


@pytest.mark.parametrize(("field", "heading"), CASES)
def test_a_kin_of_a_heading_stands_for_its_column(field: str, heading: str) -> None:
    row = {"target": "≥20场", "actual": "18场", "points": "10", "earned": "9", "reason": "雨天停办"}
    rows = [
        ["项目支出绩效自评表（2024年度）"],
        ["项目名称", "某项目"],
        ["一级指标", "二级指标", "三级指标", *{**USUAL, field: heading}.values()],
        ["产出指标", "数量指标", "培训场次", *row.values()],
        ["效益指标", "社会效益指标", "参训人次", *row.values()],
    ]
    form = recognise(Grid((sheet_of("自评表", rows),)), "表.xlsx")
    one = form.indicators[0]
    assert {name: one.entry(name).text for name in row} == row
    assert not form.headings


@pytest.mark.parametrize(
    "heading",
    [
        "上年完成值",
        "复核得分",
        "财政评价得分",
        "完成率",
        "指标值设置依据",
        "评分标准",
        "扣分",
        "满分标准说明",
        "实际扣分",
        "目标分值",
        "指标序号",
        "上半年完成值",
        "半年完成值",
        "实施期目标值",
        "累计完成值",
    ],
)
def test_what_is_another_hand_or_another_year_stands_for_none_of_them(heading: str) -> None:
    rows = [
        ["项目名称", "某项目"],
        ["一级指标", "二级指标", "三级指标", *USUAL.values(), heading],
        ["产出指标", "数量指标", "培训场次", "≥20场", "18场", "10", "9", "雨天停办", "17"],
    ]
    form = recognise(Grid((sheet_of("自评表", rows),)), "表.xlsx")
    assert not form.indicators[0].nature.cell
    assert {name: form.indicators[0].entry(name).text for name in USUAL} == dict(
        zip(USUAL, ["≥20场", "18场", "10", "9", "雨天停办"], strict=True)
    )


@pytest.mark.parametrize(
    ("first", "usual"),
    [("三年目标值", "目标值（2024年）"), ("总体目标值", "年度绩效目标值"), ("累计完成值", "当年完成数量")],
)
def test_of_values_of_several_years_and_of_the_year_the_latter_counts(first: str, usual: str) -> None:
    field = "actual" if "完成" in first else "target"
    values = {"target": "≥20场", "actual": "18场"}
    headings = [text for name in values for text in ([first, usual] if name == field else [USUAL[name]])]
    cells = [
        text for name, value in values.items() for text in (["99场", value] if name == field else [value])
    ]
    rows = [
        ["项目名称", "某项目"],
        ["一级指标", "二级指标", "三级指标", *headings, "分值", "得分"],
        ["产出指标", "数量指标", "培训场次", *cells, "10", "9"],
    ]
    one = recognise(Grid((sheet_of("自评表", rows),)), "表.xlsx").indicators[0]
    assert (one.target.text, one.actual.text) == ("≥20场", "18场")
