"""Rows that are written at once are what XlsxWriter writes cell by cell."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from jxbook.bureau.rollup.cells import CellContent, CellFormula, CellWriter
from jxbook.bureau.rollup.links import Link
from jxbook.bureau.rollup.row_sheet import RowSheet

CELLS: tuple[tuple[CellContent, str], ...] = (
    ("修路项目", "text"),
    ("修路项目", "centre"),
    ("=1+1", "text"),
    ("-5%以内", "wrap"),
    (' A&B <C> "D" ]]> ', "text"),
    ("第一行\n第二行\t\x01_x0041_", "wrap"),
    ("", "text"),
    (None, "money"),
    (0, "int"),
    (1234567.891, "money"),
    (-0.1 + 0.3, "score"),
    (1e-12, "percent"),
    (CellFormula("I4-J4", 0.5), "money"),
    (CellFormula('IF(I4<1,"—","&")', "—"), "score"),
)


def written(by_rows: bool) -> bytes:
    """A head, and the cells twice below it."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    writer, sheet = CellWriter(book), book.add_worksheet("表", RowSheet if by_rows else None)
    writer.write(sheet, 0, 0, "标题", "title")
    values, kinds = zip(*CELLS, strict=True)
    below = sheet.begin_rows(writer, kinds) if by_rows else None
    for row, height in ((1, 40.3), (2, None)):
        if below is not None:
            below.put(row, values, height)
            continue
        if height:
            sheet.set_row(row, height)
        for column, (value, kind) in enumerate(CELLS):
            writer.write(sheet, row, column, value, kind)
    book.close()
    return data.getvalue()


def look(cell: Any) -> tuple[Any, ...]:
    """The traits in which our formats differ."""
    align = cell.alignment
    return (
        cell.quotePrefix,
        cell.font.name,
        cell.font.sz,
        align.wrap_text,
        align.horizontal,
        cell.border.left.style,
    )


def told(data: bytes) -> list[Any]:
    """Every cell with its value, formula and look, and the heights of the rows."""
    formulas, values = (
        openpyxl.load_workbook(io.BytesIO(data), data_only=only)["表"] for only in (False, True)
    )
    cells = [
        (one.coordinate, one.data_type, one.value, values[one.coordinate].value, one.number_format, look(one))
        for row in formulas.iter_rows()
        for one in row
    ]
    return [formulas.dimensions, *(formulas.row_dimensions[at].height for at in (1, 2, 3)), *cells]


def test_a_row_is_what_its_cells_would_be() -> None:
    assert told(written(by_rows=True)) == told(written(by_rows=False))


@pytest.mark.parametrize(
    ("target", "leads"), [("external:表/a.xlsx", True), ("", False), ("external:" + "a" * 2000, False)]
)
def test_a_link_that_cannot_lead_anywhere_is_a_text(target: str, leads: bool) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    writer, sheet = CellWriter(book), book.add_worksheet("表", RowSheet)
    writer.write(sheet, 0, 0, "文件", "head")
    sheet.begin_rows(writer, ["link"]).put(1, [Link("a.xlsx", target)])
    book.close()
    cell = openpyxl.load_workbook(data)["表"]["A2"]
    assert cell.value == "a.xlsx"
    assert (cell.hyperlink.target if cell.hyperlink else None) == ("表/a.xlsx" if leads else None)
    assert (cell.font.underline == "single") == leads
