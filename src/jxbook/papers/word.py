"""The paragraphs of a Word document with the numbers that Word prints before them, and where their characters stand.

The document part is streamed. Deleted text of tracked changes is left out, inserted text is read. A table is one line;
its cells are read elsewhere, as a form.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass, field
from jxbook.package import Package, open_zip
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.papers.numbering import Numbering, local, read_numbering, value, whole_number
from jxbook.prose import Line
from jxbook.refusals.reading import damaged

_SKIPPED = frozenset({"del", "moveFrom", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange"})
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters of a paragraph from `at` on, and the byte of the part where they begin; `run` is the run they are in."""

    text: str
    at: int
    byte: int
    run: Run


@dataclass(slots=True)
class Run:
    """A run of the document part: where its tag begins, where its properties stand, and where it ends, in bytes."""

    start: int
    properties: tuple[int, int] = (0, 0)
    end: int = 0


@dataclass(slots=True)
class BodyBlock:
    """A paragraph, or a table, of the body: bytes where its tag ends and where its end tag begins, its runs of text."""

    table: bool = False
    inside: int = 0
    end: int = 0
    style: str = ""
    list_id: str | None = None
    level: int | None = None
    outline: int | None = None
    chunks: list[Chunk] = field(default_factory=list)
    first_run: int = 0

    @property
    def text(self) -> str:
        return "".join(chunk.text for chunk in self.chunks)


def main_part(package: Package) -> str:
    """The path of the document part. Raises Refusal JX904 where the package has none."""
    if not package.main:
        raise damaged(package.name)
    return package.main


def read_lines(data: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a .docx. Raises Refusal: damaged (JX904), out of proportion (JX907), with a DTD (JX908)."""
    package = open_zip(data, name)
    part = main_part(package)
    numbering = read_numbering(package, part)
    return tuple(_line(one, numbering) for one in blocks(package.part(part), name))


def _line(block: BodyBlock, numbering: Numbering) -> Line:
    if block.table:
        return Line("", table=True)
    label = numbering.label(block.style, block.list_id, block.level)
    rank = numbering.rank(block.style, block.outline)
    return Line(block.text, label, rank)


def blocks(xml: bytes, place: str) -> Iterator[BodyBlock]:
    """The paragraphs and tables of the body, in order; the text of a box inside a paragraph is not read."""
    reading = _BodyStream(xml, place)
    reading.read()
    yield from reading.found


class _BodyStream:
    """The state of the stream."""

    def __init__(self, xml: bytes, place: str) -> None:
        self.found: list[BodyBlock] = []
        self._xml, self._place = xml, place
        self._parser = new_parser(xml, place)
        self._parser.buffer_text = False
        self._tables = 0
        self._boxes = 0
        self._skipping = 0
        self._block: BodyBlock | None = None
        self._runs: list[Run] = []
        self._in_text = False
        self._length = 0

    def read(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        run(self._parser, self._xml, self._place)

    def _start(self, name: str, at: Attributes) -> None:
        own = local(name)
        if own in _SKIPPED or name == _FALLBACK:
            self._skipping += 1
        elif own == "tbl":
            if not self._tables and not self._boxes:
                self.found.append(BodyBlock(table=True))
            self._tables += 1
        elif own == "txbxContent":
            self._boxes += 1
        if self._tables or self._boxes or self._skipping:
            return
        if own == "p":
            self._block = BodyBlock(inside=self._tag_end())
            self._length = 0
        elif self._block is not None:
            self._start_inside(own, at)

    def _start_inside(self, own: str, at: Attributes) -> None:
        block = self._block
        assert block is not None
        match own:
            case "r":
                place = self._parser.CurrentByteIndex
                self._runs.append(Run(place))
                block.first_run = block.first_run or place
            case "rPr" if self._runs:
                self._runs[-1].properties = self._parser.CurrentByteIndex, 0
            case "t" if self._runs:
                self._in_text = True
            case "pStyle":
                block.style = value(at)
            case "numId":
                block.list_id = value(at)
            case "ilvl":
                block.level = whole_number(value(at))
            case "outlineLvl":
                block.outline = whole_number(value(at))
            case mark if mark in _MARKS and self._runs:
                self._add(_MARKS[mark], -1)

    def _end(self, name: str) -> None:
        own = local(name)
        if own in _SKIPPED or name == _FALLBACK:
            self._skipping -= 1
            return
        if own == "tbl":
            self._tables -= 1
            return
        if own == "txbxContent":
            self._boxes -= 1
            return
        if self._tables or self._boxes or self._skipping or self._block is None:
            return
        match own:
            case "t":
                self._in_text = False
            case "rPr" if self._runs and self._runs[-1].properties[0]:
                self._runs[-1].properties = self._runs[-1].properties[0], self._tag_end()
            case "r" if self._runs:
                self._runs.pop().end = self._tag_end()
            case "p":
                self._block.end = self._parser.CurrentByteIndex
                self.found.append(self._block)
                self._block = None

    def _characters(self, text: str) -> None:
        if self._in_text and not (self._tables or self._boxes or self._skipping):
            self._add(text, self._parser.CurrentByteIndex)

    def _add(self, text: str, byte: int) -> None:
        assert self._block is not None
        self._block.chunks.append(Chunk(text, self._length, byte, self._runs[-1]))
        self._length += len(text)

    def _tag_end(self) -> int:
        """The byte behind the tag that the parser has just met; of an empty element it is met twice, at its start."""
        return self._xml.index(b">", self._parser.CurrentByteIndex) + 1
