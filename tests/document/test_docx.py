"""The Word file: every block in order, nothing lost, merged cells right, fit for Word's schemas."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.document.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableCell,
    Title,
)
from jxbook.document.docx.file import render_docx

GOLDEN = Path(__file__).with_name("golden") / "small_document.xml"
AWKWARD = "A&B <甲> {{x}} <5% \x01尾 ]]> 'q' \"q\"  两个空格 "


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, path: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return package.read(path).decode()


def allowed(text: str) -> str:
    """What a Word file can hold of `text`."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


def audit(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    return [
        str(error) for error in OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path).errors
    ]


def expected(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Style name and text of every paragraph and table that `blocks` should give."""
    for block in blocks:
        match block:
            case Heading(level, number, text):
                yield f"Heading {level}", number + text
            case Table(caption, subcaption):
                yield "表题", caption
                yield "表题附注", subcaption
                yield "评价表格", ""
            case PageBreak():
                pass
            case _:
                names = {
                    "Title": "Title",
                    "Subtitle": "Subtitle",
                    "Paragraph": "Normal Indent",
                    "Note": "说明文字",
                }
                yield names[type(block).__name__], block.text


def test_every_block_stands_in_order(report: Document) -> None:
    found = [
        (item.style.name, "" if isinstance(item, WordTable) else item.text)
        for item in opened(render_docx(report)).iter_inner_content()
    ]
    spacers = [text for style, text in found if style == "Normal"]
    assert [pair for pair in found if pair[0] != "Normal"] == list(expected(report.blocks))
    assert spacers == [""]


def test_document_xml_is_the_golden_file(small_document: Document) -> None:
    assert part(render_docx(small_document), "word/document.xml") == GOLDEN.read_text(encoding="utf-8")


def test_same_document_same_bytes(report: Document) -> None:
    assert render_docx(report) == render_docx(report)


def test_word_accepts_the_files(tmp_path: Path, report: Document, small_document: Document) -> None:
    awkward = Document(AWKWARD, (Title(AWKWARD), Table("", "", (1,), ((TableCell(AWKWARD),),))))
    for document in (report, small_document, awkward, Document("空", ())):
        assert audit(tmp_path, render_docx(document)) == []


def test_properties_carry_the_title_and_no_clock() -> None:
    data = render_docx(Document(AWKWARD, ()))
    properties = opened(data).core_properties
    assert properties.title == allowed(AWKWARD)
    assert properties.author == ""
    assert "dcterms" not in part(data, "docProps/core.xml")


def test_merged_cells(report: Document) -> None:
    [table] = opened(render_docx(report)).tables
    assert len(table.rows) == 24 and len(table.columns) == 10
    assert table.cell(2, 0)._tc is table.cell(6, 1)._tc
    assert table.cell(9, 0).text == "绩\n效\n指\n标"
    assert table.cell(9, 0)._tc is table.cell(22, 0)._tc
    assert table.cell(10, 1)._tc is table.cell(16, 1)._tc
    assert table.cell(23, 0)._tc is table.cell(23, 5)._tc
    assert (table.cell(23, 6).text, table.cell(23, 7).text) == ("100", "96.77")
    assert all(cell._tc.findall(qn("w:p")) for row in table.rows for cell in row.cells)


def test_grid_fills_the_text_area_exactly(report: Document) -> None:
    [table] = opened(render_docx(report)).tables
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert sum(grid) == 8845
    for row in table._tbl.tr_lst:
        assert sum(int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst) == 8845


def test_header_rows_repeat_and_no_row_splits(small_document: Document) -> None:
    [table] = opened(render_docx(small_document)).tables
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst] == [True, False, False]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
    assert table.cell(0, 0).paragraphs[0].style.name == "表头文字"


def test_no_few_rows_of_a_long_table_are_left_alone_on_its_last_page() -> None:
    long = Table("题", "", (1,), tuple((TableCell(str(at)),) for at in range(20)), header_rows=1)
    [table] = opened(render_docx(Document("题", (long,), "x"))).tables
    kept = [row.tc_lst[0].p_lst[0].pPr.find(qn("w:keepNext")) is not None for row in table._tbl.tr_lst]
    assert kept == [True] * 2 + [False] * 14 + [True] * 3 + [False]


@pytest.mark.parametrize("after", [Paragraph("后"), Table("题", "", (1,), ((TableCell("乙"),),))])
def test_page_break_starts_the_next_paragraph_on_a_new_page(after: Block) -> None:
    word = opened(render_docx(Document("", (Paragraph("前"), PageBreak(), PageBreak(), after))))
    breaks = [paragraph.paragraph_format.page_break_before for paragraph in word.paragraphs]
    assert breaks[:2] == [None, True] and breaks.count(True) == 1


def test_tables_never_touch_and_never_end_the_text() -> None:
    bare = Table("", "", (1,), ((TableCell("甲"),),))
    word = opened(render_docx(Document("", (bare, bare, PageBreak(), bare))))
    kinds = [type(item) for item in word.iter_inner_content()]
    assert kinds == [WordTable, WordParagraph] * 3
    assert [p.paragraph_format.page_break_before for p in word.paragraphs] == [None, True, None]


def cells(*spans: tuple[int, int]) -> tuple[TableCell, ...]:
    return tuple(TableCell("格", colspan, rowspan) for colspan, rowspan in spans)


@pytest.mark.parametrize(
    ("rows", "header_rows", "message"),
    [
        ((), 0, "needs rows and columns"),
        ((cells((1, 1)),), 0, "row 1, column 2: a cell is missing"),
        ((cells((1, 1), (1, 1), (1, 1)),), 0, "no place left"),
        ((cells((3, 1)),), 0, "beyond the last column"),
        ((cells((2, 2)),), 0, "below the last row"),
        ((cells((2, 0)),), 0, "span below 1"),
        ((cells((1, 1), (1, 2)), cells((2, 1))), 0, "overlaps a cell from above"),
        ((cells((2, 2)), ()), 1, "below the last row of the header"),
        ((cells((2, 1)),), 2, "2 header rows of 1"),
    ],
)
def test_cells_that_do_not_fit_are_an_error(
    rows: tuple[tuple[TableCell, ...], ...], header_rows: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        render_docx(Document("", (Table("表", "", (1, 1), rows, header_rows),)))


def test_heading_level_beyond_four_is_an_error() -> None:
    with pytest.raises(ValueError, match="level 5"):
        render_docx(Document("", (Heading(5, "①", "甲"),)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec=None)), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    blocks = (*map(Paragraph, texts), Table("", "", (1,), tuple((TableCell(text),) for text in texts)))
    word = opened(render_docx(Document(texts[0], blocks)))
    wanted = [allowed(text).replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [paragraph.text for paragraph in word.paragraphs[: len(texts)]] == wanted
    assert [row.cells[0].text for row in word.tables[0].rows] == wanted


def test_awkward_text_is_kept() -> None:
    word = opened(render_docx(Document("", (Paragraph(AWKWARD),))))
    assert word.paragraphs[0].text == AWKWARD.replace("\x01", "")
