"""A Document as word/document.xml. Plain string building: it is what makes a report fast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from jxbook.dataclass import dataclass
from jxbook.document.blocks import (
    Align,
    AnnexLabel,
    Attachments,
    Block,
    Chart,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from jxbook.document.docx.chart import drawing
from jxbook.document.docx.runs import Runs
from jxbook.document.layout import attachment_lines, shares, slots
from jxbook.document.title import title_lines

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:document xmlns:w="{W}" xmlns:r="{R}">\n<w:body>'
)
_CLOSE = "\n</w:body>\n</w:document>"
_BOLD = "<w:rPr><w:b/></w:rPr>"
_BREAK_BEFORE = "<w:pageBreakBefore/>"
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_LEFT = '<w:jc w:val="left"/>'
_ALIGNED = {one: "" if one is Align.CENTER else f'<w:jc w:val="{one}"/>' for one in Align}
_MIDDLE = '<w:vAlign w:val="center"/></w:tcPr>'
_KEEP_NEXT, _NOT_WITH_NEXT = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
_SIGNED = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
_ATTACHED = "<w:keepNext/>"
_BODY_LEVEL = '<w:outlineLvl w:val="9"/>'


def _spacer(height: int, properties: str = "") -> bytes:
    """An empty paragraph of `height` twips."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{properties}<w:snapToGrid w:val="0"/>{spacing}</w:pPr></w:p>'.encode()


# Word joins two tables without a paragraph between them, and wants one after the last table.
_AFTER_TABLE, _LAST, _NEW_PAGE, _HAIR = _spacer(160), _spacer(20), _spacer(20, _BREAK_BEFORE), _spacer(1)
_STRETCH = 40_000
"""Bytes that are written at once: memory for more is given back to the system each time, and asked for again."""
_BELOW_TEXT = (Attachments, Signature)
_TOGETHER = 8
"""A table of so many rows is kept on one page; of a longer one, the first and the last rows are."""
_LAST_ROWS = 4


@dataclass(frozen=True, slots=True)
class StyleIds:
    """The style id that each kind of block is to carry."""

    title: str
    subtitle: str
    headings: tuple[str, str, str, str]
    body: str
    note: str
    caption: str
    subcaption: str
    table: str
    cell: str
    header_cell: str
    label: str
    unit: str
    small_cell: str
    small_header_cell: str


def document_xml(document: Document, styles: StyleIds, section: str, text_width: int) -> Iterator[bytes]:
    """word/document.xml in UTF-8, stretch by stretch.

    `section` is the text of the closing w:sectPr (prefixes w and r), `text_width` in twips the width of
    every table. Raises ValueError for a table whose cells do not fit together or a heading level beyond 4.
    """
    body = _body(document.blocks, styles, text_width)
    return _stretches(chain((_OPEN.encode(),), body, (f"{section}{_CLOSE}".encode(),)))


def _stretches(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a text, many together."""
    together: list[bytes] = []
    size = 0
    for line in lines:
        together.append(line)
        size += len(line)
        if size > _STRETCH:
            yield b"\n".join(together)
            together, size = [b""], 0
    if together != [b""]:
        yield b"\n".join(together)


def _body(blocks: tuple[Block, ...], styles: StyleIds, text_width: int) -> Iterator[bytes]:
    runs = Runs()
    page_break = ""
    after_table = False
    charts = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, PageBreak):
            page_break = _BREAK_BEFORE
            continue
        follows = isinstance(block, Table) and block.follows
        if after_table and not page_break:
            yield _HAIR if follows else _AFTER_TABLE
        paragraphs = _paragraphs(block, styles)
        if page_break and isinstance(block, Table) and not paragraphs:
            yield _NEW_PAGE
        signed = isinstance(following, _BELOW_TEXT) and isinstance(block, Paragraph | Signature)
        for style, text, properties in paragraphs:
            properties = f"{_KEEP_NEXT}{properties}" if signed else properties
            yield _paragraph(style, runs.of(text), page_break, properties)
            page_break = ""
        if after_table := isinstance(block, Table):
            yield from _table(block, styles, text_width, runs)
            if block.note:
                yield _paragraph(styles.unit, runs.of(block.note), "", _LEFT)
                after_table = False
        elif isinstance(block, Chart):
            charts += 1
            yield _picture(
                styles.cell, drawing(block, charts, text_width), _KEEP_NEXT if block.label else page_break
            )
            if block.label:
                yield _paragraph(styles.label, runs.of(f"{block.label}　{block.title}"), "", _NOT_WITH_NEXT)
        page_break = ""
    if after_table:
        yield _LAST


def _paragraphs(block: Block, styles: StyleIds) -> tuple[tuple[str, str, str], ...]:
    """Style, text and own properties of the paragraphs a block begins with; a table begins with its captions."""
    match block:
        case Paragraph(text):
            return ((styles.body, text, ""),)
        case Heading(level, number, text):
            if not 1 <= level <= 4:
                raise ValueError(f"heading {number}{text!r}: level {level} is not 1 to 4")
            return ((styles.headings[level - 1], number + text, ""),)
        case Chart(title, label=label):
            return ((styles.subcaption, title, ""),) if title and not label else ()
        case Table():
            return _captions(block, styles)
        case Title(text):
            return ((styles.title, title_lines(text), ""),)
        case Subtitle(text):
            return ((styles.subtitle, text, ""),)
        case Note(text):
            return ((styles.note, text, ""),)
        case Signature(text):
            return ((styles.body, text, _SIGNED),)
        case AnnexLabel(text):
            return ((styles.headings[0], text, f"{_NO_INDENT}{_BODY_LEVEL}"),)
        case Attachments(titles):
            return tuple((styles.body, text, _ATTACHED) for text in attachment_lines(titles))
        case PageBreak():
            return ()


def _captions(table: Table, styles: StyleIds) -> tuple[tuple[str, str, str], ...]:
    if table.label:
        named = (styles.label, f"{table.label}　{table.caption}", ""), (styles.unit, table.unit, "")
    else:
        named = (styles.caption, table.caption, ""), (styles.subcaption, table.subcaption, "")
    return tuple(one for one in named if one[1])


def _paragraph(style: str, inside: str, page_break: str, properties: str) -> bytes:
    opening = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{page_break}{properties}</w:pPr>'
    return f"{opening}{inside}</w:p>".encode()


def _picture(style: str, run: str, properties: str) -> bytes:
    """A drawing in a line as high as itself: the body's lines are of a fixed height and would cut it off."""
    line = '<w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}<w:snapToGrid w:val="0"/>{line}{_NO_INDENT}'
        f'<w:jc w:val="center"/></w:pPr>{run}</w:p>'
    ).encode()


def _table(table: Table, styles: StyleIds, text_width: int, runs: Runs) -> Iterator[bytes]:
    widths = shares(table.widths, text_width)
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{text_width}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    ).encode()
    cell_style, head_style = (
        (styles.small_cell, styles.small_header_cell) if table.small else (styles.cell, styles.header_cell)
    )
    openings = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    last = len(table.rows)
    for number, row in enumerate(slots(table)):
        is_header = number < table.header_rows
        style = head_style if is_header else cell_style
        kept = number < last - 1 and (
            last <= _TOGETHER or number <= table.header_rows or number >= last - _LAST_ROWS
        )
        cells = [f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_header else ''}</w:trPr>\n"]
        inside = f'{_MIDDLE}<w:p><w:pPr><w:pStyle w:val="{style}"/>{_KEEP_NEXT if kept else ""}'
        for cell, column, begins in row:
            if (colspan := cell.colspan) == cell.rowspan == 1:
                opening = openings[column]
            else:
                width = sum(widths[column : column + colspan])
                opening = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_merged(cell, begins)}'
            written = runs.of(cell.text, _BOLD if cell.bold else "") if begins else ""
            cells.append(f"{opening}{inside}{_ALIGNED[cell.align]}</w:pPr>{written}</w:p></w:tc>\n")
        cells.append("</w:tr>")
        yield "".join(cells).encode()
    yield b"</w:tbl>"


def _merged(cell: TableCell, begins: bool) -> str:
    """What makes one cell of several places of the grid."""
    span = "" if cell.colspan == 1 else f'<w:gridSpan w:val="{cell.colspan}"/>'
    merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    return f"{span}{merge}"
