"""What a tester found on forms of layouts that nobody here had seen: findings that were false, and the right ones."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from jxbook.assess import assess
from jxbook.finding import Refusal

HEAD = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
ROWS = [
    ["产出指标", "数量指标", "养护里程", "≥50公里", "48公里", 20, 19.2, "雨季停工，2025年上半年补办。"],
    ["", "质量指标", "合格率", "≥95%", "96%", 20, 20, ""],
    ["效益指标", "社会效益指标", "受益人口", "≥2万人", "2.1万人", 40, 40, ""],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "89%", 10, 9.89, "道路扬尘，2025年加装喷淋。"],
]


def sheet(head: list[str], rows: list[list[object]], *, merged: str = "", title: str = "") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    for line in (
        [title or "项目支出绩效自评表"],
        ["（2024年度）"],
        ["项目名称", "乡村道路养护"],
        ["主管部门", "东河县交通局", "", "", "实施单位", "东河县公路站"],
        ["项目资金（万元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", "", 100, 100, 95, 10, "95%", 9.5],
        ["年度总体目标", "预期目标", "", "", "", "实际完成情况"],
        ["", "养护道路50公里。", "", "", "", "养护道路48公里。"],
        head,
        *rows,
    ):
        page.append(line)
    if merged:
        page.merge_cells(merged)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def found(tmp_path: Path, data: bytes) -> dict[str, str]:
    path = tmp_path / "表.xlsx"
    path.write_bytes(data)
    return {one.code: one.what for one in assess(path).findings}


def test_a_reason_that_looks_ahead_contradicts_no_year(tmp_path: Path) -> None:
    assert "JX114" not in found(tmp_path, sheet(HEAD, ROWS))


def test_a_column_that_explains_the_scoring_is_no_text_about_the_project(tmp_path: Path) -> None:
    rows = [[*row, "按期完成任务数/任务总数；2023年基数为100，扣完为止。。"] for row in ROWS]
    codes = found(tmp_path, sheet([*HEAD, "评分标准"], rows))
    assert not {"JX501", "JX519", "JX523"} & set(codes), codes


@pytest.mark.parametrize(("earned", "wrong"), [(39.2, False), (36, True)])
def test_one_score_for_two_rows_is_compared_with_their_sum(
    tmp_path: Path, earned: float, wrong: bool
) -> None:
    rows = [list(row) for row in ROWS]
    rows[0][5], rows[0][6], rows[1][5], rows[1][6] = 40, earned, None, None
    book = openpyxl.load_workbook(BytesIO(sheet(HEAD, rows)))
    book.active.merge_cells("F10:F11")
    book.active.merge_cells("G10:G11")
    data = BytesIO()
    book.save(data)
    codes = found(tmp_path, data.getvalue())
    assert ("JX304" in codes) is wrong, codes


def test_a_label_may_say_of_which_level_it_is(tmp_path: Path) -> None:
    rows = [[f"一级指标：{row[0]}" if row[0] else "", *row[1:]] for row in ROWS]
    assert "JX206" not in found(tmp_path, sheet(HEAD, rows))


def test_the_second_level_may_stand_in_rows_of_its_own(tmp_path: Path) -> None:
    head = ["序号", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "说明"]
    rows: list[list[object]] = [["一、产出指标（40分）"], ["（一）数量指标"], [1, *ROWS[0][2:]]]
    rows += [["（二）质量指标"], [2, *ROWS[1][2:]], ["二、效益指标（40分）"], ["（一）社会效益指标"]]
    rows += [[3, *ROWS[2][2:]], ["三、满意度指标（10分）"], [4, *ROWS[3][2:]]]
    book = openpyxl.load_workbook(BytesIO(sheet(head, rows)))
    for number in (10, 11, 13, 15, 16, 18):
        book.active.merge_cells(f"A{number}:G{number}")
    data = BytesIO()
    book.save(data)
    path = tmp_path / "表.xlsx"
    path.write_bytes(data.getvalue())
    assessed = assess(path)
    levels = [(one.level1.text, one.level2.text) for one in assessed.form.indicators]
    assert levels[:3] == [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标")]
    assert "JX206" not in {one.code for one in assessed.findings}


@pytest.mark.parametrize("heading", ["1-9月实际完成值", "半年完成值", "上半年完成情况", "预计全年完成值"])
def test_a_form_of_a_part_of_the_year_is_told_apart(tmp_path: Path, heading: str) -> None:
    head = [heading if one == "实际完成值" else one for one in HEAD]
    with pytest.raises(Refusal, match="JX937"):
        found(tmp_path, sheet(head, ROWS))


@pytest.mark.parametrize("heading", ["1-12月完成值", "12月底完成情况", "全年实际完成值"])
def test_a_whole_year_is_no_part_of_it(tmp_path: Path, heading: str) -> None:
    head = [heading if one == "实际完成值" else one for one in HEAD]
    assert found(tmp_path, sheet(head, ROWS))


def test_a_form_of_targets_alone_is_named_for_what_it_is(tmp_path: Path) -> None:
    data = sheet([*HEAD[:4], "分值"], [[*row[:4], row[5]] for row in ROWS], title="项目支出绩效目标申报表")
    codes = found(tmp_path, data)
    assert "绩效目标申报表" in codes["JX120"] and "JX121" not in codes
