"""The roll-up: an accountant can filter and check it; its totals are formulas, and each has its value."""

from __future__ import annotations

import errno
import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import formualizer
import openpyxl
import pytest

from handed_in import hand_in, sheet
from jxbook.bureau import rollup
from jxbook.bureau.rollup import row_sheet
from jxbook.bureau.rollup.links import link_to

Batch = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rolled(folder: Path, tmp_path: Path, batch: Batch) -> Path:
    """The roll-up of the folder, with a double and a department's form in it."""
    hand_in(
        folder / "水利局/修渠（补报）.xlsx",
        project="修渠项目",
        supervisor="市水利局",
        implementer="水利站",
        spent=5,
    )
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    return tmp_path / "汇总.xlsx"


def test_it_has_its_seven_sheets_with_filters_and_headings_that_stay(rolled: Path) -> None:
    book = openpyxl.load_workbook(rolled)
    assert book.sheetnames == ["总览", "项目", "指标", "问题", "问题排行", "未读", "跨表"]
    for name in ("项目", "指标", "问题", "未读", "跨表"):
        assert book[name].auto_filter.ref and book[name].freeze_panes, name
    assert len(book["总览"]._charts) == 3  # type: ignore[attr-defined]


def test_every_formula_has_the_value_that_it_computes(rolled: Path) -> None:
    """Somebody who opens it without recalculating sees the same numbers as one who does."""
    engine = formualizer.load_workbook(str(rolled))
    engine.evaluate_all()
    cached, book = openpyxl.load_workbook(rolled, data_only=True), openpyxl.load_workbook(rolled)
    checked = 0
    for name in book.sheetnames:
        for row in book[name].iter_rows():
            for cell in row:
                if cell.data_type == "f" and "SUBTOTAL" not in str(cell.value):
                    computed = engine.evaluate_cell(name, cell.row, cell.column)
                    kept = cached[name].cell(cell.row, cell.column or 0).value
                    assert (
                        computed == pytest.approx(kept) if isinstance(kept, float | int) else computed == kept
                    ), f"{name}!{cell.coordinate} {cell.value}: {computed} {kept}"
                    checked += 1
    assert checked > 60


def test_libreoffice_computes_the_same(rolled: Path, convert: Callable[[Path, str], Path]) -> None:
    """The totals that follow a filter, too, which the other engine does not know."""
    again = openpyxl.load_workbook(convert(rolled, "xlsx"), data_only=True)
    cached = openpyxl.load_workbook(rolled, data_only=True)
    for name in cached.sheetnames:
        for row in cached[name].iter_rows():
            for cell in row:
                if isinstance(cell.value, float | int):
                    assert again[name][cell.coordinate].value == pytest.approx(cell.value), (
                        f"{name}!{cell.coordinate}"
                    )


def test_a_project_that_came_twice_counts_once(rolled: Path) -> None:
    rows = sheet(rolled, "项目")
    assert [row["状态"] for row in rows if row["项目名称"] == "修渠项目"] == ["已计分", "重复"]
    assert openpyxl.load_workbook(rolled, data_only=True)["项目"]["I2"].value == 40
    assert [row["涉及份数"] for row in sheet(rolled, "跨表") if row["代码"] == "JX801"] == [2]


def test_the_money_of_a_department_is_not_added_to_that_of_its_projects(tmp_path: Path, batch: Batch) -> None:
    import sys

    sys.path.insert(0, str(Path(__file__).parents[1] / "layouts"))
    import drawn

    home = tmp_path / "表"
    hand_in(home / "修路.xlsx", supervisor="癸市某局", year=2022)
    drawn.write("11_whole_department", home)
    batch(home, "-o", tmp_path / "汇总.xlsx")
    rows = {row["状态"]: row for row in sheet(tmp_path / "汇总.xlsx", "项目")}
    assert rows["部门整体"]["预算数（万元）"] is None and "预算数100" in str(rows["部门整体"]["备注"])
    found_there = [row["级别"] for row in sheet(tmp_path / "汇总.xlsx", "问题")]
    for severity in ("错误", "提醒", "提示"):
        told = sum(int(str(row[severity])) for row in rows.values())
        assert told == found_there.count(severity), "its findings count: they are listed in 问题"
    [found] = [row for row in sheet(tmp_path / "汇总.xlsx", "跨表") if row["代码"] == "JX804"]
    assert "项目支出40万元，报来的1个项目合计10万元" in str(found["问题"])


def test_money_that_is_stated_by_half_is_left_out_of_the_sums_and_said(tmp_path: Path, batch: Batch) -> None:
    hand_in(tmp_path / "表/修路.xlsx")
    hand_in(tmp_path / "表/修桥.xlsx", project="修桥项目", initial="", budget="", spent=7)
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx")
    notes = {row["项目名称"]: str(row["备注"] or "") for row in sheet(tmp_path / "汇总.xlsx", "项目")}
    assert notes["修路项目"] == "" and "没有预算数，金额不计入总览" in notes["修桥项目"]
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx", data_only=True)["总览"]
    told = {row[0]: row[1] for row in book.iter_rows(max_col=2, values_only=True)}
    assert (told["预算数合计（万元）"], told["执行数合计（万元）"]) == (10, 9)


@pytest.mark.parametrize(
    "evil", ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "=cmd' /C calc'!A0"]
)
def test_a_text_never_becomes_a_formula(tmp_path: Path, batch: Batch, evil: str) -> None:
    home = tmp_path / "表"
    hand_in(home / "修路.xlsx", project=evil, supervisor=evil, reason=evil)
    batch(home, "-o", tmp_path / "汇总.xlsx")
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    texts = [
        cell for name in ("项目", "指标", "问题") for row in book[name].iter_rows(min_row=4) for cell in row
    ]
    typed = [cell for cell in texts if cell.value == evil]
    assert typed and all(cell.data_type == "s" and cell.quotePrefix for cell in typed)
    formulas = {str(cell.value) for row in book["总览"].iter_rows() for cell in row if cell.data_type == "f"}
    assert not any("HYPERLINK" in one or "cmd" in one for one in formulas)


def test_a_department_is_counted_by_its_name_whatever_signs_are_in_it(tmp_path: Path, batch: Batch) -> None:
    """To COUNTIF an asterisk stands for anything, and a leading < compares."""
    home = tmp_path / "表"
    for at, name in enumerate(("市*局", "市水利局", "<50", "~?")):
        hand_in(home / f"{at}.xlsx", supervisor=name, project=f"项目{at}")
    batch(home, "-o", tmp_path / "汇总.xlsx")
    engine = formualizer.load_workbook(str(tmp_path / "汇总.xlsx"))
    engine.evaluate_all()
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx", data_only=True)["总览"]
    [head] = [cell.row for row in book.iter_rows(max_col=1) for cell in row if cell.value == "主管部门"]
    assert [engine.evaluate_cell("总览", head + at, 2) for at in range(1, 5)] == [1, 1, 1, 1]


def test_a_link_leads_to_the_file(rolled: Path, folder: Path) -> None:
    with zipfile.ZipFile(rolled) as package:
        relations = package.read("xl/worksheets/_rels/sheet2.xml.rels").decode()
    targets = re.findall(r'Target="([^"]+)"', relations)
    assert "自评表/交通局/修路.xlsx" in targets  # with a backslash LibreOffice would not find it
    assert link_to(str(folder / "修路#50%20 稿.xlsx"), folder) == "external:修路%2350%2520%20稿.xlsx"


def test_no_sheet_has_more_links_than_excel_takes(
    rolled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: Batch, folder: Path
) -> None:
    monkeypatch.setattr(row_sheet, "LINKS", 2)
    batch(folder, "-o", tmp_path / "少链接.xlsx")
    with zipfile.ZipFile(tmp_path / "少链接.xlsx") as package:
        assert package.read("xl/worksheets/sheet2.xml").count(b"<hyperlink ") == 2
    assert all(row["文件"] for row in sheet(tmp_path / "少链接.xlsx", "项目"))


def test_years_stand_beside_each_other(tmp_path: Path, batch: Batch) -> None:
    """Last year's run, in the same store, is compared with this year's, though its files are gone."""
    store = f"sqlite:///{tmp_path / '结果.sqlite'}"
    hand_in(tmp_path / "旧/修路.xlsx", year=2023, project="2023年修路", budget=20, spent=10)
    batch(tmp_path / "旧", "-o", tmp_path / "2023.xlsx", "--store", store)
    hand_in(tmp_path / "新/修路.xlsx", year=2024, project="2024年修路")
    batch(tmp_path / "新", "-o", tmp_path / "2024.xlsx", "--store", store)
    book = openpyxl.load_workbook(tmp_path / "2024.xlsx", data_only=True)["总览"]
    told = {row[0]: row[1:7] for row in book.iter_rows(values_only=True) if str(row[0]).endswith("年")}
    assert told["2023年"][-1] == 0.5 and told["2024年"][-1] == 0.9


def test_each_table_is_about_one_year(folder: Path, tmp_path: Path, batch: Batch) -> None:
    """Forms of last year that came along count in no table but that by year; one that names no year counts."""
    hand_in(
        folder / "水利局/去年.xlsx", year=2023, project="去年项目", supervisor="市水利局", spent=1, actual=3
    )
    hand_in(folder / "水利局/无年度.xlsx", year="", project="无年度项目", supervisor="市水利局")
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    rows = [
        *openpyxl.load_workbook(tmp_path / "汇总.xlsx", data_only=True)["总览"].iter_rows(values_only=True)
    ]
    told = {row[0]: row[1:] for row in rows if row[0]}
    assert rows[0][0] == "2024年度项目支出绩效自评汇总"
    assert told["读出的自评表"][0] == 5 and told["项目（每个项目计一份）"][0] == 4
    assert "2023年度1份" in str(told["读出的自评表"][1])
    assert told["市水利局"][0] == 2 and told["2023年"][0] == 1
    assert told["预算数合计（万元）"][0] == 10 + 20 + 10 + 10
    test_every_formula_has_the_value_that_it_computes(tmp_path / "汇总.xlsx")


def test_a_bureau_goes_on_working_on_it_in_pandas(rolled: Path) -> None:
    """As the README says; the engine is what the extra [bureau] installs."""
    import pandas

    rows = pandas.read_excel(rolled, sheet_name="项目", header=2, engine="openpyxl")
    counted = rows[rows["状态"] == "已计分"]
    assert counted.groupby("主管部门")["总分"].mean().to_dict() == {"市交通局": 98, "市水利局": 96}


def test_nothing_is_left_where_its_parts_were_kept(
    folder: Path, tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is it a fault of ours that there is no room for them."""
    parts = tmp_path / "parts"
    parts.mkdir()
    monkeypatch.setattr(rollup, "TemporaryDirectory", partial(TemporaryDirectory, dir=parts))

    def full(sheet: row_sheet.RowSheet) -> None:
        sheet.fh.close()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(row_sheet.RowSheet, "_write_hyperlinks", full)
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx")
    assert status == 2 and f"JX988 [{gettempdir()}]" in complaint
    assert list(parts.iterdir()) == []


def test_excel_has_nothing_to_repair(rolled: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(rolled)
    assert [str(one) for one in result.errors] == []
