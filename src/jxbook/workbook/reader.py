"""Reading a workbook into a grid: what is stored gets its meaning, and only cells with content are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jxbook.place import CellRef
from jxbook.refusals.reading import damaged, too_large
from jxbook.workbook.cellvalues import (
    MAX_TEXT,
    area,
    column_number,
    day_of,
    iso_day,
    number_of,
    row_number,
)
from jxbook.workbook.grid import Cell, Grid, Merge, Raw, Sheet
from jxbook.workbook.markup import decode_text
from jxbook.workbook.package import Package, open_package
from jxbook.workbook.parts import Plan, SheetPart, read_plan
from jxbook.workbook.stored import MAX_CELLS, StoredSheet, read_sheet, read_strings
from jxbook.workbook.styles import GENERAL, is_date_format, read_number_formats

MAX_SHEET_BYTES = 32_000_000
"""XML of all sheets and shared strings together, which bounds the time: two seconds at worst."""

_GENERAL = (GENERAL, False)


@dataclass(slots=True)
class _Book:
    """What the sheets of one workbook share while they are read.

    Strings and styles are kept by their number as a cell writes it, which spares reading it.
    """

    place: str
    from_1904: bool
    strings: Mapping[str, tuple[str, bool]]
    """Each shared string, and whether characters were removed from it."""
    formats: Mapping[str, tuple[str, bool]]
    """Each style's number format, and whether that shows a date."""
    removed: list[CellRef] = field(default_factory=list)
    cells: int = 0


def read_grid(path: Path) -> Grid:
    """The grid of the workbook at `path`, or a Refusal (JX901 to JX910)."""
    return read_package(open_package(path))


def read_package(package: Package) -> Grid:
    """The grid of an opened workbook: values, formulas, number formats, merges, hidden sheets.

    Raises Refusal: damaged (JX904), out of proportion (JX907), with a DTD (JX908).
    """
    plan = read_plan(package)
    parts = [sheet.part for sheet in plan.sheets] + [plan.strings] * bool(plan.strings)
    if sum(package.entry(part).size for part in parts) > MAX_SHEET_BYTES:
        raise too_large(package.name)
    book = _Book(package.name, plan.from_1904, _strings(package, plan), _formats(package, plan))
    try:
        sheets = tuple(
            _sheet(sheet, read_sheet(package.part(sheet.part), book.place), book) for sheet in plan.sheets
        )
    except (ValueError, KeyError):
        raise damaged(package.name) from None
    return Grid(sheets, tuple(book.removed), plan.made_for)


def _strings(package: Package, plan: Plan) -> dict[str, tuple[str, bool]]:
    if not plan.strings:
        return {}
    stored = read_strings(package.part(plan.strings), package.name)
    return {str(number): _text(text, package.name) for number, text in enumerate(stored)}


def _formats(package: Package, plan: Plan) -> dict[str, tuple[str, bool]]:
    if not plan.styles:
        return defaultdict(lambda: _GENERAL)
    codes = read_number_formats(package.part(plan.styles), package.name)
    return {str(number): (code, is_date_format(code)) for number, code in enumerate(codes)} | {"": _GENERAL}


def _text(stored: str, place: str) -> tuple[str, bool]:
    """A cell's text, and whether characters were removed. Raises Refusal JX907 when it is too long."""
    text, removed = decode_text(stored)
    if len(text) > MAX_TEXT:
        raise too_large(place)
    return text, removed


def _sheet(part: SheetPart, stored: StoredSheet, book: _Book) -> Sheet:
    """One sheet. Raises ValueError or KeyError for positions and references that do not exist."""
    cells: dict[tuple[int, int], Cell] = {}
    row_digits, row = None, 0
    for letters, digits, style, kind, has_formula, formula, value, inline in stored.cells:
        if not (has_formula or value or inline):
            continue
        if digits != row_digits:
            row_digits, row = digits, row_number(digits)
        where = row, column_number(letters)
        number_format, is_date = book.formats[style]
        content, removed = _content(kind, value or inline, is_date, book)
        if removed:
            book.removed.append(CellRef(part.name, *where))
        if has_formula:
            cells[where] = Cell(content, formula, number_format)
        elif content is not None and content != "":
            cells[where] = Cell(content, None, number_format)
    book.cells += len(cells)
    if book.cells > MAX_CELLS:
        raise too_large(book.place)
    return Sheet(part.name, cells, tuple(Merge(*area(merge)) for merge in stored.merges), part.hidden)


def _content(kind: str, stored: str, is_date: bool, book: _Book) -> tuple[Raw, bool]:
    """What a stored text means in a cell of this type, and whether characters were removed from it."""
    if not stored:
        return ("" if kind == "str" else None), False
    if kind == "s":
        return book.strings[stored]
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
