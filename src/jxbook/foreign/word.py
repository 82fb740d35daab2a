"""Tables of a Word document → sheets of a grid, merged cells as Word shows them.

The document part is streamed by the same bounded parser as a workbook's parts: no tree is built,
a document type is refused, pictures are never unpacked. Deleted text of tracked changes is left out;
inserted text and text inside content controls is read, but for what a control shows while it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.foreign.word_tables import OpenCell, OpenTable, joined, pieces
from jxbook.package import Package, open_zip
from jxbook.package.opc import MADE_BY
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.pattern import pattern
from jxbook.place import CAPTIONS
from jxbook.refusals.reading import Excess, too_much
from jxbook.workbook.bounds import require_bounded
from jxbook.workbook.grid import Cell, Grid, Merge, Sheet

_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_IDENTIFIER = "http://purl.org/dc/elements/1.1/ identifier"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_MOST_COLUMNS = 99
"""Columns of a table: Word's own limit is 63."""
_MOST_TABLES = 2000
"""Tables of a document: hundreds of forms of several tables each."""
_MOST_NESTED = 50
"""Tables inside one another. Each is looked through again with the one around it; forms stand three deep at most."""


_OFF = frozenset({"0", "false", "off"})


def _names(*locals_: str) -> frozenset[str]:
    return frozenset(f"{namespace} {local}" for namespace in _WORD for local in locals_)


_TABLE, _ROW, _CELL, _PARAGRAPH, _TEXT = map(_names, ("tbl", "tr", "tc", "p", "t"))
_SPAN, _DOWN, _RIGHT, _BEFORE = map(_names, ("gridSpan", "vMerge", "hMerge", "gridBefore"))
_SKIPPED = _names(
    "del", "moveFrom", "tblPrChange", "trPrChange", "tcPrChange", "pPrChange", "rPrChange", "tblGridChange"
) | {_FALLBACK}
_CONTROL, _CONTENT, _SHOWN = map(_names, ("sdt", "sdtContent", "showingPlcHdr"))
_PROMPT = pattern(
    r"\s*(?:单击|点击|请|选择|输入|在此|此处|填写|click|choose|enter|tap)|[\s。.…]*\Z", re.IGNORECASE
)
"""What an empty control shows: 单击或点击此处输入文字。 Some programs fill a control in and leave the mark that it is empty."""
_RUN, _PROPERTIES = _names("r"), _names("pPr")
_MARKS = {
    name: mark
    for local, mark in (("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
    for name in _names(local)
}


def read_word(data: bytes, name: str) -> tuple[Grid, tuple[str, ...]]:
    """The tables of a .docx as sheets 表1, 表2 …, and the lines of text outside of them.

    Raises Refusal: damaged (JX904), out of proportion (JX907), with a DTD (JX908).
    """
    package = open_zip(data, name)
    reading = _DocumentStream(name)
    reading.read(package.part(_DOCUMENT))
    tables = joined(reading.tables)
    sheets = tuple(_sheet(f"表{count}", table) for count, table in enumerate(tables, 1))
    require_bounded(sheets, name)
    return Grid(sheets, made_for=_made_by(package)), tuple(reading.texts(tables))


def cell_places(data: bytes, name: str) -> dict[str, dict[tuple[int, int], tuple[int, int]]]:
    """Where the first paragraph of each cell stands in the document part, by table and by row and column.

    The bytes behind its tag, or its properties, and at its end tag; the byte behind it, twice, where it is an empty
    element. Raises Refusal as `read_word`.
    """
    reading = _DocumentStream(name)
    reading.read(open_zip(data, name).part(_DOCUMENT))
    return {
        f"表{count}": {
            (row, cell.column): (cell.begin, cell.end)
            for row, cells in enumerate(table.rows, 1)
            for cell in cells
            if cell.end
        }
        for count, table in enumerate(joined(reading.tables), 1)
    }


def _made_by(package: Package) -> str:
    """The policy that a report of ours was made by; "" for any other document."""
    found: list[str] = []
    inside = False

    def start(element: str, at: Attributes) -> None:
        nonlocal inside
        inside = element == _IDENTIFIER

    def text(piece: str) -> None:
        if inside:
            found.append(piece)

    if _CORE not in package:
        return ""
    xml = package.part(_CORE)
    parser = new_parser(xml, package.name)
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    run(parser, xml, package.name)
    said = "".join(found).strip()
    return said.removeprefix(MADE_BY) if said.startswith(MADE_BY) else ""


class _DocumentStream:
    """The state of the stream: the tables, cells and paragraphs that are open at this point."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.tables: list[OpenTable] = []
        self._lines: list[str] = []
        self._open_tables: list[OpenTable] = []
        self._open_cells: list[OpenCell] = []
        self._paragraphs: list[list[str]] = []
        self._firsts: list[OpenCell | None] = []
        self._xml = b""
        self._skipping = 0
        self._in_run = 0
        self._in_text = False
        self._controls: list[bool] = []
        """Of each content control that is open: does it say that it is empty?"""
        self._prompting = 0

    def read(self, xml: bytes) -> None:
        """Read the document part."""
        parser = self._parser = new_parser(xml, self.place)
        self._xml = xml
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        run(parser, xml, self.place)

    def texts(self, tables: list[OpenTable]) -> Iterator[str]:
        """The lines outside of tables that are no table's captions."""
        captioned = {id(table) for table in tables}
        for table in self.tables:
            captions = table.captions if id(table) in captioned else []
            yield from (line for line in table.lines if line not in captions)
        yield from self._lines

    def _start(self, name: str, attributes: Attributes) -> None:
        if name in _SKIPPED:
            self._skipping += 1
        elif self._skipping:
            return
        elif name in _TEXT:
            self._in_text = True
        elif name in _RUN:
            self._in_run += 1
        elif name in _CONTROL:
            self._controls.append(False)
        elif name in _SHOWN and self._controls:
            self._controls[-1] = _value(attributes) not in _OFF
        elif name in _CONTENT:
            self._prompting += bool(self._controls and self._controls[-1])
        elif name in _MARKS:
            if self._in_run:  # elsewhere a tab is a tab stop
                self._add(_MARKS[name])
        elif name in _PARAGRAPH:
            self._paragraphs.append([])
            self._begin_paragraph()
        elif name in _TABLE:
            if len(self._open_tables) >= _MOST_NESTED:
                raise too_much(self.place, Excess.NESTED, _MOST_NESTED)
            if len(self.tables) >= _MOST_TABLES:
                raise too_much(self.place, Excess.TABLES, _MOST_TABLES)
            table = OpenTable(self._lines, bool(self._open_cells))
            if not table.nested:
                self._lines = []
            else:
                table.lines = []
                self._open_tables[-1].inner.append(table)
            self.tables.append(table)
            self._open_tables.append(table)
        elif self._open_tables:
            self._start_in_table(name, attributes)

    def _start_in_table(self, name: str, attributes: Attributes) -> None:
        table = self._open_tables[-1]
        if name in _ROW:
            table.rows.append([])
            table.next_column = 1
        elif name in _BEFORE:
            table.next_column += self._number(attributes)
        elif name in _CELL and table.rows:
            if table.next_column > _MOST_COLUMNS:
                raise too_much(self.place, Excess.COLUMNS, _MOST_COLUMNS)
            cell = OpenCell(table.next_column)
            table.rows[-1].append(cell)
            self._open_cells.append(cell)
        elif self._open_cells and name in _SPAN:
            self._open_cells[-1].span = max(1, self._number(attributes))
        elif self._open_cells and name in _DOWN:
            self._open_cells[-1].continues_above = _value(attributes) != "restart"
        elif self._open_cells and name in _RIGHT:
            self._open_cells[-1].continues_left = _value(attributes) != "restart"

    def _end(self, name: str) -> None:
        if name in _SKIPPED:
            self._skipping -= 1
        elif self._skipping:
            return
        elif name in _TEXT:
            self._in_text = False
        elif name in _RUN:
            self._in_run -= 1
        elif name in _CONTENT:
            self._prompting -= bool(self._controls and self._controls[-1])
        elif name in _CONTROL:
            self._controls.pop()
        elif name in _PARAGRAPH:
            self._finish_paragraph()
        elif name in _PROPERTIES:
            if self._firsts and self._firsts[-1] is not None:
                self._firsts[-1].begin = self._behind(b"pPr>")
        elif name in _CELL and self._open_cells:
            cell = self._open_cells.pop()
            self._open_tables[-1].next_column = cell.column + cell.span
        elif name in _ROW and self._open_tables:
            self._open_tables[-1].end_row()
        elif name in _TABLE and self._open_tables:
            self._open_tables.pop().close()

    def _begin_paragraph(self) -> None:
        cell = self._open_cells[-1] if self._open_cells else None
        first = cell if cell is not None and not cell.begin else None
        if first is not None:
            first.begin = self._tag_end()
        self._firsts.append(first)

    def _tag_end(self) -> int:
        """The byte behind the tag that the parser has just met."""
        return self._xml.index(b">", self._parser.CurrentByteIndex) + 1

    def _behind(self, closing: bytes) -> int:
        """The byte behind the element that ends here; of an empty one the parser stands behind it already."""
        at = self._parser.CurrentByteIndex
        end = self._xml.index(b">", at) + 1
        return end if self._xml[at:end].endswith(closing) and self._xml[at : at + 2] == b"</" else at

    def _finish_paragraph(self) -> None:
        first = self._firsts.pop()
        if first is not None:
            first.end = self._parser.CurrentByteIndex
        line = "".join(self._paragraphs.pop()).strip()
        if self._open_cells:
            self._open_cells[-1].lines.append(line)
        elif line:
            self._lines.append(line)

    def _characters(self, text: str) -> None:
        if self._in_text and not self._skipping and not (self._prompting and _PROMPT.match(text)):
            self._add(text)

    def _add(self, text: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].append(text)

    def _number(self, attributes: Attributes) -> int:
        text = _value(attributes)
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            return 0
        return int(text)


def _value(attributes: Attributes) -> str:
    return next((attributes[f"{space} val"] for space in _WORD if f"{space} val" in attributes), "")


def _sheet(name: str, table: OpenTable) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merges: dict[tuple[int, int], Merge] = {}
    starts: dict[int, tuple[int, int]] = {}
    """Column → where the cell began that a cell below it may continue."""
    for row, read in enumerate(table.rows, 1):
        above, starts = starts, {}
        left = None
        for cell in read:
            right = cell.column + cell.span - 1
            start = above.get(cell.column) if cell.continues_above else left if cell.continues_left else None
            if start is None:
                start = row, cell.column
                if cell.text:
                    cells[start] = Cell(cell.text)
            if start != (row, right):
                merges[start] = Merge(*start, row, right)
            starts[cell.column], left = start, start
    cells |= caption_cells(table.captions)
    return Sheet(name, cells, tuple(merges.values()), of_word=True)


def caption_cells(captions: list[str]) -> dict[tuple[int, int], Cell]:
    """The lines that belong to a table as cells beside its first row, where recognition looks for them."""
    return {(1, column): Cell(piece) for column, piece in enumerate(pieces(captions), CAPTIONS) if piece}
