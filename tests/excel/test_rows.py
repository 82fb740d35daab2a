"""增加指标 and 删除指标: the table grows and shrinks, and every formula still sees all of it."""

from __future__ import annotations

import sys
from pathlib import Path

import formualizer
import openpyxl
import pytest

from jxbook.assess import assess
from jxbook.excel import buttons
from jxbook.excel.buttons.reading import book_source
from jxbook.form import Form
from jxbook.functions.registry import FUNCTIONS
from jxbook.making.sample import write_workbook
from jxbook.samples import load_sample
from memory_book import MemoryBook, MemoryCell


@pytest.fixture
def book(sunhe) -> MemoryBook:
    return MemoryBook(sunhe)


def form(book: MemoryBook) -> Form:
    return assess(book_source(book)).form


def total(book: MemoryBook) -> object:
    return assess(book_source(book)).scoring.total


def rows(book: MemoryBook) -> list[tuple[str, str, str]]:
    return [(one.level1.text, one.level2.text, one.name.text) for one in form(book).indicators]


def merges(book: MemoryBook, column: int) -> list[tuple[int, int]]:
    """The rows of the merged labels of a column of the table."""
    last = form(book).indicators[-1].name.cell.row
    found = [(top, bottom) for top, left, bottom, _ in book.sheet("自评表").merges if left == column]
    return sorted(one for one in found if form(book).indicators[0].name.cell.row <= one[0] <= last)


def calculated(book: MemoryBook, tmp_path: Path) -> tuple[object, object]:
    """总分 and the sum of 分值 as a spreadsheet computes them from the book's formulas."""
    target = openpyxl.Workbook()
    target.remove(target.active)
    for sheet in book.sheets:
        page = target.create_sheet(sheet.name)
        for (row, column), cell in sheet.cells.items():
            made = page.cell(row, column)
            made.value = cell.formula or cell.value
            if not cell.formula and isinstance(cell.value, str):
                made.data_type = "s"
    path = tmp_path / "book.xlsx"
    target.save(path)
    fz = formualizer.load_workbook(str(path))
    for one in FUNCTIONS:
        fz.register_function(one.name, one.call, min_args=one.least, max_args=len(one.arguments))
    fz.evaluate_all()
    entries = form(book)
    places = [entries.total.cell, entries.total_points.cell]
    return tuple(fz.evaluate_cell("自评表", cell.row, cell.column) for cell in places)


ROWS = 17
"""Indicator rows of the sample's template."""
ANY_ROW = [pytest.param(row, marks=() if row in (0, 8, 16) else pytest.mark.long) for row in range(ROWS)]
"""The first, one in the middle and the last in every run, all where there is time."""


@pytest.mark.parametrize("chosen", ANY_ROW)
def test_a_row_added_anywhere_keeps_the_score_and_every_formula_sees_it(book, tmp_path, chosen):
    before, score = rows(book), total(book)
    sums = calculated(book, tmp_path)
    assert len(before) == ROWS
    row = form(book).indicators[chosen].name.cell.row
    book.select("自评表", f"E{row}")
    buttons.add_row(book)
    assert book.app.alerts == []
    after = rows(book)
    place = chosen if chosen == ROWS - 1 else chosen + 1
    assert after == [*before[:place], (*before[chosen][:2], ""), *before[place:]]
    assert total(book) == score
    assert calculated(book, tmp_path) == sums
    assert {sheet for sheet, _ in book.writes} == {"自评表", "校验结果"}

    one = form(book).indicators[place]
    sheet = book.sheet("自评表")
    new = one.name.cell.row
    assert f"E{new},F{new},G{new}" in sheet.range(f"H{new}").formula
    assert f"$B${form(book).indicators[0].name.cell.row}:D{new}" in sheet.range(f"H{new}").formula
    assert f"JX_CHECK(E{new}" in sheet.range(f"K{new}").formula
    assert book.app.selection.row == new
    assert [entry.text for entry in (one.target, one.actual, one.points, one.reason)] == [""] * 4

    # what is entered there counts
    for column, value in (("D", "新指标"), ("E", "≥10人"), ("F", "10人"), ("G", 5.0)):
        sheet.cells[new, " ABCDEFG".index(column)] = MemoryCell(value)
    points, scored = calculated(book, tmp_path)[1], calculated(book, tmp_path)[0]
    assert (points, scored) == (sums[1] + 5, sums[0] + 5)
    assert float(total(book)) == scored


@pytest.mark.parametrize("chosen", ANY_ROW)
def test_what_was_added_is_deleted_again_and_all_is_as_before(book, tmp_path, chosen):
    before, labels = rows(book), (merges(book, 2), merges(book, 3))
    formulas = {place: cell.formula for place, cell in book.sheet("自评表").cells.items() if cell.formula}
    row = form(book).indicators[chosen].name.cell.row
    book.select("自评表", f"D{row}")
    buttons.add_row(book)
    buttons.delete_row(book)
    assert book.app.alerts == []  # an empty row is not asked about
    assert rows(book) == before
    assert (merges(book, 2), merges(book, 3)) == labels
    assert {p: c.formula for p, c in book.sheet("自评表").cells.items() if c.formula} == formulas


def test_deleting_the_first_row_of_a_label_keeps_the_label(book):
    before = rows(book)
    book.app.answers = ["yes"]
    book.select("自评表", form(book).indicators[0].name.cell.address)
    buttons.delete_row(book)
    assert rows(book) == before[1:]
    assert "已经填有内容" in book.app.alerts[0]


def test_a_filled_row_stays_when_the_answer_is_no(book):
    before = rows(book)
    book.app.answers = ["no"]
    book.select("自评表", form(book).indicators[0].name.cell.address)
    buttons.delete_row(book)
    assert rows(book) == before and book.writes == []


def test_the_only_row_of_a_label_is_emptied_and_not_deleted(book):
    before = rows(book)
    levels = [one[1] for one in before]
    single = next(n for n, name in enumerate(levels) if levels.count(name) == 1 and before[n][2])
    row = form(book).indicators[single].name.cell.row
    formula = book.sheet("自评表").range(f"H{row}").formula
    book.app.answers = ["yes"]
    book.select("自评表", f"D{row}")
    buttons.delete_row(book)
    assert [one[:2] for one in rows(book)] == [one[:2] for one in before]
    emptied = form(book).indicators[single]
    assert not emptied.used and emptied.points.blank
    assert book.sheet("自评表").range(f"H{row}").formula == formula


@pytest.mark.parametrize("where", [("自评表", "A1"), ("自评表", "H60"), ("基本信息", "C20"), None])
@pytest.mark.parametrize("button", ["add_row", "delete_row"])
def test_a_selection_outside_the_table_is_explained(book, button, where):
    if where:
        book.select(*where)
    getattr(buttons, button)(book)
    assert book.app.alerts[0].startswith("JX957 [自评表]") and "请先在" in book.app.alerts[0]
    assert book.writes == [] and book.app.status_bar is False


def test_protection_is_put_back_even_when_excel_refuses(book, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError("busy")

    monkeypatch.setattr("memory_book.MemorySheet.shift", refuse)
    book.select("自评表", form(book).indicators[0].name.cell.address)
    buttons.add_row(book)
    assert book.app.alerts[0].startswith("JX950")
    assert book.sheet("自评表").api.ProtectContents


def test_a_form_without_merged_cells_and_formulas_grows_too(tmp_path):
    path = tmp_path / "自评表.xlsx"
    write_workbook(load_sample("sunhe-2024"), path)
    book = MemoryBook(path)
    sheet = book.sheet("自评表")
    first = form(book).indicators[0].name.cell.row
    sheet.merges = {one for one in sheet.merges if one[0] < first - 1}
    before = rows(book)
    for chosen in (0, 1, len(before) - 1):
        book.select("自评表", form(book).indicators[chosen].name.cell.address)
        buttons.add_row(book)
    assert book.app.alerts == []
    assert [one for one in rows(book) if one[2]] == [one for one in before if one[2]]
    assert len(rows(book)) == len(before) + 3


def listed(book: MemoryBook) -> list[object]:
    """The addresses that 校验结果 lists."""
    cells = book.sheet("校验结果").cells
    return [
        cells[place].value
        for place in sorted(cells)
        if place[1] == 1 and place[0] >= 5 and cells[place].value
    ]


def test_the_marks_of_a_check_do_not_stay_on_rows_that_have_moved(book):
    buttons.check(book)
    assert listed(book)
    book.select("自评表", "D16")
    buttons.add_row(book)
    assert listed(book) == []
    assert "校验结果已清除" in str(book.app.status_bar)


def test_an_incomplete_installation_ends_in_a_sentence_too(book, monkeypatch):
    monkeypatch.setitem(sys.modules, "jxbook.excel.buttons.checking", None)
    buttons.check(book)
    assert book.app.alerts[-1].startswith("JX950 [正在校验]")
    assert book.app.status_bar is False
