"""The sign and the unit of a target, where no heading of their own says so: under 方向, or all under 年度指标值."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.dataclass import replace
from jxbook.form import Entry
from jxbook.form.direction import is_sign, is_signless
from jxbook.recognition.headings import known_heading
from jxbook.recognition.table import IndicatorTable, what_is_left_out
from jxbook.values.fold import fold

_MOST_BESIDE = 2
"""Columns beside the first one under its heading: sign, value, unit."""
_LONGEST_UNIT = 8


def with_signs_and_units(table: IndicatorTable) -> IndicatorTable:
    """The table with its 指标方向, where all that stands in a column are signs, and with its 度量单位, where the
    heading over the values is over the units too."""
    if table.ours or "target" not in table.columns:
        return table
    if table.head.further and not _has_signs(table):
        table = _with_sign(table)
    for field in ("target", "actual"):
        if beside := _beside(table, field):
            table = _parted(table, field, beside)
    return table if table.actual_unit else _with_two_units(table)


def _has_signs(table: IndicatorTable) -> bool:
    """Is there a column of signs already? 指标性质 may hold 定量 and 定性 alone, beside signs under another heading."""
    columns = table.columns
    said = _entries(table, columns["nature"]) if "nature" in columns else ()
    return "direction" in columns or any(is_sign(one.text) for one in said)


def _with_two_units(table: IndicatorTable) -> IndicatorTable:
    """The table whose headings name a unit right of the target and one more right of the actual: 2 | 万人 | 19000 | 人."""
    texts, columns = table.head.texts, table.columns
    units = [one for one, text in texts.items() if (known := known_heading(text)) and known.field == "unit"]
    actual = columns.get("actual", 0)
    right = min((one for one in (*texts, *columns.values()) if one > actual), default=0)
    others = [one for one in units if one != right]
    if len(units) != 2 or not actual or right not in units or others[0] > actual:
        return table
    head = replace(table.head, columns={**columns, "unit": others[0]})
    return replace(table, head=head, actual_unit=0 if _same(table, right, others[0]) else right)


def _with_sign(table: IndicatorTable) -> IndicatorTable:
    """The first column with a heading that is not known, in which every entry is a sign, is that of the direction."""
    heading = next((one for one in table.head.further if _are_signs(table, table.columns[one])), None)
    if heading is None:
        return table
    columns = {text: column for text, column in table.columns.items() if text != heading}
    columns["direction"] = table.columns[heading]
    further = tuple(text for text in table.head.further if text != heading)
    return replace(table, head=replace(table.head, columns=columns, further=further))


def _beside(table: IndicatorTable, field: str) -> Sequence[int]:
    """The columns right of that of a field which its heading is over too: merged with it, or without a heading. What
    stands beyond the last heading is beside the page."""
    column = table.columns.get(field)
    if column is None or field in table.head.placed:
        return ()
    end = min((one for one in {*table.head.texts, *table.columns.values()} if one > column), default=0)
    beside = range(column + 1, min(end, column + 1 + _MOST_BESIDE))
    return [one for one in beside if next(_entries(table, one), None) is not None]


def _parted(table: IndicatorTable, field: str, beside: Sequence[int]) -> IndicatorTable:
    """The table, with what stands under the heading of a field told apart."""
    columns = dict(table.columns)
    first, *rest = [columns[field], *beside]
    if field == "target" and not _has_signs(table) and _are_signs(table, first):
        columns |= {"direction": first, field: rest[0]}
        first, *rest = rest
    unit = next((one for one in rest if _are_units(table, first, one)), None)
    if unit is None:
        return replace(table, head=replace(table.head, columns=columns))
    if "unit" not in columns:
        columns["unit"] = unit
    own = unit if not _same(table, unit, columns["unit"]) else 0
    return replace(table, head=replace(table.head, columns=columns), actual_unit=own)


def _entries(table: IndicatorTable, column: int) -> Iterator[Entry]:
    """What stands in a column."""
    entries = (table.sheet.entry(row, column) for row in table.rows if row not in table.repeats)
    return (one for one in entries if not one.blank)


def _counts(table: IndicatorTable, entry: Entry) -> bool:
    """Does an entry stand in the row of an indicator?"""
    return entry.cell is not None and what_is_left_out(table, entry.cell.row) is None


def _are_signs(table: IndicatorTable, column: int) -> bool:
    found = False
    for entry in _entries(table, column):
        sign = is_sign(entry.text)
        if not (sign or is_signless(entry.text) or entry.none) and _counts(table, entry):
            return False
        found |= sign
    return found


def _are_units(table: IndicatorTable, values: int, column: int) -> bool:
    """Do units stand in a column, each behind a value without one?"""
    found = False
    for entry in _entries(table, column):
        unit = fold(entry.text)
        value = fold(table.sheet.entry(entry.cell.row, values).text) if entry.cell else ""
        is_unit = len(unit) <= _LONGEST_UNIT and not any(map(str.isdigit, unit)) and value[-1:].isdigit()
        if not (is_unit or entry.none) and _counts(table, entry):
            return False
        found |= is_unit
    return found


def _same(table: IndicatorTable, one: int, other: int) -> bool:
    """Does a column hold the units of another one, as far as it says any?"""
    return all(
        fold(entry.text) == fold(table.sheet.entry(entry.cell.row, other).text)
        for entry in _entries(table, one)
        if entry.cell is not None and not entry.none
    )
