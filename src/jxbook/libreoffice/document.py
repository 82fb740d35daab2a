"""An open LibreOffice document → the grid that every host brings.

UNO has no types for Python; `Any` stands for its objects. Each area of filled cells is read by one call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from jxbook.assess import Source
from jxbook.place import CellRef
from jxbook.refusals.reading import Excess, too_much
from jxbook.values.entry import is_error
from jxbook.workbook.bounds import MAX_CELLS
from jxbook.workbook.cellvalues import day_of, number_of, number_text
from jxbook.workbook.forbidden import without_forbidden
from jxbook.workbook.grid import ALL_SEEN, Cell, CellValue, Grid, Merge, Sheet, Unseen
from jxbook.workbook.names import FINGERPRINT, MADE_FOR, told_by_name
from jxbook.workbook.styles import GENERAL

# com.sun.star.sheet.CellFlags and FormulaResult
_FORMULA = 16
_CONTENT = 1 | 2 | 4 | _FORMULA  # numbers, dates, texts, formulas
_ERROR = 4

# com.sun.star.util.NumberFormat
_DATE, _LOGICAL = 2, 1024


Position = tuple[int, int]


def folder_of(document: Any) -> Path | None:
    """The folder of a document; None when it was never saved to a folder of this computer."""
    address = urlsplit(document.getURL())
    return Path(url2pathname(address.path)).parent if address.scheme == "file" else None


def read_grid(document: Any) -> Grid:
    """The grid of a document as it stands on the screen. Raises Refusal JX907 when it is too large."""
    book = _DocumentReading(document)
    sheets = tuple(book.sheet(sheet) for sheet in document.Sheets)
    names = document.NamedRanges
    told = (
        told_by_name(names.getByName(one).getContent()) if names.hasByName(one) else ""
        for one in (MADE_FOR, FINGERPRINT)
    )
    return Grid(sheets, tuple(book.removed), *told)


def read_source(document: Any) -> Source:
    """A document as the door takes it. Raises Refusal JX907 when it is too large."""
    controller = document.getCurrentController()  # None where nobody looks at the document
    front = controller.getActiveSheet().getName() if controller is not None else ""
    return Source(read_grid(document), document.getTitle(), folder_of(document), front=front)


class _DocumentReading:
    """What the sheets of one document share while they are read."""

    def __init__(self, document: Any) -> None:
        self.name: str = document.getTitle()
        self.removed: list[CellRef] = []
        self._formats = document.getNumberFormats()
        self._from_1904 = document.NullDate.Year == 1904
        self._known: dict[int, tuple[str, int]] = {}
        self._cells = 0

    def sheet(self, sheet: Any) -> Sheet:
        name = sheet.getName()
        content = sheet.queryContentCells(_CONTENT).getRangeAddresses()
        self._cells += sum(_size(area) for area in content)
        if self._cells > MAX_CELLS:
            raise too_much(self.name, Excess.CELLS, MAX_CELLS)
        formulas = _all_places(sheet.queryContentCells(_FORMULA))
        errors = _all_places(sheet.queryFormulaCells(_ERROR))
        cells: dict[Position, Cell] = {}
        merges: list[Merge] = []
        for area in content:
            block = _range(sheet, area)
            formats, merged = _formats(block)
            merges += (_merge(sheet, place) for place in merged)
            values, texts = chain(*block.getDataArray()), chain(*block.getFormulaArray())
            for place, raw, text in zip(_places(area), values, texts, strict=True):
                code, kind = self._format(formats[place])
                shown = _error(_cell(sheet, place).getString()) if place in errors else raw
                value = self._value(shown, kind, CellRef(name, *place))
                cells[place] = Cell(value, text[1:] if place in formulas else None, code)
        return Sheet(name, cells, tuple(merges), not sheet.IsVisible, unseen=_unseen(sheet, cells))

    def _format(self, key: int) -> tuple[str, int]:
        if key not in self._known:
            found = self._formats.getByKey(key)
            self._known[key] = found.FormatString if key else GENERAL, found.Type
        return self._known[key]

    def _value(self, raw: str | float, kind: int, where: CellRef) -> CellValue:
        if isinstance(raw, str):
            text = without_forbidden(raw)
            if text != raw:
                self.removed.append(where)
            return text
        if kind & _LOGICAL:
            return bool(raw)
        number = number_of(number_text(raw))
        if number is not None and kind & _DATE:
            return day_of(number, self._from_1904) or number
        return number


def _size(area: Any) -> int:
    rows: int = area.EndRow - area.StartRow + 1
    columns: int = area.EndColumn - area.StartColumn + 1
    return rows * columns


def _places(area: Any) -> Iterator[Position]:
    """The cells of an area, row by row, counted from 1."""
    for row in range(area.StartRow + 1, area.EndRow + 2):
        for column in range(area.StartColumn + 1, area.EndColumn + 2):
            yield row, column


def _all_places(ranges: Any) -> set[Position]:
    return {place for area in ranges.getRangeAddresses() for place in _places(area)}


def _unseen(sheet: Any, cells: Iterable[Position]) -> Unseen:
    """The rows and columns of these cells that nobody sees."""
    seen = sheet.queryVisibleCells().getRangeAddresses()
    if len(seen) == 1 and _size(seen[0]) == _size(sheet.getRangeAddress()):
        return ALL_SEEN
    shown_rows = {row for area in seen for row in range(area.StartRow + 1, area.EndRow + 2)}
    shown_columns = {column for area in seen for column in range(area.StartColumn + 1, area.EndColumn + 2)}
    rows, columns = ({place[axis] for place in cells} for axis in (0, 1))
    return Unseen(frozenset(rows - shown_rows), frozenset(columns - shown_columns))


def _formats(block: Any) -> tuple[dict[Position, int], list[Position]]:
    """The number format of each cell, and the cells in which a merged area begins.

    Both go by parts whose cells are formatted alike, of which there are few.
    """
    formats: dict[Position, int] = {}
    merged: list[Position] = []
    for part in _items(block.getCellFormatRanges()):
        places = list(_places(part.getRangeAddress()))
        formats |= dict.fromkeys(places, part.NumberFormat)
        merged += places if part.getIsMerged() else ()
    return formats, merged


def _items(index: Any) -> Iterator[Any]:
    return (index.getByIndex(number) for number in range(index.getCount()))


def _range(sheet: Any, area: Any) -> Any:
    return sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)


def _cell(sheet: Any, place: Position) -> Any:
    return sheet.getCellByPosition(place[1] - 1, place[0] - 1)


def _merge(sheet: Any, place: Position) -> Merge:
    cursor = sheet.createCursorByRange(_cell(sheet, place))
    cursor.collapseToMergedArea()
    area = cursor.getRangeAddress()
    return Merge(area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1)


def _error(shown: str) -> str:
    """An error in Excel's words; LibreOffice has numbers for more kinds of them, "Err:508"."""
    return shown if is_error(shown) else "#VALUE!"
