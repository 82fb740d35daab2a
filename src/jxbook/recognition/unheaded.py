"""The columns of an indicator table that no heading names: known by what stands in them."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.form import Entry
from jxbook.form.table import LABELS, SCORED
from jxbook.recognition.levels import is_level, is_serial
from jxbook.recognition.signs_and_units import with_signs_and_units
from jxbook.recognition.table import IndicatorTable

_FEWEST = 2
"""Rows with both a 分值 and a 得分 that tell the one by the other."""
_MOST_LEVELS = 6
"""Columns under one heading over levels and names."""


def with_unheaded(table: IndicatorTable) -> IndicatorTable:
    """The table with its levels, the signs and units of its targets, and its 分值 or 得分, where they stand in columns
    without a heading of their own."""
    return _inferred(with_signs_and_units(_with_levels(table)))


def _with_levels(table: IndicatorTable) -> IndicatorTable:
    """The table with the columns of the levels, where no heading says so: one is over them and the names, 指标名称 over
    产出指标 | 数量指标 | 改造面积, or they stand left of the names under 类型. The last column holds the names."""
    columns = table.columns
    if table.head.levelled or "name" not in columns:
        return table
    if "nature" in columns and not table.ours and _are_levels(table, columns["nature"]):
        found = {one: column for one, column in columns.items() if one != "nature"} | {
            "level1": columns["nature"]
        }
        return replace(table, head=replace(table.head, columns=found))
    first = columns["name"]
    right = min((one for one in (*table.head.texts, *columns.values()) if one > first), default=first + 1)
    said = {
        column: texts
        for column in range(max(1, first - _MOST_LEVELS), min(right, first + _MOST_LEVELS))
        if (texts := [one for row in table.rows if not (one := table.sheet.entry(row, column)).blank])
        and not all(map(is_serial, texts))
        and (column >= first or any(is_level(one) and _named(table, one) for one in texts))
    }
    *levels, name = said or [first]
    if not any(is_level(one) for column in levels for one in said[column]):
        return table
    fields = dict(zip(LABELS if len(levels) > 1 else ("level1",), levels, strict=False))
    return replace(table, head=replace(table.head, columns={**columns, **fields, "name": name}))


def _are_levels(table: IndicatorTable, column: int) -> bool:
    """Do the labels of levels stand in a column, 数量指标 and 效益指标 under 指标类型, and no signs?"""
    said = [one for row in table.rows if not (one := table.sheet.entry(row, column)).blank]
    return bool(said) and all(map(is_level, said))


def _named(table: IndicatorTable, entry: Entry) -> bool:
    """Does the name of an indicator stand in the row of an entry, which so is no heading of its own?"""
    return entry.cell is not None and not table.sheet.entry(entry.cell.row, table.columns["name"]).blank


def _inferred(table: IndicatorTable) -> IndicatorTable:
    """The table with its column 得分, or 分值, where that has no heading, or a number for one (50), but stands beside
    the other: a score is never above its points."""
    columns = table.columns
    have = columns.keys() & SCORED
    if len(have) != 1:
        return table
    [given] = have
    wanted = "earned" if given == "points" else "points"
    for beside in (columns[given] + 1, columns[given] - 1):
        if beside in columns.values() or beside in table.head.texts or beside <= table.head.left:
            continue
        if wanted == "earned" and _reckons(table, beside):
            return _with_column(table, wanted, beside)
        pairs = [
            (table.sheet.entry(row, columns[given]).number, table.sheet.entry(row, beside).number)
            for row in table.rows
        ]
        both = [(one, other) for one, other in pairs if one is not None and other is not None]
        fits = all(other <= one if given == "points" else other >= one for one, other in both)
        if fits and len(both) >= _FEWEST and len(both) * 2 > sum(one is not None for one, _ in pairs):
            return _with_column(table, wanted, beside)
    return table


def _with_column(table: IndicatorTable, field: str, column: int) -> IndicatorTable:
    head = replace(table.head, columns={**table.columns, field: column}, placed={field: column})
    return replace(table, head=head)


def _reckons(table: IndicatorTable, column: int) -> bool:
    """Do formulas of ours stand in a column, put there when the form was adopted?"""
    cells = (table.sheet.raw.cells.get((row, column)) for row in table.rows)
    return any(cell is not None and "JX_SCORE(" in (cell.formula or "") for cell in cells)
