"""校验 and 生成报告 on a real document, run as the menu runs them; and the document as a grid."""

import shutil
from datetime import date
from types import SimpleNamespace
from zipfile import ZipFile

import docx
import pytest
import xlsxwriter

from jxbook.assess import summary
from jxbook.checks import check
from jxbook.finding import Finding, Severity
from jxbook.libreoffice import macros
from jxbook.libreoffice.macros import OpenDocument, check_document, write_report
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.result_sheet import COLUMNS, finding_rows
from jxbook.scoring import score
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

POLICY = "评价政策：北京市项目支出绩效自评（京财绩效〔2020〕2146号）。由表中的“评价政策”指定。"


@pytest.fixture
def book(sunhe, tmp_path):
    """The filled sample with an error in it."""
    path = tmp_path / "自评表 2024.xlsx"
    shutil.copy(sunhe, path)
    form = recognise(read_grid(path), path.name)
    write_changes(path, [Change(form.indicators[0].actual.cell, "很多")])
    return path


def findings_of(path):
    form = recognise(read_grid(path), path.name)
    policy = load_policy(form.policy_id)
    return check(form, policy, score(form, policy))


# The grid


def test_the_document_is_the_grid_of_its_file(office, sunhe):
    office.open(sunhe)
    assert office.form() == repr(recognise(read_grid(sunhe), "自评表.xlsx"))


def test_dates_booleans_and_errors_mean_what_they_mean_in_the_file(office, tmp_path):
    path = tmp_path / "值.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("值")
        sheet.write_datetime("A1", date(2024, 5, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean("A2", True)
        sheet.write_number("A3", 0.815, book.add_format({"num_format": "0.0%"}))
        sheet.write_string("A4", "=100%")
        sheet.write_formula("A5", "=1/0", value="#DIV/0!")
        sheet.write_formula("A6", "=SUM(JX_NO())", value="#NAME?")
        sheet.write_number("XFD1048576", 47)  # an honest file may end here
        sheet.merge_range("B2:C3", "合并")
        sheet.merge_range("B4:C4", "合并")
        sheet.merge_range("B5:C5", "合并")
    office.open(path)
    [[name, cells, merges]] = office.grid()
    [expected] = read_grid(path).sheets
    assert name == expected.name
    assert {place: value for place, (value, _) in cells.items()} == {
        str(place): repr(cell.value) for place, cell in expected.cells.items()
    }
    assert cells["(3, 1)"][1] == "0.0%"
    assert merges == repr(tuple(expected.merges))


# 校验


def test_check_leaves_the_findings_on_their_sheet(office, book):
    expected = finding_rows(findings_of(book))
    assert len(expected) > 1
    office.open(book)
    assert office.run("check_document") == f"校验完成：{summary(findings_of(book))}，总分待完善。{POLICY}"
    rows = office.rows("校验结果", f"A5:H{4 + len(expected) + 1}")
    assert [tuple(row) for row in rows] == [*expected, ("",) * 8]
    status, hint = office.cell("校验结果", "A2").split("\n")
    assert status[:2] == "20"
    assert status.endswith(f"校验完成：{summary(findings_of(book))}。{POLICY}")
    assert "必须改正" in hint


def test_each_cell_of_a_finding_leads_there_also_in_the_saved_file(office, book, tmp_path):
    office.open(book)
    office.run("check_document")
    addresses = {f"B{row}": one.cell for row, one in enumerate(findings_of(book), 5) if one.cell}
    links = office.links("校验结果", list(addresses))
    assert links == {at: [f"#'{cell.sheet}'.{cell.address}"] for at, cell in addresses.items()}
    office.save(tmp_path / "已校验.xlsx")
    with ZipFile(tmp_path / "已校验.xlsx") as saved:
        sheets = "".join(saved.read(name).decode() for name in saved.namelist() if "worksheets/sheet" in name)
    for at, cell in addresses.items():
        assert f'ref="{at}" location="&apos;{cell.sheet}&apos;!{cell.address}"' in sheets


def test_a_second_check_leaves_nothing_of_the_first(office, book, sunhe):
    form = recognise(read_grid(book), book.name)
    office.open(book)
    office.run("check_document")
    office.put("自评表", form.indicators[0].actual.cell.address, form_entry(sunhe))
    office.run("check_document")
    expected = finding_rows(findings_of(sunhe))
    rows = office.rows("校验结果", f"A5:H{5 + len(findings_of(book))}")
    assert [tuple(row) for row in rows if row[0] != ""] == expected


def form_entry(path):
    return recognise(read_grid(path), path.name).indicators[0].actual.raw


def test_a_formula_that_a_row_lost_is_put_back_where_a_yes_can_be_given(office, book, tmp_path):
    office.open(book, True)  # a hidden document cannot ask: yes
    grid = read_grid(book)
    form = recognise(grid, book.name)
    cell = next(one.earned.cell for one in form.indicators if one.used)
    place = cell.row, cell.column
    formula = next(one for one in grid.sheets if one.name == form.sheet).cells[place].formula
    office.put("自评表", cell.address, "")
    assert office.cell("自评表", cell.address) == ""
    office.run("check_document")
    office.save(tmp_path / "存.xlsx")
    saved = next(one for one in read_grid(tmp_path / "存.xlsx").sheets if one.name == form.sheet)
    assert saved.cells[place].formula.replace("$基本信息.", "基本信息!") == formula
    assert office.protected("自评表")


def test_no_other_sheet_is_changed_and_the_protection_stays(office, book):
    office.open(book)
    before = office.contents()
    office.run("check_document")
    assert office.protected("校验结果")
    after = office.contents()
    assert list(after) == list(before)
    assert [name for name in after if after[name] != before[name]] == ["校验结果"]


def test_one_undo_takes_the_check_back(office, book):
    office.open(book)
    before = office.rows("校验结果", "A1:H60")
    office.run("check_document")
    assert office.rows("校验结果", "A1:H60") != before
    office.undo()
    assert office.rows("校验结果", "A1:H60") == before


@pytest.mark.parametrize("title", ["校验"])
def test_the_entry_of_the_menu_does_it(office, book, title):
    office.open(book)
    assert "绩效评价" in office.menu_bar()
    office.choose(office.menu()[2][title])
    assert office.cell("校验结果", "A5") == 1


def test_a_form_without_the_sheet_gets_one(office, book):
    office.open(book)
    office.rename("校验结果", "旧的")
    office.run("check_document")
    assert tuple(office.rows("校验结果", "A4:H4")[0]) == COLUMNS
    assert len(office.rows("校验结果", "A5:A5")[0]) == 1


def test_a_sheet_of_that_name_that_is_not_ours_is_left_alone(office, book):
    office.open(book)
    office.rename("校验结果", "旧的")
    office.rename("填报说明", "校验结果")
    before = office.contents()
    assert office.run("check_document").startswith("JX967 ")
    assert office.contents() == before


def test_a_sheet_with_a_password_is_refused_and_left_alone(office, book):
    office.open(book)
    office.protect("校验结果", "密码")
    before = office.contents()
    assert "密码" in office.run("check_document")
    assert office.contents() == before


def test_a_document_without_a_form_is_refused_in_words(office):
    office.open("")
    assert office.run("check_document").startswith("JX930 ")


# 生成报告; a document in no window, so that nobody is asked


def test_report_lies_beside_the_document_under_a_dated_name(office, book):
    project = recognise(read_grid(book), book.name).project.name.text
    name = f"{project}_绩效评价报告_{date.today():%Y%m%d}"
    first, second = book.with_name(f"{name}.docx"), book.with_name(f"{name}（2）.docx")
    office.open(book, True)
    assert office.run("write_report").startswith(f"报告已生成：{first}，旁边另有核对单。")
    written = first.read_bytes()
    assert office.run("write_report").startswith(f"报告已生成：{second}，旁边另有核对单。")
    assert first.read_bytes() == written
    assert second.exists()
    text = "".join(one.text for one in docx.Document(first).paragraphs)
    assert "绩效评价报告" in text
    assert office.rows("校验结果", "A5:A5")[0][0] == 1


def test_report_is_not_written_while_errors_remain_and_the_question_is_closed(office, book):
    office.open(book)
    assert office.run("write_report").startswith("没有生成报告")
    assert [one.name for one in book.parent.iterdir() if one.suffix == ".docx"] == []


def test_a_report_of_a_document_without_a_form_is_refused_in_words(office):
    office.open("")
    assert office.run("write_report").startswith("JX930 ")


# The parts without LibreOffice


def finding(number, cell=None):
    return Finding("JX101", Severity.ERROR, cell, f"问题{number}", "原因", "办法", "某文件.xlsx")


def test_a_finding_is_a_row():
    cell = CellRef("自评表", 15, 7)
    assert finding_rows([finding(1, cell), finding(2)]) == [
        (1, "G15", "自评表", "错误", "JX101", "问题1", "原因", "办法"),
        (2, "", "某文件.xlsx", "错误", "JX101", "问题2", "原因", "办法"),
    ]


def test_what_does_not_fit_is_counted():
    rows = finding_rows([finding(number) for number in range(502)])
    assert len(rows) == 500
    assert rows[-1][5] == "另有3条没有列出"
    assert len(finding_rows([finding(number) for number in range(500)])) == 500


def test_labels_are_those_of_the_template(sunhe):
    sheet = next(one for one in read_grid(sunhe).sheets if one.name == "校验结果")
    assert tuple(sheet.cells[4, column].value for column in range(1, 9)) == COLUMNS


@pytest.mark.parametrize("command", [check_document, write_report])
def test_whatever_goes_wrong_ends_in_a_sentence(command, monkeypatch):
    def fail(document):
        raise ZeroDivisionError("没想到")

    monkeypatch.setattr(macros, "read_source", fail)
    opened = OpenDocument(SimpleNamespace(calculate=lambda: None), None, None, None)
    assert command(opened).startswith("JX969 [绩效评价] 操作没有完成 — ZeroDivisionError：没想到")
