"""Rows of a file that look like indicators and belong to no form that was read: a form must say that it left them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jxbook.form import LeftOut
from jxbook.form.labels import SIGNATURES, TOTAL_LABELS
from jxbook.place import CellRef
from jxbook.recognition.places import FormPlace
from jxbook.recognition.table import IndicatorTable, what_is_left_out
from jxbook.values.fold import fold

_COMPARED = ("name", "target", "actual")
_SCORES = ("points", "earned")
_MOST_POINTS = 100


def rows_left_out(place: FormPlace, scored: Collection[CellRef | None]) -> Iterator[LeftOut]:
    """The rows of other tables like that of the form, and those below its end, that have a name which no row of it has,
    a target, an actual value and a number of points: those of each table together. `scored` are names that stand
    elsewhere and count."""
    if place.tables[0].ours:
        return
    names = {name for table in place.tables for row in table.rows if (name := _name(table, row))}
    for table in place.left_out:
        if any(field in table.columns for field in _SCORES):
            yield from _together(table, [row for row in table.rows if _is_further(table, row, names)])
    inside = {row for one in place.tables for row in range(one.top, (one.total or one.last) + 1)}
    last = place.tables[-1]
    below = last.sheet.rows_from((last.total or last.last) + 1)
    taken = inside if last.sheet is place.rows else set[int]()
    taken |= {one.row for one in scored if one}
    yield from _together(last, [row for row in below if row not in taken and _is_further(last, row, names)])


def _together(table: IndicatorTable, rows: list[int]) -> Iterator[LeftOut]:
    if rows:
        yield LeftOut(table.sheet.entry(rows[0], table.columns["name"]), tuple(rows))


def _name(table: IndicatorTable, row: int) -> str:
    return fold(table.sheet.text(row, table.columns.get("name")))


def _is_further(table: IndicatorTable, row: int, names: Collection[str]) -> bool:
    """Does an indicator that the form does not have stand in a row, filled in?"""
    sheet, columns = table.sheet, table.columns
    if any(sheet.blank(row, columns.get(field)) for field in _COMPARED):
        return False
    name = _name(table, row)
    if not name or name in names or name in TOTAL_LABELS or row in table.repeats:
        return False
    if not SIGNATURES.isdisjoint(sheet.labels.get(row, {}).values()):
        return False  # 填报日期 | 2024-12-31 | 联系电话 | 5550123
    scores = (sheet.entry(row, columns.get(field)).number for field in _SCORES)
    scored = any(one is not None and one <= _MOST_POINTS for one in scores)
    return scored and what_is_left_out(table, row) is None
