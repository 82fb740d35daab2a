"""A policy's own columns of the indicator table: printed, carried, imported, shown in the report, never scored."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from jxbook.document.marks import bare
from jxbook.facts.everything import facts_of
from jxbook.foreign import read_foreign
from jxbook.form import Entry, Form, Indicator
from jxbook.making.filled import filled_workbook, suggested_template
from jxbook.making.importing import bring
from jxbook.policy import FaultyPolicy, Policy, load_policy
from jxbook.recognition import recognise
from jxbook.report.tables.self_evaluation import form_tables
from jxbook.scoring import score
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package

COLUMNS = "一级指标 二级指标 三级指标 年度指标值 数据来源 实际完成值 分值 得分 偏差原因分析及改进措施 备注"
FILE = """
layout.columns = {{ value = [{columns}], basis = "本单位的表样", mark = "assumed" }}
[identity]
id = "own-columns"
name = "本单位"
title = "本单位办法"
number = "本单位〔2024〕1号"
place = "本单位"
parent = "mof-2020-10"
mark = "assumed"
note = "只用于测试"
"""


def policy_with(folder: Path, columns: str) -> Policy:
    path = folder / "own-columns.toml"
    listed = ", ".join(f'"{one}"' for one in columns.split())
    path.write_text(FILE.format(columns=listed), "utf-8")
    return load_policy(path)


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    return policy_with(tmp_path, COLUMNS)


@pytest.fixture
def form(policy: Policy) -> Form:
    data = suggested_template(policy)
    blank = recognise(read_package(workbook_in(data, "表.xlsx")), "表.xlsx")
    row = Indicator.read(
        *map(Entry, ("产出指标", "数量指标", "培训场次", "≥10场", "12场")),
        Entry(Decimal(15)),
        数据来源=Entry("培训签到表"),
        备注=Entry("其中线上3场"),
    )
    return replace(blank, year=2024, indicators=(row,))


def again(form: Form, policy: Policy) -> Indicator:
    data = filled_workbook(form, policy)
    read = recognise(read_package(workbook_in(data, "表.xlsx")), "表.xlsx")
    [row] = [one for one in read.indicators if one.used]
    return row


def test_they_are_printed_where_the_policy_puts_them_and_carried(policy: Policy, form: Form) -> None:
    row = again(form, policy)
    assert {heading: entry.text for heading, entry in row.further.items()} == {
        "数据来源": "培训签到表",
        "备注": "其中线上3场",
    }
    target, source, actual = row.target.cell, row.further["数据来源"].cell, row.actual.cell
    assert target and source and actual and target.column < source.column < actual.column


def test_where_the_guidelines_list_what_there_is_it_can_be_chosen(tmp_path: Path) -> None:
    """财预〔2021〕101号 附件1三（四）（五）: five ways to obtain a value, nine sources of it."""
    listed = policy_with(tmp_path, COLUMNS.replace("备注", "取值方式 备注"))
    book = zipfile.ZipFile(BytesIO(suggested_template(listed)))
    sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
    for offered in (
        '"直接证明法,情况统计法,情况说明法,问卷调查法,趋势判断法"',
        "部门业务统计,",
    ):
        assert offered in sheets.replace("&quot;", '"')


def test_they_stand_in_the_table_of_the_report(policy: Policy, form: Form) -> None:
    tables = form_tables(facts_of(form, policy, score(form, policy)))
    texts = {bare(cell.text) for table in tables for row in table.rows for cell in row}
    assert {"数据来源", "培训签到表", "备注", "其中线上3场"} <= texts


def test_they_are_never_scored(policy: Policy, form: Form) -> None:
    [row] = form.indicators
    changed = replace(form, indicators=(replace(row, further={"备注": Entry(Decimal(7))}),))
    assert score(form, policy).indicators[0].score == score(changed, policy).indicators[0].score


def test_a_form_that_has_one_more_keeps_it_on_import(policy: Policy, form: Form, tmp_path: Path) -> None:
    """Imported by a policy that prints no such column, the workbook gets it all the same."""
    path = tmp_path / "外来.xlsx"
    path.write_bytes(filled_workbook(form, policy))
    brought = bring(path, "mof-2020-10")
    made = tmp_path / "新.xlsx"
    made.write_bytes(brought.data)
    read = recognise(read_foreign(made).grid, "新.xlsx")
    [row] = [one for one in read.indicators if one.used]
    assert [row.further[one].text for one in ("数据来源", "备注")] == ["培训签到表", "其中线上3场"]


def test_a_heading_that_may_be_a_misspelt_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyPolicy, match="实际完成直"):
        policy_with(tmp_path, COLUMNS.replace("备注", "实际完成直"))


def test_a_heading_may_not_read_like_another_label_of_the_form(tmp_path: Path) -> None:
    with pytest.raises(FaultyPolicy, match="执行率"):
        policy_with(tmp_path, COLUMNS.replace("备注", "执行率"))
