"""Reading a workbook into a grid: what is stored gets its meaning, and only cells with content are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from jxbook.dataclass import dataclass, field
from jxbook.package import Package
from jxbook.package.remember import remembered
from jxbook.place import CellRef
from jxbook.refusals.reading import Excess, damaged, too_large, too_much
from jxbook.workbook.bounds import prose_of, require_room
from jxbook.workbook.cellvalues import (
    MAX_TEXT,
    MOST_POSITIONS,
    area,
    day_of,
    iso_day,
    number_of,
    position,
)
from jxbook.workbook.grid import Cell, CellValue, Grid, Merge, Sheet, Unseen
from jxbook.workbook.later import read_later
from jxbook.workbook.markup import decode_text
from jxbook.workbook.names import FORM, NO_ENTRIES
from jxbook.workbook.opening import open_workbook
from jxbook.workbook.parts import SheetPart, read_plan
from jxbook.workbook.stored import StoredCell, read_sheet, read_strings
from jxbook.workbook.styles import GENERAL, is_date_format, read_number_formats
from jxbook.workbook.unseen import read_unseen

MAX_SHEET_BYTES = 32_000_000
"""XML of all sheets and shared strings together, which bounds the time: two seconds at worst."""

_GENERAL = (GENERAL, False)
_PROPERTIES, _OURS = "docProps/custom.xml", b'name="jxbook"'


Strings = tuple[Mapping[str, str], frozenset[str]]
"""The shared strings, and those of them from which characters were removed, each by its number as a cell writes it."""
_NO_STRINGS: Strings = {}, frozenset()


@dataclass(slots=True)
class _WorkbookReading:
    """What the sheets of one workbook share while they are read.

    Strings and styles are kept by their number as a cell writes it, which spares reading it.
    """

    place: str
    from_1904: bool
    strings: Mapping[str, str]
    maimed: frozenset[str]
    """The shared strings from which characters were removed."""
    formats: Mapping[str, tuple[str, bool]]
    """Each style's number format, and whether that shows a date."""
    removed: list[CellRef] = field(default_factory=list)
    cells: int = 0
    prose: int = 0


def read_grid(path: Path) -> Grid:
    """The grid of the workbook at `path`, or a Refusal (JX901 to JX910)."""
    return read_package(open_workbook(path))


def read_package(package: Package) -> Grid:
    """The grid of an opened workbook: values, formulas, number formats, merges, what is hidden.

    What shows or explains in a workbook of ours, a third of its cells, is read when somebody asks for it.
    Raises Refusal: damaged (JX904), out of proportion (JX907), with a DTD (JX908).
    """
    plan = read_plan(package)
    parts = [sheet.part for sheet in plan.sheets] + [plan.strings] * bool(plan.strings)
    if sum(package.entry(part).size for part in parts) > MAX_SHEET_BYTES:
        raise too_large(package.name)
    texts = _strings(package, plan.strings) if plan.strings else _NO_STRINGS
    formats = _formats(package, plan.styles) if plan.styles else defaultdict(lambda: _GENERAL)
    book = _WorkbookReading(package.name, plan.from_1904, *texts, formats)
    ours = any(sheet.name == FORM for sheet in plan.sheets) and _is_ours(package)

    def read(sheet: SheetPart) -> Sheet:
        if ours and sheet.name in NO_ENTRIES:
            return read_later(sheet.name, sheet.hidden, lambda: _sheet(sheet, package, book))
        return _sheet(sheet, package, book)

    sheets = tuple(map(read, plan.sheets))
    return Grid(sheets, tuple(book.removed), plan.made_for, plan.fingerprint)


def _is_ours(package: Package) -> bool:
    """Was it made from a template of ours? These say so in a property of the document."""
    return _PROPERTIES in package and _OURS in package.part(_PROPERTIES)


@remembered
def _strings(xml: bytes, place: str) -> Strings:
    """The shared strings, and which of them lost characters. Raises Refusal as `read_package`."""
    texts = read_strings(xml, place)
    if max(map(len, texts), default=0) <= MAX_TEXT and "_x" not in "\n".join(texts):
        return dict(zip(map(str, range(len(texts))), texts, strict=True)), frozenset()
    decoded = {str(number): _text(text, place) for number, text in enumerate(texts)}
    maimed = frozenset(number for number, (_, removed) in decoded.items() if removed)
    return {number: text for number, (text, _) in decoded.items()}, maimed


@remembered
def _formats(xml: bytes, place: str) -> Mapping[str, tuple[str, bool]]:
    """Each style's number format by the style's number. Raises Refusal as `read_package`."""
    codes = read_number_formats(xml, place)
    return {str(number): (code, is_date_format(code)) for number, code in enumerate(codes)} | {"": _GENERAL}


def _text(stored: str, place: str) -> tuple[str, bool]:
    """A cell's text, and whether characters were removed. Raises Refusal JX907 when it is too long."""
    text, removed = decode_text(stored)
    if len(text) > MAX_TEXT:
        raise too_much(place, Excess.CELL_TEXT, MAX_TEXT)
    return text, removed


def _sheet(part: SheetPart, package: Package, book: _WorkbookReading) -> Sheet:
    """One sheet. Raises Refusal as `read_package`."""
    try:
        read, merges, unseen = _stored(package, part.part)
        cells = _cells(part.name, read, book)
    except (ValueError, KeyError):
        raise damaged(book.place) from None
    book.cells += len(cells)
    book.prose += prose_of(cells.values())
    require_room(book.cells, book.prose, book.place)
    return Sheet(part.name, cells, merges, part.hidden, unseen=unseen)


@remembered
def _stored(xml: bytes, place: str) -> tuple[Sequence[StoredCell], tuple[Merge, ...], Unseen]:
    """The cells of a sheet that hold anything, its merged areas, and what it hides.

    Raises ValueError for areas that do not exist, Refusal as `read_sheet`.
    """
    stored = read_sheet(xml, place)
    merges = tuple(Merge(*area(merge)) for merge in stored.merges)
    return stored.cells, merges, read_unseen(xml, place)


def _cells(sheet: str, read: Sequence[StoredCell], book: _WorkbookReading) -> dict[tuple[int, int], Cell]:
    """What the cells of a sheet mean. Raises KeyError for references that lead nowhere, ValueError for places that do
    not exist."""
    cells: dict[tuple[int, int], Cell] = {}
    strings, maimed, formats = book.strings, book.maimed, book.formats
    place = position if len(read) <= MOST_POSITIONS else position.__wrapped__
    for address, style, kind, mark, formula, stored in read:
        where = place(address)
        number_format, is_date = formats[style]
        content: CellValue
        if not stored:
            content, removed = "" if kind == "str" else None, False
        elif kind == "s":
            content, removed = strings[stored], stored in maimed
        else:
            content, removed = _content(kind, stored, is_date, book)
        if removed:
            book.removed.append(CellRef(sheet, *where))
        if mark:
            cells[where] = Cell(content, formula, number_format)
        elif content is not None and (content or not isinstance(content, str)):
            cells[where] = Cell(content, None, number_format)
    return cells


def _content(kind: str, stored: str, is_date: bool, book: _WorkbookReading) -> tuple[CellValue, bool]:
    """What a stored text means in a cell of this type, and whether characters were removed from it."""
    if kind in ("", "n"):
        number = number_of(stored)
        if number is None:
            return _text(stored, book.place)
        if is_date:
            return day_of(number, book.from_1904) or number, False
        return number, False
    if kind == "b":
        return stored.strip() in ("1", "true"), False
    if kind == "d":
        return iso_day(stored) or stored, False
    return _text(stored, book.place)
