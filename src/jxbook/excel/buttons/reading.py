"""An open workbook → Grid, with as few calls into Excel as can be: each costs milliseconds.

A sheet takes two calls, for values and for formulas. Number formats are asked for areas, and only where there
are numbers; merged areas only of labels whose neighbour is looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import Any

from jxbook.assess import Source
from jxbook.dataclass import replace
from jxbook.excel.buttons.place import folder_of
from jxbook.excel.errors import ERROR_CODES
from jxbook.form.labels import POLICY_LABELS, label
from jxbook.place import CellRef, column_letters
from jxbook.recognition.asking import asking_labels
from jxbook.workbook.bounds import MAX_CELLS
from jxbook.workbook.cellvalues import number_text
from jxbook.workbook.forbidden import without_forbidden
from jxbook.workbook.grid import ALL_SEEN, Cell, CellValue, Grid, Merge, Sheet, Unseen
from jxbook.workbook.labels import is_neighbour
from jxbook.workbook.names import ADOPTED, FINGERPRINT, MADE_FOR, told_by_name

CellPosition = tuple[int, int]

_MOST_ROWS, _MOST_COLUMNS = 2000, 100
"""What is read of a sheet whose used range is larger, because of one stray cell far away."""

_BESIDE = 2
"""How many columns right of what is filled in a merged box may begin."""
_FAR = 12
"""How many columns right of a label its entry may stand: a printed form has no more."""

_EPOCH = datetime(1899, 12, 30)


def book_source(book: Any) -> Source:
    """An open workbook as the door takes it."""
    return Source(book_grid(book), book.name, folder_of(book), front=_front(book))


def _front(book: Any) -> str:
    try:
        return str(book.sheets.active.name)
    except Exception:  # a chart sheet lies in front, or xlwings cannot tell
        return ""


def book_grid(book: Any) -> Grid:
    """All sheets of an open workbook, as reading its file would give them."""
    removed: list[CellRef] = []
    sheets = tuple(_read(sheet, removed) for sheet in book.sheets)
    ours = any(_names_policy(one) for one in sheets)
    merged = (
        replace(one, merges=tuple(_merges(sheet, one.cells) if ours else _all_merges(sheet, one.cells)))
        for sheet, one in zip(book.sheets, sheets, strict=True)
    )
    return Grid(tuple(merged), tuple(removed), _told(book, MADE_FOR), _told(book, FINGERPRINT))


def _names_policy(sheet: Sheet) -> bool:
    """Does a sheet that can be seen name the policy, as those of our own workbooks do?"""
    return not sheet.hidden and any(label(cell.value) in POLICY_LABELS for cell in sheet.cells.values())


def _told(book: Any, name: str) -> str:
    try:
        refers_to = str(book.names[name].refers_to)
    except Exception:  # xlwings has an exception of its own for each system where there is no such name
        return ""
    return told_by_name(refers_to)


def _read(sheet: Any, removed: list[CellRef]) -> Sheet:
    hidden = sheet.visible not in (True, -1)
    if hidden and sheet.name != ADOPTED:
        return Sheet(sheet.name, {}, (), hidden=True)  # recognition passes it over
    used = sheet.used_range
    top, left, (rows, columns) = used.row, used.column, used.shape
    if rows * columns > MAX_CELLS:
        rows, columns = min(rows, _MOST_ROWS), min(columns, _MOST_COLUMNS)
        used = sheet.range((top, left), (top + rows - 1, left + columns - 1))
    values = used.options(ndim=2, err_to_str=True).value
    formulas = _square(used.formula, rows)
    cells: dict[CellPosition, Cell] = {}
    for row, (shown, written) in enumerate(zip(values, formulas, strict=True), top):
        for column, (value, formula) in enumerate(zip(shown, written, strict=True), left):
            cell = _cell(value, formula)
            if cell is None:
                continue
            if isinstance(cell.value, str) and (clean := without_forbidden(cell.value)) != cell.value:
                removed.append(CellRef(sheet.name, row, column))
                cell = replace(cell, value=clean)
            cells[row, column] = cell
    cells.update(_with_formats(sheet, cells))
    return Sheet(sheet.name, cells, (), hidden, unseen=_unseen(sheet, cells))


def _square(formulas: Any, rows: int) -> Sequence[Sequence[Any]]:
    """Formulas as rows, however many there are: Excel hands over one cell bare."""
    if isinstance(formulas, str) or not isinstance(formulas, Sequence):
        return [[formulas]]
    if formulas and isinstance(formulas[0], Sequence) and not isinstance(formulas[0], str):
        return formulas
    return [formulas] if rows == 1 else [[one] for one in formulas]


def _cell(value: Any, formula: Any) -> Cell | None:
    """A cell; a text that merely begins with "=" reads the same as value and as formula."""
    if isinstance(formula, str) and formula.startswith("=") and formula != value:
        return Cell("" if value is None else _raw(value), formula[1:])
    return None if value is None or value == "" else Cell(_raw(value))


def _raw(value: Any) -> CellValue:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, datetime):
        days = (value.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)
        return value.date() if days >= 1 else Decimal(number_text(days))  # a time of day is no date
    if isinstance(value, date):
        return value
    if isinstance(value, int) and value in ERROR_CODES:
        return "#VALUE!"
    return Decimal(number_text(float(value)))


def _with_formats(sheet: Any, cells: Mapping[CellPosition, Cell]) -> Iterator[tuple[CellPosition, Cell]]:
    """The cells that hold numbers, with their formats."""
    numbers = [place for place, cell in cells.items() if isinstance(cell.value, Decimal)]
    for place, number_format in _formats(sheet, numbers):
        yield place, replace(cells[place], number_format=number_format)


def _formats(sheet: Any, places: list[CellPosition]) -> Iterator[tuple[CellPosition, str]]:
    """The number format of each place: of the area around all of them if it has but one, else by halves."""
    if not places:
        return
    rows, columns = [row for row, _ in places], [column for _, column in places]
    top, bottom, left, right = min(rows), max(rows), min(columns), max(columns)
    shared = sheet.range((top, left), (bottom, right)).number_format
    if isinstance(shared, str):
        yield from ((place, shared) for place in places)
    elif len(places) > 1:
        # columns first: a column is formatted alike more often than a row is
        axis, middle = (1, (left + right) // 2) if right > left else (0, (top + bottom) // 2)
        yield from _formats(sheet, [place for place in places if place[axis] <= middle])
        yield from _formats(sheet, [place for place in places if place[axis] > middle])


def _merges(sheet: Any, cells: Mapping[CellPosition, Cell]) -> Iterator[Merge]:
    """The merged areas of the labels beside or under which recognition looks for an entry."""
    for row, column in _labels(cells):
        cell = sheet.range(f"{column_letters(column)}{row}")
        if (row, column + 1) not in cells and cell.merge_cells:
            area = cell.merge_area
            rows, columns = area.shape
            yield Merge(row, column, row + rows - 1, column + columns - 1)
            column += columns - 1
        if _may_reach_over(cells, row, column + 1):
            beside = sheet.range(f"{column_letters(column + 1)}{row}")
            if beside.merge_cells:
                rows, columns = beside.merge_area.shape
                yield Merge(row, column + 1, row + rows - 1, column + columns)


def _speaks_of_indicators(cells: Mapping[CellPosition, Cell]) -> bool:
    """May a form stand on a sheet? What is asked of Excel for it is asked of no other."""
    return any(isinstance(cell.value, str) and "指标" in cell.value for cell in cells.values())


def _unseen(sheet: Any, cells: Mapping[CellPosition, Cell]) -> Unseen:
    """The rows and columns that a sheet that speaks of indicators hides."""
    if not _speaks_of_indicators(cells):
        return ALL_SEEN
    rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
    hidden_rows = _hidden(rows, lambda first, last: sheet.range((first, 1), (last, 1)).api.EntireRow.Hidden)
    hidden_columns = _hidden(
        columns, lambda first, last: sheet.range((1, first), (1, last)).api.EntireColumn.Hidden
    )
    return Unseen(frozenset(hidden_rows), frozenset(hidden_columns))


def _hidden(lines: Sequence[int], ask: Callable[[int, int], bool | None]) -> Iterator[int]:
    """Those of some rows or columns that are hidden: asked of all at once, and by halves where only some are."""
    if not lines:
        return
    try:
        answer = ask(lines[0], lines[-1])
    except AttributeError:  # Excel for Mac calls it otherwise
        return
    if answer:
        yield from lines
    elif answer is None and len(lines) > 1:
        middle = len(lines) // 2
        yield from _hidden(lines[:middle], ask)
        yield from _hidden(lines[middle:], ask)


def _all_merges(sheet: Any, cells: Mapping[CellPosition, Cell]) -> Iterator[Merge]:
    """Every merged area of a sheet that speaks of indicators: recognition looks everywhere in the form of an office."""
    if not _speaks_of_indicators(cells):
        return
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    last = min(max(rows), min(rows) + _MOST_ROWS), min(max(columns) + _BESIDE, min(columns) + _MOST_COLUMNS)
    found: dict[Merge, None] = {}
    _merged_within(sheet, Merge(min(rows), min(columns), *last), found)
    yield from found


def _merged_within(sheet: Any, part: Merge, found: dict[Merge, None]) -> None:
    """Put the merged areas of a part into `found`: asked of the whole part, and by halves where only some is merged."""
    if any(
        one.top <= part.top
        and part.bottom <= one.bottom
        and one.left <= part.left
        and part.right <= one.right
        for one in found
    ):
        return
    area = sheet.range((part.top, part.left), (part.bottom, part.right))
    merged = area.merge_cells
    if merged is False:
        return
    if merged:
        first = sheet.range((part.top, part.left)).merge_area
        rows, columns = first.shape
        found[Merge(first.row, first.column, first.row + rows - 1, first.column + columns - 1)] = None
    for half in _halves(part):
        _merged_within(sheet, half, found)


def _halves(part: Merge) -> Iterator[Merge]:
    """A part in two, along its longer side; none of a single cell."""
    if part.bottom - part.top >= part.right - part.left:
        if part.bottom > part.top:
            middle = (part.top + part.bottom) // 2
            yield replace(part, bottom=middle)
            yield replace(part, top=middle + 1)
    else:
        middle = (part.left + part.right) // 2
        yield replace(part, right=middle)
        yield replace(part, left=middle + 1)


def _may_reach_over(cells: Mapping[CellPosition, Cell], row: int, beside: int) -> bool:
    """Is the place beside a label blank, and what follows in the row perhaps its entry? Not if the place is merged."""
    further = (cells[row, column] for column in range(beside, beside + _FAR) if (row, column) in cells)
    found = next(further, None)
    is_label = found is not None and isinstance(found.value, str) and is_neighbour(found.value)
    return (row, beside) not in cells and found is not None and not is_label


def _labels(cells: Mapping[CellPosition, Cell]) -> Iterable[CellPosition]:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(cells.items(), key=itemgetter(0)):
        if text := label(cell.value):
            by_row.setdefault(row, {})[column] = text
    return asking_labels(by_row)
