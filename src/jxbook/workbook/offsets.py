"""Where things stand in the XML of a sheet: byte offsets of its rows and of the cells to be changed."""

from __future__ import annotations

from collections.abc import Collection

from jxbook.dataclass import dataclass, field
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.pattern import pattern
from jxbook.workbook.cellvalues import area, next_address, position, row_number
from jxbook.workbook.markup import names

Area = tuple[int, int, int, int]

_DATA, _ROW, _CELL, _FORMULA = map(names, ("sheetData", "row", "c", "f"))
_VALUE = names("v") | names("is")
_MERGE, _DIMENSION, _COLUMN = map(names, ("mergeCell", "dimension", "col"))
_TAG = pattern(rb"""<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name with prefix, its attributes as they stand, where it begins and ends."""

    name: bytes
    attributes: bytes
    start: int
    end: int
    is_whole: bool
    """True for <c/>, which has no end tag."""


@dataclass(slots=True)
class ElementSpan:
    """An element: its start tag, the offsets where its content and the element itself end."""

    tag: Tag
    content_end: int = 0
    end: int = 0


@dataclass(slots=True)
class FoundCell:
    """A cell to be changed, its formula <f>, and all it holds of <f>, <v> and <is>, in order."""

    span: ElementSpan
    formula: ElementSpan | None = None
    content: list[ElementSpan] = field(default_factory=list)
    starts_group: bool = False
    """True for the first cell of a shared or an array formula."""
    shares: str = ""
    """The number of the shared formula that it begins."""


@dataclass(slots=True)
class FoundRow:
    """A row in which something is to be changed, with the columns and offsets of its cells."""

    span: ElementSpan
    style: int | None
    starts: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Offsets:
    """What must be known of a sheet to change some of its cells."""

    data: ElementSpan | None = None
    rows: dict[int, FoundRow] = field(default_factory=dict)
    row_starts: list[tuple[int, int]] = field(default_factory=list)
    cells: dict[tuple[int, int], FoundCell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    arrays: list[Area] = field(default_factory=list)
    sharing: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    """Number of a shared formula → the cells that have it."""
    column_styles: list[tuple[int, int, int]] = field(default_factory=list)
    dimension: Tag | None = None
    dimension_area: Area | None = None


def tag_at(xml: bytes, offset: int) -> Tag:
    """The start tag at an offset of a well-formed part."""
    match = _TAG.match(xml, offset)
    if match is None:
        raise ValueError("no start tag")
    return Tag(match[1], match[2], offset, match.end(), bool(match[3]))


def find_offsets(xml: bytes, wanted: Collection[tuple[int, int]], place: str) -> Offsets:
    """The offsets in a sheet's XML (UTF-8) that concern the `wanted` cells (row, column).

    Raises ValueError for positions that do not exist, Refusal JX904 for XML that is not well-formed.
    """
    found = Offsets()
    wanted_rows = {row for row, _ in wanted}
    parser = new_parser(xml, place)
    row = 0
    address = ""
    current_row: FoundRow | None = None
    cell: FoundCell | None = None

    def start(name: str, at: Attributes) -> None:
        nonlocal row, address, current_row, cell
        if name in _CELL:
            address = at.get("r") or next_address(address, row)
            if current_row is not None:
                where = position(address)
                if where[0] != row:
                    raise ValueError(address)
                current_row.starts.append((where[1], parser.CurrentByteIndex))
                if where in wanted:
                    cell = found.cells[where] = FoundCell(here())
        elif name in _ROW:
            row, address = row_number(at["r"]) if "r" in at else row + 1, ""
            found.row_starts.append((row, parser.CurrentByteIndex))
            if row in wanted_rows:
                style = int(at.get("s", "0")) if at.get("customFormat") in ("1", "true") else None
                current_row = found.rows[row] = FoundRow(here(), style)
        elif name in _FORMULA:
            kind = at.get("t", "normal")
            if kind in ("array", "dataTable") and "ref" in at:
                found.arrays.append(area(at["ref"]))
            if kind == "shared":
                found.sharing.setdefault(at.get("si", ""), set()).add(position(address))
            if cell is not None:
                cell.formula = here()
                cell.content.append(cell.formula)
                cell.starts_group = kind != "normal" and (kind != "shared" or "ref" in at)
                cell.shares = at.get("si", "") if kind == "shared" else ""
        elif name in _VALUE and cell is not None:
            cell.content.append(here())
        elif name in _MERGE:
            found.merges.append(area(at.get("ref", "")))
        elif name in _COLUMN:
            found.column_styles.append((int(at["min"]), int(at["max"]), int(at.get("style", "0"))))
        elif name in _DIMENSION:
            found.dimension, found.dimension_area = here().tag, area(at.get("ref", ""))
        elif name in _DATA:
            found.data = here()

    def end(name: str) -> None:
        nonlocal current_row, cell
        if name in _CELL and cell is not None:
            close(cell.span)
            cell = None
        elif cell is not None and (name in _FORMULA or name in _VALUE):
            close(cell.content[-1])
        elif name in _ROW and current_row is not None:
            close(current_row.span)
            current_row = None
        elif name in _DATA and found.data is not None:
            close(found.data)

    def here() -> ElementSpan:
        return ElementSpan(tag_at(xml, parser.CurrentByteIndex))

    def close(span: ElementSpan) -> None:
        if span.tag.is_whole:
            span.content_end = span.end = span.tag.end
        else:
            span.content_end = parser.CurrentByteIndex
            span.end = xml.index(b">", span.content_end) + 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    run(parser, xml, place)
    return found
