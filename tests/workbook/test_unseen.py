"""Rows and columns that nobody sees are read like all others, and known to be hidden, however they were hidden."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from jxbook.assess import assess
from jxbook.excel.buttons.reading import book_grid
from jxbook.workbook import unseen
from jxbook.workbook.grid import ALL_SEEN, Unseen
from jxbook.workbook.reader import read_grid
from jxbook.workbook.unseen import read_unseen
from memory_book import MemoryBook

FORM = """
项目支出绩效自评表（2023年度）
项目名称 | 修路
 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
年度资金总额 | | 10 | 10 | 9 | 10 | 9
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 修路 | ≥5公里 | 6公里 | 50 | 50
产出指标 | 数量指标 | 修桥 | ≥2座 | 2座 | 10 | 10
效益指标 | 社会效益指标 | 受益人口 | ≥100人 | 100人 | 30 | 30
总分 | | | | | 100 | 99
"""
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row, line in enumerate(FORM.strip().splitlines(), 1):
        for column, text in enumerate(line.split("|"), 1):
            if text.strip():
                value = text.strip()
                book.active.cell(row, column, int(value) if value.isdigit() else value)
    book.active.row_dimensions[7].hidden = True
    book.active.column_dimensions["E"].hidden = True
    book.save(tmp_path / "表.xlsx")
    return tmp_path / "表.xlsx"


def test_a_hidden_indicator_counts_and_is_named(path: Path) -> None:
    one = assess(path)
    [found] = [finding for finding in one.findings if finding.code == "JX125"]
    assert one.scoring.total == 99
    assert "第7行、E列是隐藏的（“修桥”）" in found.what
    assert (found.cell and found.cell.address, "取消隐藏" in found.fix) == ("C7", True)


def test_the_button_sees_what_the_file_says(path: Path) -> None:
    [read], [running] = read_grid(path).sheets, book_grid(MemoryBook(path)).sheets
    assert read.unseen == running.unseen == Unseen(frozenset({7}), frozenset({5}))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<sheetData><row r="2" hidden="1"/><row hidden="true"/></sheetData>', Unseen(frozenset({2, 3}))),
        ("<sheetData><row r='2' hidden='1'/></sheetData>", Unseen(frozenset({2}))),
        ('<sheetData><row r="4" ht="0" customHeight="1"/></sheetData>', Unseen(frozenset({4}))),
        ('<sheetData><row r="4" ht="0.75" customHeight="1"/></sheetData>', Unseen(frozenset({4}))),
        (
            '<cols><col min="2" max="3" width="0"/></cols><sheetData/>',
            Unseen(columns=frozenset({2, 3})),
        ),
        (
            '<cols><col min="1" max="2" width="0.5" hidden="0"/></cols><sheetData/>',
            Unseen(columns=frozenset({1, 2})),
        ),
        ('<cols><col min="1" max="2" width="9" hidden="0"/></cols><sheetData/>', ALL_SEEN),
        (
            '<sheetData><row r="2" ht="15"><c r="A2" t="inlineStr"><is><t>hidden</t></is></c></row></sheetData>',
            ALL_SEEN,
        ),
    ],
)
def test_whatever_hides_a_row_or_a_column(xml: str, expected: Unseen) -> None:
    assert read_unseen(SHEET.format(xml).encode(), "表") == expected


def test_the_margins_of_a_page_are_no_height(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nearly every sheet has them, and none is read once more for what it may hide."""
    monkeypatch.setattr(unseen, "each_element", None)
    page = b'<worksheet><sheetData/><pageMargins left="0.47" right="0.47"/></worksheet>'
    assert read_unseen(page, "book.xlsx") is ALL_SEEN
