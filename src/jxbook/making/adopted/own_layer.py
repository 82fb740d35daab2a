"""The worksheet formulas that score an office's own form where no function is.

On a hidden sheet every row of the form has its own, which copies the labels, the name, the two entries and the points
from wherever the form has them, and scores them as the rows of our own workbooks are scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import QUALITATIVE
from jxbook.formulas.contents import Content, content_of
from jxbook.formulas.expression import Contents, Expression, Reference, expression
from jxbook.formulas.function import named
from jxbook.formulas.worksheet import EXACT, IF, IFERROR, ISNUMBER, NA, ROUND, VALUE
from jxbook.making.adopted.cells import AdoptedCells, cell_at, fixed
from jxbook.making.adopted.places import Places, RowLabel, ScoredRow
from jxbook.native.entry import is_among
from jxbook.native.layer import EntryValues, Layer, copying, field_cell, layer_of
from jxbook.native.row import EARNED, is_supported
from jxbook.native.words import words_of
from jxbook.scoring import UNCLEAR
from jxbook.values.entry import is_percent_format, printed_around
from jxbook.workbook import names
from jxbook.workbook.cellvalues import position
from jxbook.workbook.styles import is_date_format

SURE = 10
"""Decimal places to which a percentage is taken, so that 0.07 × 100 is 7."""
_ROW = "row"
"""The number of the row that is copied, which a row that was dragged along does not have."""
_APART = ("nature", "unit")
_LEFT_TO_VALUE = "|定性指标|定量|定量指标|"
"""指标性质 that leaves the sign to 指标值."""


@dataclass(frozen=True, slots=True)
class OwnLayer:
    """The formulas of a form, and what its rows hold."""

    layer: Layer
    rows: Mapping[int, EntryValues]

    def earned(self, row: int, target: Expression) -> Expression:
        """What a row comes to; a row that was put in later, or is not the one it was, says 待核对."""
        place, earned = (
            Reference(f"{names.ROWS_SHEET}!${self.layer.letters[step]}{row}")
            for step in (field_cell(_ROW), EARNED)
        )
        return IF(place.equals(named("ROW")(target)), earned, UNCLEAR)


def own_layer(cells: AdoptedCells) -> OwnLayer | None:
    """The layer of a form, None for one with columns or methods that the formulas do not know."""
    policy, places = cells.policy, cells.places
    columns = places.table.columns
    if "direction" in columns or not is_supported(policy):
        return None
    split = any(field in columns for field in _APART)
    layer = layer_of(policy, words_of(policy), split=split)
    read = {one.number: dict(_entries(cells, one, split=split)) for one in places.rows}
    on_sheet = _OnSheet(places.form.sheet)
    copies = {
        number: {
            field_cell(_ROW): f"ROW({cells.cell('target', number).text(on_sheet)})",
            **{field_cell(field): entry.text(on_sheet) for field, entry in entries.items()},
        }
        for number, entries in read.items()
    }
    held = Contents(lambda address: _content(places, address))
    rows = {
        number: {_ROW: Decimal(number), **{field: entry.shown(held) for field, entry in entries.items()}}
        for number, entries in read.items()
    }
    moved = {names.POLICY_CELL: names.ADOPTED_POLICY, names.YEAR_CELL: names.ADOPTED_YEAR}
    return OwnLayer(copying(layer, copies, moved), rows)


def _entries(cells: AdoptedCells, one: ScoredRow, *, split: bool) -> Iterator[tuple[str, Expression]]:
    """What is copied of a row, by its field."""
    for level in ("level1", "level2"):
        label = _label(one.labels[level]) if level in one.labels else expression("")
        yield level, _of_path(cells, one, level) if level in one.path else label
    yield "name", _of_path(cells, one, "name") if one.path else _as_typed(cells.cell("name", one.number))
    for field in ("target", "actual"):
        yield field, _as_seen(cells.cell(field, one.number), one.codes.get(field, ""))
    yield "points", _as_number(cells.cell("points", one.number))
    if split:
        nature = cells.cell("nature", one.number)
        yield "nature", IF(is_among(nature, _LEFT_TO_VALUE), QUALITATIVE, nature & "")
        yield "unit", _as_typed(cells.cell("unit", one.number))


def _of_path(cells: AdoptedCells, one: ScoredRow, field: str) -> Expression:
    """What a name says that holds its levels too, as long as it is the one that was read: only the core can part it."""
    name = cells.cell("name", one.number)
    printed = cells.places.sheet.entry(one.entries["name"].row, one.entries["name"].column)
    return IF(EXACT(name & "", printed.raw if isinstance(printed.raw, str) else ""), one.path[field], NA())


def _as_typed(cell: Expression) -> Expression:
    """A cell's content; a blank one is no 0."""
    return IF(cell.equals(""), "", cell)


def _as_number(cell: Expression) -> Expression:
    """A number, also where it was typed into a cell formatted as text; nothing else that looks like one, as 1-2 does."""
    number = VALUE(cell)
    return IF(ISNUMBER(cell), cell, IFERROR(IF(EXACT(number & "", cell & ""), number, cell & ""), cell & ""))


def _as_seen(cell: Expression, code: str) -> Expression:
    """An entry as a person sees it: a number may be a percentage; one that is a date is left to the core."""
    if is_date_format(code):
        return IF(ISNUMBER(cell), NA(), cell & "")
    if is_percent_format(code):
        return IF(ISNUMBER(cell), ROUND(cell * 100, SURE) & "%", cell & "")
    before, behind = printed_around(code)
    if before or behind:
        return IF(ISNUMBER(cell), expression(before) & cell & behind, cell & "")
    return _as_typed(cell)


def _label(label: RowLabel) -> Expression:
    """The label that is printed for a row, or its own; one that nobody has written yet only the core can find."""
    own = cell_at(label.own)
    if not label.printed:
        return IF(own.equals(""), NA(), own)
    printed = fixed(label.cell)
    return printed if label.own is None else IF(own.equals(""), printed, own)


class _OnSheet(dict[str, str]):
    """Any cell of a sheet, by its address → as another sheet names it."""

    def __init__(self, sheet: str) -> None:
        super().__init__()
        self._prefix = "'" + sheet.replace("'", "''") + "'!"

    def get(self, name: str, default: object = None) -> str:
        """As `Expression.text` asks where a cell stands."""
        return self._prefix + name


def _content(places: Places, address: str) -> Content:
    cell = places.sheet.raw.cells.get(position(address.replace("$", "")))
    return content_of(cell.value) if cell else None
