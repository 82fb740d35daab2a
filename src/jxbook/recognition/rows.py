"""The rows of an indicator table → indicators, and the points that labels above several of them promise."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass, field, replace
from jxbook.form import NO_ENTRY, Entry, Indicator, LabelPoints, Subtotal
from jxbook.form.direction import without_sign
from jxbook.form.table import LEVELS
from jxbook.recognition.execution_row import is_execution_row
from jxbook.recognition.headings import DEDUCTED, known_heading
from jxbook.recognition.levels import (
    is_below,
    is_chapter,
    is_level,
    is_level2,
    is_serial,
    level_label,
    path_of,
    points_in_name,
    without_serial,
)
from jxbook.recognition.shares import as_points
from jxbook.recognition.stacked import apart, equal_parts
from jxbook.recognition.subtotals import SubtotalLine, subtotals_of
from jxbook.recognition.table import IndicatorTable, goal_of, subtotal_label, what_is_left_out
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet


@dataclass(slots=True)
class _LevelLabel:
    """A label of a level as it holds for the rows below it, and what it promises them."""

    entry: Entry = NO_ENTRY
    points: Decimal | None = None
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """The indicators of a table, its labels that promise points, and its lines 小计."""

    indicators: list[Indicator] = field(default_factory=list)
    labels: list[_LevelLabel] = field(default_factory=list)
    subtotals: list[Subtotal] = field(default_factory=list)

    @property
    def label_points(self) -> tuple[LabelPoints, ...]:
        """The promises that hold for a row at least."""
        return tuple(
            LabelPoints(one.entry, one.points, tuple(one.rows))
            for one in self.labels
            if one.points is not None and one.rows
        )


def read_rows(table: IndicatorTable, before: int, most: int, *, money: bool = False) -> Rows:
    """The rows, blank ones too; merged labels hold for the rows below them. With `money` above the table a row 预算执行率 is no
    indicator.

    `before` counts the indicators of the tables above this one; with the first beyond `most` the reading ends.
    """
    sheet, columns = table.sheet, table.columns
    found = Rows()
    level1, level2 = _label(_opening(table), table), _LevelLabel()
    found.labels.append(level1)
    shared = _shared(table)
    sums: list[SubtotalLine] = []
    goal, opened = 0, NO_ENTRY
    for row in table.rows:
        goal = goal_of(table, row, goal)
        if row in table.repeats:
            continue
        left_out = what_is_left_out(table, row)
        own1, own2 = _levels(sheet, row, columns)
        if subtotal := None if table.ours else subtotal_label(table, row):
            points, earned = _score(table, row, "points"), _score(table, row, "earned")
            sums.append(SubtotalLine(subtotal, points, earned, len(found.indicators)))
            own1, own2 = (NO_ENTRY if one == subtotal else one for one in (own1, own2))
        if not own1.blank:
            level1, level2 = _label(own1, table, row, "level1"), _label(own2, table, row, "level2")
            if "level2" not in columns and not _is_headed(table) and is_level2(level1.entry):
                level1, level2 = _LevelLabel(), level1
            found.labels += (level1, level2)
        elif not own2.blank and fold(own2.text):
            level2 = _label(own2, table, row, "level2")
            found.labels.append(level2)
        if left_out:
            continue
        executes = is_execution_row(table, row)
        if executes and money:
            continue
        if section := _section(table, row):
            label = _label(section, table)
            nested = not level1.entry.blank and is_below(section, label.entry, opened)
            opened = opened if nested else section
            level1, level2 = (level1, label) if nested else (label, _LevelLabel())
            found.labels.append(label)
            continue
        entries = _entries(table, row, level1.entry, level2.entry, shared.get(row, {}))
        if executes:
            entries["name"] = level1.entry if level2.entry.blank else level2.entry
        if not table.ours and table.sheet.raw.merges:
            entries |= _shared_labels(table, row, entries)
        for one in (entries,) if table.ours else apart(entries):
            place = before + len(found.indicators)
            for label in (level1, level2):
                label.rows.append(place)
            found.indicators.append(Indicator.of(one, goal))
        if place >= most:
            break
    found.subtotals += subtotals_of(sums, found.indicators, before)
    return found


def _levels(sheet: LabelledSheet, row: int, columns: Mapping[str, int]) -> tuple[Entry, Entry]:
    """The labels of both levels in a row, most of which hold none."""
    at1, at2 = columns.get("level1"), columns.get("level2")
    if sheet.blank(row, at1) and sheet.blank(row, at2):
        return NO_ENTRY, NO_ENTRY
    return sheet.entry(row, at1), sheet.entry(row, at2)


def _score(table: IndicatorTable, row: int, name: str) -> Entry:
    """The 分值 or 得分 of a row, in points."""
    entry = table.sheet.entry(row, table.columns.get(name))
    return as_points(entry) if name in table.shares else entry


def _entries(
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


def _with_unit(entry: Entry, unit: Entry) -> Entry:
    """340000 | 元 → 340000元 in the cell of the number."""
    bare = entry.number is not None and not unit.blank and not unit.none and fold(entry.text)[-1:].isdigit()
    return replace(entry, raw=f"{entry.text}{unit.text}", number_format="General") if bare else entry


def _section(table: IndicatorTable, row: int) -> Entry | None:
    """The 一级 or 二级指标 that a row names for the rows below it, 一、产出指标（50分）, where no column does: it runs over
    the columns of the values, or stands alone in its row."""
    columns = table.columns
    if table.ours or "level1" in columns or "target" not in columns:
        return None
    said = table.sheet.rows.get(row, [0])
    first, entry = said[0], table.sheet.entry(row, said[0])
    runs_over = first <= columns["name"] and table.sheet.end(row, first) >= columns["target"]
    alone = len(said) == 1 and first <= columns["name"] and (is_level(entry) or is_chapter(entry))
    return entry if first and (runs_over or alone) else None


def _name(table: IndicatorTable, row: int, entry: Entry) -> Entry:
    """The name of a row, whose heading may stand over several columns, merged or not: 指标1 | 养护河渠段数."""
    sheet, column = table.sheet, table.columns["name"]
    if not entry.blank and not is_serial(entry):
        return entry
    beside = (one for one in (*table.head.texts, *table.columns.values()) if one > column)
    parts = (sheet.entry(row, one) for one in range(column + 1, min(beside, default=column + 1)))
    return next((one for one in parts if not one.blank), entry)


def _shared_labels(table: IndicatorTable, row: int, entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The name and the target of a row that has them in cells merged over several rows, where several units share an
    indicator; who it is stands behind the name: 培训人数（甲所）."""
    found: dict[str, Entry] = {}
    for name in ("name", "target"):
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


def _is_headed(table: IndicatorTable) -> bool:
    """Does a heading say that its column holds the 一级指标, as 指标类型 over 数量指标 and 效益指标 does not?"""
    heading = known_heading(table.head.texts.get(table.columns.get("level1", 0), ""))
    return heading is not None and heading.field == "level1"


def _opening(table: IndicatorTable) -> Entry:
    """The label that stands alone right above the headings: 产出指标（60分）."""
    section = None if table.ours else _section(table, table.top - 1)
    return section if section and is_level(section) else NO_ENTRY


def _label(entry: Entry, table: IndicatorTable, row: int = 0, level: str = "") -> _LevelLabel:
    """A label and what it promises, be it in a column of its own; a share, 0.4 or 40%, is no number of points."""
    if table.ours:
        return _LevelLabel(entry)
    label = _LevelLabel(*level_label(entry))
    beside = table.sheet.entry(row, table.head.weights.get(level))
    points = (as_points(beside) if table.shares else beside).score
    if label.points is None and points is not None and points > 1:
        label.points = points
    return label


def _shared(table: IndicatorTable) -> Mapping[int, dict[str, Entry]]:
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
