"""The buttons, pressed on a workbook in memory."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from jxbook import desk
from jxbook.assess import Assessed, assess
from jxbook.checks import check
from jxbook.excel import buttons
from jxbook.excel.buttons.reading import book_grid, book_source
from jxbook.excel.buttons.workbook import OpenWorkbook
from jxbook.excel.journal import note_failure
from jxbook.finding import Severity
from jxbook.making.sample import write_workbook
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score
from jxbook.templates import template_path
from memory_book import MemoryBook, MemoryCell

NOON = datetime(2026, 11, 21, 12, 0)


@pytest.fixture
def book(sunhe, tmp_path) -> MemoryBook:
    """The sample with two faults: an error and something to look at."""
    path = tmp_path / "自评表.xlsm"
    path.write_bytes(sunhe.read_bytes())
    made = MemoryBook(path)
    form = open_form(sunhe)
    cell = form.indicators[0].actual.cell
    made.sheet("自评表").cells[cell.row, cell.column].value = "≥1个"
    return made


def assessed(book: MemoryBook) -> Assessed:
    return assess(book_source(book))


def results(book: MemoryBook) -> list[list[object]]:
    rows = book.sheet("校验结果").range("A5:H504").value
    return [row for row in rows if any(value is not None for value in row)]


# Reading


@pytest.mark.parametrize("name", sample_names())
def test_promise_1_an_open_workbook_reads_as_its_file_does(name, tmp_path):
    path = tmp_path / "自评表.xlsx"
    write_workbook(load_sample(name), path)
    form = open_form(path)
    policy = load_policy(form.policy_id)
    live = assessed(MemoryBook(path))
    filed = score(form, policy)
    assert (live.scoring.total, live.scoring.execution) == (filed.total, filed.execution)
    assert [one.score for one in live.scoring.indicators] == [one.score for one in filed.indicators]
    assert live.findings == check(form, policy, filed)


@pytest.mark.parametrize("policy", policy_ids())
def test_so_does_an_empty_template_where_every_blank_entry_must_be_found(policy):
    path = template_path(policy)
    form = open_form(path)
    rules = load_policy(form.policy_id)
    live = assessed(MemoryBook(path))
    assert live.form.project == form.project
    assert live.form.goal == form.goal
    assert [str(one.cell) for one in live.findings] == [
        str(one.cell) for one in check(form, rules, score(form, rules))
    ]


def test_a_merged_blank_place_before_a_label_that_nobody_knows_stays_blank(book):
    sheet = book.sheet("自评表")
    where = next(at for at, cell in sheet.cells.items() if cell.value == "实施单位")
    project = assessed(book).form.project
    for cell in (project.supervisor.cell, project.implementer.cell):
        del sheet.cells[cell.row, cell.column]
    sheet.cells[where] = MemoryCell("经办的处室")
    assert assessed(book).form.project.supervisor.blank


def test_a_sheet_is_read_in_few_calls_and_a_stray_cell_far_away_costs_nothing(book):
    sheet = book.sheet("自评表")
    before = assessed(book)
    sheet.cells[1_048_576, 16_384] = MemoryCell("x")
    after = assessed(book)
    assert (after.scoring.total, after.findings) == (before.scoring.total, before.findings)


def test_formats_dates_errors_and_texts_that_look_like_formulas_are_read_right(book):
    sheet = book.sheet("自评表")
    sheet.cells[40, 30] = MemoryCell(0.815, "", "0.0%")
    sheet.cells[40, 31] = MemoryCell(7.0, "", "General")
    sheet.cells[41, 30] = MemoryCell(datetime(2024, 11, 30, 8))
    sheet.cells[41, 31] = MemoryCell("#REF!", "=A1+#REF!")
    sheet.cells[42, 30] = MemoryCell("=100%")
    sheet.cells[42, 31] = MemoryCell("", '=IF(1,"")')
    sheet.cells[43, 30] = MemoryCell("字\x0b符")
    grid = book_grid(book)
    cells = next(one for one in grid.sheets if one.name == "自评表").cells
    assert (str(cells[40, 30].value), cells[40, 30].number_format) == ("0.815", "0.0%")
    assert (str(cells[40, 31].value), cells[40, 31].number_format) == ("7", "General")
    assert str(cells[41, 30].value) == "2024-11-30"
    assert (cells[41, 31].value, cells[41, 31].formula) == ("#REF!", "A1+#REF!")
    assert (cells[42, 30].value, cells[42, 30].formula) == ("=100%", None)
    assert (cells[42, 31].value, cells[42, 31].formula) == ("", 'IF(1,"")')
    assert cells[43, 30].value == "字符"
    assert [str(one) for one in grid.removed] == ["自评表!AD43"]


# 校验 and 清除标记


def test_check_writes_what_is_found_and_touches_no_other_sheet(book):
    expected = assessed(book).findings
    buttons.check(book)
    assert [(row[1], row[2], row[3], row[4]) for row in results(book)] == [
        (
            one.cell.address if one.cell else None,
            (one.cell.sheet if one.cell else one.place) or None,
            one.severity.label,
            one.code,
        )
        for one in expected
    ]
    assert [row[5:] for row in results(book)] == [[one.what, one.why, one.fix] for one in expected]
    assert any(one.severity is Severity.ERROR for one in expected)
    assert {sheet for sheet, _ in book.writes} == {"校验结果"}
    assert book.app.alerts == []
    assert book.shown == "校验结果"
    assert book.app.bar[0] == "正在校验，请稍候……"
    assert re.match(r"校验完成：错误\d+项、提醒\d+项、提示\d+项，总分", str(book.app.status_bar))


def test_each_finding_leads_to_its_cell(book):
    desk.check(OpenWorkbook(book), NOON)
    first = next(row for row in range(5, 30) if book.sheet("校验结果").range(f"B{row}").value)
    formula = book.sheet("校验结果").range(f"B{first}").formula
    assert re.fullmatch(r"""=HYPERLINK\("#'自评表'![A-Z]+\d+","[A-Z]+\d+"\)""", formula)


def test_the_header_says_when_and_how_many(book):
    desk.check(OpenWorkbook(book), NOON)
    assert book.sheet("校验结果").range("A2").value.startswith("2026-11-21 12:00 校验完成：错误")


def test_a_second_check_leaves_nothing_of_the_first(book):
    buttons.check(book)
    first = results(book)
    buttons.check(book)
    assert results(book) == first
    cell = assessed(book).form.indicators[0].actual.cell
    book.sheet("自评表").cells[cell.row, cell.column].value = "1个"
    buttons.check(book)
    assert len(results(book)) < len(first)


def test_a_formula_that_a_row_lost_is_put_back_when_the_user_says_so(book):
    form = assessed(book).form
    cell = next(one.earned.cell for one in form.indicators if one.used)
    lost = book.sheet("自评表").cells.pop((cell.row, cell.column))
    book.app.answers = ["yes"]
    desk.check(OpenWorkbook(book), NOON)
    assert f"（{cell.address}）" in book.app.alerts[0]
    assert book.sheet("自评表").cells[cell.row, cell.column].formula == lost.formula
    assert book.sheet("自评表").api.ProtectContents


def test_clear_empties_the_results_alone(book):
    buttons.check(book)
    book.writes.clear()
    buttons.clear(book)
    assert results(book) == []
    assert {sheet for sheet, _ in book.writes} == {"校验结果"}
    assert book.sheet("校验结果").range("A2").value.startswith("尚未校验")
    assert book.app.status_bar is False


def test_protection_is_put_back_as_it_was(book):
    before = vars(book.sheet("校验结果").api.Protection).copy()
    buttons.check(book)
    assert book.sheet("校验结果").api.ProtectContents
    assert vars(book.sheet("校验结果").api.Protection) == before


def test_more_findings_than_there_is_room_for_end_in_a_line_that_says_so(book):
    from jxbook.excel.buttons.results import write_results

    write_results(book, assessed(book).findings * 600, "校验完成")
    assert len(results(book)) == 500
    assert "另有" in results(book)[-1][5]


# 生成报告


def report(book, tmp_path, shown: list[Path]) -> str:
    return desk.make_report(OpenWorkbook(book, shown.append), NOON, lambda: tmp_path / "home")


def test_report_asks_while_errors_remain_and_writes_beside_the_workbook(book, tmp_path):
    shown: list[Path] = []
    book.app.answers = ["no", "yes", "yes"]
    assert report(book, tmp_path, shown).startswith("没有生成报告")
    assert shown == []
    assert "还有" in book.app.alerts[0] and "项错误" in book.app.alerts[0]
    report(book, tmp_path, shown)
    report(book, tmp_path, shown)
    name = assessed(book).form.project.name.text
    assert [path.name for path in shown] == [
        f"{name}_绩效评价报告_20261121.docx",
        f"{name}_绩效评价报告_20261121（2）.docx",
    ]
    assert {path.parent for path in shown} == {tmp_path}
    assert all(path.read_bytes().startswith(b"PK") for path in shown)
    assert {sheet for sheet, _ in book.writes} == {"校验结果"}


def test_report_of_a_good_form_asks_nothing(book, tmp_path):
    for one in assessed(book).form.indicators:
        if one.actual.text in ("≥1个", "≤12月"):
            book.sheet("自评表").cells[one.actual.cell.row, one.actual.cell.column].value = one.actual.text[
                1:
            ]
    shown: list[Path] = []
    assert assessed(book).errors == 0
    report(book, tmp_path, shown)
    assert book.app.alerts == [] and len(shown) == 1


@pytest.mark.parametrize(
    "fullname", ["工作簿1", "https://d.docs.live.net/1/自评表.xlsm", "/没有这个文件夹/自评表.xlsm"]
)
def test_a_workbook_without_a_folder_gets_its_report_into_the_documents(book, tmp_path, fullname):
    (tmp_path / "home/Documents").mkdir(parents=True)
    book.fullname = fullname
    book.app.answers = ["yes"]
    shown: list[Path] = []
    report(book, tmp_path, shown)
    assert shown[0].parent == tmp_path / "home/Documents"
    assert "不能写在它旁边" in book.app.alerts[-1] and str(shown[0]) in book.app.alerts[-1]


def test_what_windows_forbids_in_a_name_is_replaced(book, tmp_path):
    cell = assessed(book).form.project.name.cell
    book.sheet("自评表").cells[cell.row, cell.column].value = "A/B：“甲”*项目?<二期>\n" + "长" * 200
    book.app.answers = ["yes"]
    shown: list[Path] = []
    report(book, tmp_path, shown)
    assert not set('<>:"/\\|?*\n') & set(shown[0].name)
    assert len(shown[0].name) < 100


def test_a_report_that_cannot_be_shown_is_still_written_and_its_place_told(book, tmp_path):
    def fail(path: Path) -> None:
        raise OSError("no association")

    book.app.answers = ["yes"]
    desk.make_report(OpenWorkbook(book, fail), NOON)
    assert "请自行打开" in book.app.alerts[-1]
    assert len(list(tmp_path.glob("*.docx"))) == 2  # the report, and the slip beside it


# Failures


def test_a_workbook_without_a_form_is_refused_in_words(book):
    book.sheets = [one for one in book.sheets if one.name != "自评表"]
    buttons.check(book)
    assert book.app.alerts[0].startswith("JX930 [自评表.xlsm]")
    assert book.app.status_bar is False
    assert book.writes == []


def test_a_sheet_of_the_users_own_is_never_written_to(book):
    book.sheet("校验结果").cells[4, 2].value = "我的列"
    buttons.check(book)
    assert book.app.alerts[0].startswith("JX955") and book.writes == []


def test_a_password_is_explained(book):
    book.sheet("校验结果").api.password = "x"
    buttons.check(book)
    assert book.app.alerts[0].startswith("JX956") and "密码" in book.app.alerts[0]
    assert book.app.status_bar is False


@pytest.mark.parametrize("button", ["check", "report", "add_row", "delete_row"])
def test_the_unexpected_ends_in_a_sentence_too(book, button, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError("RPC\nserver")

    monkeypatch.setattr("jxbook.excel.buttons.reading._read", broken)
    getattr(buttons, button)(book)
    assert book.app.alerts[0].startswith("JX950") and "\n" not in book.app.alerts[0]
    assert book.app.status_bar is False


def test_help_shows_the_guide_or_says_the_most_important(book):
    buttons.help_(book)
    assert book.shown == "填报说明" and book.app.alerts == []
    book.sheets = [one for one in book.sheets if one.name != "填报说明"]
    buttons.help_(book)
    assert "校验" in book.app.alerts[0]


def test_help_tells_what_failed_last_today_and_what_to_do(book, failures):
    note_failure("JX_SCORE", KeyError("没有这一项"))
    buttons.help_(book)
    assert "JX_SCORE" in book.app.alerts[0] and "KeyError：'没有这一项'" in book.app.alerts[0]
    assert "重启计算程序" in book.app.alerts[0]
    failures.write_text("2020-01-01 08:00:00\tJX_SCORE\tKeyError：旧\n", "utf-8")
    buttons.help_(book)
    assert len(book.app.alerts) == 1
