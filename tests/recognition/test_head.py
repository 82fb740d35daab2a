"""The head of a form is read also where its labels are shorter than those of the national form."""

from __future__ import annotations

from jxbook.form import Form
from jxbook.recognition import forms_in, recognise
from jxbook.workbook.grid import Grid
from sheets import sheet_of

TABLE = """
项目资金 | 年初预算数 | 全年预算数 | 全年执行数
年度资金总额 | 50 | 100 | 90
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 加固水库数量 | ≥1座 | 1座 | 90 | 90
总分 | | | | | 100 | 99
"""


def grid(table: str) -> Grid:
    lines = table.strip().splitlines()
    return Grid((sheet_of("自评表", [[cell.strip() for cell in line.split("|")] for line in lines]),))


def read(head: str) -> Form:
    return recognise(grid(head + TABLE), "自评表.xlsx")


def test_a_bare_label_names_the_project_where_no_other_does() -> None:
    project = read("2024年度项目绩效自评表\n项目 | 水库加固 | 主管部门 | 某局 | 单位 | 某水利站").project
    assert (project.name.text, project.supervisor.text, project.implementer.text) == (
        "水库加固",
        "某局",
        "某水利站",
    )


def test_the_full_label_goes_before_the_bare_one() -> None:
    project = read("项目 | 水利类 | 项目名称 | 水库加固\n单位 | 某局 | 实施单位 | 某水利站").project
    assert (project.name.text, project.implementer.text) == ("水库加固", "某水利站")


def test_a_heading_over_a_column_is_no_such_label() -> None:
    project = read("实施单位 | 某水利站\n项目 | 全年预算数 | 单位\n大坝 | 30 | 万元").project
    assert project.name.blank
    assert project.implementer.text == "某水利站"


def test_two_forms_on_a_page_are_told_apart_by_it() -> None:
    places = forms_in(grid(f"项目 | 水库加固 | 单位 | 某站{TABLE}项目 | 河道清淤 | 单位 | 某所{TABLE}"))
    assert len(places) == 2


def test_labels_beside_each_other_stand_over_their_entries() -> None:
    form = read(
        "某镇2024年项目绩效自评表\n项目名称 | 主管部门 | 实施单位 | 全年预算数 | 全年执行数\n水库加固 | 某局 | 某水利站 | 80 | 70"
    )
    project = form.project
    assert (project.name.text, project.supervisor.text, project.implementer.text) == (
        "水库加固",
        "某局",
        "某水利站",
    )
    assert project.facts == {}
    assert form.year == 2024


def test_an_empty_form_has_its_places_beside_the_labels() -> None:
    project = read("项目名称 | | 主管部门 | | 实施单位 |\n项目编码 | | 联系人 | | 联系电话 |").project
    assert [one.cell.address for one in (project.name, project.supervisor) if one.cell] == ["B1", "D1"]
