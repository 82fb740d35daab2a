"""Form → the cached values of 算 and 词, for workbooks that are filled in without a spreadsheet program.

A spreadsheet computes only what hangs on a changed cell and takes the rest as it finds it; so all of it has to be right.
Formulas of another version or policy than ours are found empty, from which nothing but 待核对 can come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

from jxbook.finding import Refusal
from jxbook.form import Form
from jxbook.formulas.contents import FormulaError, Value, content_of
from jxbook.native.layer import STAMP, EntryValues, Layer, Reckoning, layer_of
from jxbook.native.words import LISTS
from jxbook.policy import Policy, load_policy
from jxbook.policy.fingerprint import policy_in
from jxbook.workbook import names
from jxbook.workbook.cellvalues import position
from jxbook.workbook.grid import Change, Grid, Sheet

_FIRST_COLUMN = 2
"""Of 词: its lists stand in column B."""


def layer_changes(
    form: Form, policy: Policy, grid: Grid, coming: Sequence[Change] = ()
) -> tuple[Change, ...]:
    """A change for every formula cell of the two sheets; none for a workbook without them.

    `coming` are the changes about to be made to the form's own cells: they count before what the grid holds.
    """
    sheets = {sheet.name: sheet for sheet in grid.sheets}
    rows, words = sheets.get(names.ROWS_SHEET), sheets.get(names.WORDS_SHEET)
    if rows is None or words is None or not form.indicators or form.adopted:
        return ()  # nobody but a spreadsheet program changes the entries of an adopted form
    layer = _layer(form, policy, grid, words)
    own, numbers = sheets[form.sheet], sorted({row for row, _ in rows.cells})
    facts = sheets.get(names.FACTS)
    if layer is None or facts is None:
        return tuple(Change(rows.ref(*place), "", cached_only=True) for place in rows.cells)
    stated, year = (
        _value(facts, cell.rpartition("!")[2].replace("$", ""))
        for cell in (names.POLICY_CELL, names.YEAR_CELL)
    )
    reckoning = Reckoning(layer, stated, year, grid.made_for)
    changes = [
        Change(words.ref(layer.row_of(name), _FIRST_COLUMN), _stored(value), cached_only=True)
        for name, value in reckoning.cells.items()
    ]
    places = [position(f"{letter}1")[1] for letter in layer.letters.values()]
    for number, row in zip(numbers, _rows(form, own, numbers, coming), strict=True):
        values = reckoning.next(row).values()
        changes += [
            Change(rows.ref(number, column), _stored(value), cached_only=True)
            for column, value in zip(places, values, strict=True)
        ]
    return tuple(changes)


def _layer(form: Form, policy: Policy, grid: Grid, words: Sheet) -> Layer | None:
    """The layer that the workbook has; None where it is none of those that are made now."""
    compiled_for = policy_in(grid.fingerprint)
    if compiled_for not in ("", policy.id):
        with suppress(Refusal):
            policy = load_policy(compiled_for)
    lists = dict.fromkeys(LISTS, "")
    layer = layer_of(policy, lists, split=form.indicators[0].nature.cell is not None)
    if _text(words, layer.row_of(STAMP)) != layer.stamp:
        return None
    found = {name: _text(words, layer.row_of(name)) for name in LISTS}
    return layer_of(policy, found, split=form.indicators[0].nature.cell is not None)


def _text(sheet: Sheet, row: int) -> str:
    cell = sheet.cells.get((row, _FIRST_COLUMN))
    return cell.value if cell and isinstance(cell.value, str) else ""


def _rows(
    form: Form, sheet: Sheet, numbers: Sequence[int], coming: Sequence[Change]
) -> Iterator[EntryValues]:
    """What the cells of the form hold on each of these rows."""
    columns = {
        field: cell.column for field in names.OWN_ENTRIES if (cell := form.indicators[0].entry(field).cell)
    }
    new = {(one.cell.row, one.cell.column): one.value for one in coming if one.cell.sheet == sheet.name}
    for row in numbers:
        found: dict[str, Value] = {}
        for field, column in columns.items():
            there = sheet.cells.get((row, column))
            found[field] = content_of(new.get((row, column), there.value if there else None))
        yield found


def _value(sheet: Sheet, address: str) -> Value:
    cell = sheet.cells.get(position(address))
    return content_of(cell.value) if cell else None


def _stored(value: Value) -> str | Decimal | bool:
    """A value as the cached one of its cell."""
    return value.code if isinstance(value, FormulaError) else "" if value is None else value
