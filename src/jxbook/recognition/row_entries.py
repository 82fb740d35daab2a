"""One row of an indicator table → its entries by field, be they in cells merged over several rows or in its name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry
from jxbook.form.direction import without_sign
from jxbook.form.table import LEVELS
from jxbook.pattern import pattern
from jxbook.recognition.headings import DEDUCTED
from jxbook.recognition.levels import is_serial, path_of, points_in_name, without_serial
from jxbook.recognition.shares import as_points
from jxbook.recognition.stacked import equal_parts
from jxbook.recognition.table import IndicatorTable, what_is_left_out
from jxbook.values.fold import fold

_CALCULATED = pattern(r"[^=＝]*+[=＝]\s*+(\d{1,3}(?:\.\d+)?)\s*+分?\s*+\Z")
_LOWEST = "四级指标"
"""The heading over the names where 三级指标 groups them."""


def entries_of(
    table: IndicatorTable, row: int, level1: Entry, level2: Entry, shared: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Field → entry of an indicator under these labels; `shared` is its part of cells merged over several rows."""
    columns = table.columns
    entries = {name: table.sheet.entry(row, column) for name, column in columns.items() if name not in LEVELS}
    entries |= {"level1": level1, "level2": level2, **shared}
    if not table.ours and "name" in entries:
        entries["name"] = without_serial(_name(table, row, entries["name"]))
        if level1.blank or level2.blank:
            entries |= path_of(entries["name"])
        if "points" not in columns:
            entries |= points_in_name(entries["name"])
    entries |= {name: as_points(entries[name]) for name in table.shares if name in entries}
    if not table.ours and "earned" not in columns:
        entries |= _left_over(entries)
    if table.actual_unit:
        entries["actual"] = _with_unit(entries["actual"], table.sheet.entry(row, table.actual_unit))
    if not table.ours and "target" in entries and "nature" in entries:
        entries["target"] = without_sign(entries["target"], entries["nature"].text)
    if not table.ours and "earned" in entries:
        entries["earned"] = _result(entries["earned"])
    if "reason" in entries and entries["reason"].number == 0:
        entries["reason"] = replace(entries["reason"], raw=None)  # a lone 0 says that the box is empty
    return entries


def _left_over(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The 得分 of a row in a form that states 扣分 instead."""
    taken = next((entries[one] for one in entries if one in DEDUCTED), NO_ENTRY)
    points = entries.get("points", NO_ENTRY).number
    if taken.number is None or points is None:
        return {}
    return {"earned": replace(taken, raw=points - taken.number)}


def _result(entry: Entry) -> Entry:
    """30×96.1%/98%＝29.42, a 得分 with how it came about → 29.42 in its cell."""
    match = _CALCULATED.match(entry.raw) if isinstance(entry.raw, str) and entry.number is None else None
    return entry if match is None else replace(entry, raw=Decimal(match[1]))


def _with_unit(entry: Entry, unit: Entry) -> Entry:
    """340000 | 元 → 340000元 in the cell of the number."""
    bare = entry.number is not None and not unit.blank and not unit.none and fold(entry.text)[-1:].isdigit()
    return replace(entry, raw=f"{entry.text}{unit.text}", number_format="General") if bare else entry


def _name(table: IndicatorTable, row: int, entry: Entry) -> Entry:
    """The name of a row, whose heading may stand over several columns, merged or not: 指标1 | 养护河渠段数."""
    sheet, column = table.sheet, table.columns["name"]
    lowest = table.columns.get(_LOWEST)
    if lowest is not None and not sheet.blank(row, lowest):
        return sheet.entry(row, lowest)
    if not entry.blank and not is_serial(entry):
        return entry
    beside = (one for one in (*table.head.texts, *table.columns.values()) if one > column)
    parts = (sheet.entry(row, one) for one in range(column + 1, min(beside, default=column + 1)))
    return next((one for one in parts if not one.blank), entry)


def shared_labels(table: IndicatorTable, row: int, entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The name and the target of a row that has them in cells merged over several rows, where several units share an
    indicator; who it is stands behind the name: 培训人数（甲所）."""
    found: dict[str, Entry] = {}
    for name in ("target",) if _LOWEST in table.columns else ("name", "target"):
        merge = table.sheet.merged_down(row, table.columns.get(name, 0))
        used = (
            ()
            if merge is None
            else table.rows_within(max(merge.top, table.header + 1), min(merge.bottom, table.last))
        )
        reached = table.columns.get("actual", 0)
        if merge is None or sum(not table.sheet.blank(one, reached) for one in used) < 2:
            continue
        entry = entries[name] if merge.top == row else table.sheet.entry(merge.top, merge.left)
        found[name] = _of_unit(table, row, entry) if name == "name" else entry
    return found


def _of_unit(table: IndicatorTable, row: int, name: Entry) -> Entry:
    """A name with what stands right behind it, before any value: the unit."""
    columns = table.columns
    further = sorted(columns[one] for one in table.head.further)
    first = min(
        columns[one] for one in ("nature", "direction", "target", "actual", "points") if one in columns
    )
    units = (table.sheet.entry(row, one) for one in further if columns["name"] < one < first)
    unit = next((one for one in units if not one.blank), None)
    return name if unit is None or name.blank else replace(name, raw=f"{name.text}（{unit.text}）")


def shared_scores(table: IndicatorTable) -> Mapping[int, dict[str, Entry]]:
    """What a row has of a 分值 and a 得分 whose cells are merged over several rows: an equal part of each.

    A 得分 over rows with 分值 of their own says nothing about any of them.
    """
    found: dict[int, dict[str, Entry]] = {}
    for name in ("points", "earned"):
        column = table.columns.get(name)
        until = 0
        for row in table.rows if column is not None and not table.ours else ():
            bottom = min(table.sheet.bottom(row, column), table.last) if column is not None else row
            if bottom == row or row <= until:  # in Excel no merged area reaches into another
                continue
            until = bottom
            rows = [one for one in table.rows_within(row, bottom) if what_is_left_out(table, one) is None]
            entry = table.sheet.entry(row, column)
            if len(rows) < 2 or entry.number is None:
                continue
            own = name == "earned" and any("points" not in found.get(one, {}) for one in rows)
            if own and "points" in table.columns:
                parts = [replace(entry, raw=None)] * len(rows)
            else:
                parts = equal_parts(entry, entry.number, len(rows))
            for one, part in zip(rows, parts, strict=True):
                found.setdefault(one, {})[name] = part
    return found
