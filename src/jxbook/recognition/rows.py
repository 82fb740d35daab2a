"""The rows of an indicator table → indicators, and the points that labels above several of them promise."""

from __future__ import annotations

from jxbook.dataclass import dataclass, field
from jxbook.form import NO_ENTRY, Entry, Indicator, LabelPoints, Subtotal
from jxbook.recognition.execution_row import is_execution_row
from jxbook.recognition.level_labels import HeldLabels, LevelLabel, section_in
from jxbook.recognition.numbered import ValueSerials, without_numbers
from jxbook.recognition.row_entries import entries_of, shared_labels, shared_scores
from jxbook.recognition.shares import as_points
from jxbook.recognition.stacked import apart
from jxbook.recognition.subtotals import SubtotalLine, subtotals_of
from jxbook.recognition.table import IndicatorTable, goal_of, subtotal_label, what_is_left_out


@dataclass(slots=True)
class Rows:
    """The indicators of a table, its labels that promise points, and its lines 小计."""

    indicators: list[Indicator] = field(default_factory=list)
    labels: list[LevelLabel] = field(default_factory=list)
    subtotals: list[Subtotal] = field(default_factory=list)
    held: HeldLabels | None = None
    """The labels that hold for the last row."""

    @property
    def label_points(self) -> tuple[LabelPoints, ...]:
        """The promises that hold for a row at least."""
        return tuple(promise for one in self.labels if (promise := one.promise))


def read_rows(
    table: IndicatorTable,
    before: int,
    most: int,
    *,
    money: bool = False,
    reckons: bool = False,
    above: HeldLabels | None = None,
) -> Rows:
    """The rows, blank ones too; merged labels hold for the rows below them. With `money` above the table a row 预算执行率 is no
    indicator. Where the workbook `reckons` by formulas of ours, values count as they were typed, serials and all.

    `before` counts the indicators of the tables above this one; with the first beyond `most` the reading ends. `above` are
    the labels that the first rows stand under, where the table is the rest of another one.
    """
    held = HeldLabels(table, above)
    found = Rows(held=held)
    shared = shared_scores(table)
    serials = None if table.ours or reckons else ValueSerials(table)
    sums: list[SubtotalLine] = []
    goal = 0
    for row in table.rows:
        goal = goal_of(table, row, goal)
        if row in table.repeats:
            continue
        own1, own2 = _levels(table, row)
        if subtotal := None if table.ours else subtotal_label(table, row):
            points, earned = _score(table, row, "points"), _score(table, row, "earned")
            sums.append(SubtotalLine(subtotal, points, earned, len(found.indicators)))
            own1, own2 = (NO_ENTRY if one == subtotal else one for one in (own1, own2))
        held.take(row, own1, own2)
        if what_is_left_out(table, row):
            continue
        executes = is_execution_row(table, row)
        if executes and money:
            continue
        if section := section_in(table, row):
            held.open(section)
            continue
        level1, level2 = held.level1.entry, held.level2.entry
        entries = entries_of(table, row, level1, level2, shared.get(row, {}))
        if executes:
            entries["name"] = level1 if level2.blank else level2
        if not table.ours and table.sheet.raw.merges:
            entries |= shared_labels(table, row, entries)
        several = [entries] if table.ours else apart(entries)
        if len(several) == 1 and serials is not None:
            several = [without_numbers(entries, serials)]
        for one in several:
            place = before + len(found.indicators)
            held.hold_for(place)
            found.indicators.append(Indicator.of(one, goal))
        if place >= most:
            break
    found.labels += held.every
    found.subtotals += subtotals_of(sums, found.indicators, before)
    return found


def _levels(table: IndicatorTable, row: int) -> tuple[Entry, Entry]:
    """The labels of both levels in a row, most of which hold none."""
    sheet, at1, at2 = table.sheet, table.columns.get("level1"), table.columns.get("level2")
    if sheet.blank(row, at1) and sheet.blank(row, at2):
        return NO_ENTRY, NO_ENTRY
    return sheet.entry(row, at1), sheet.entry(row, at2)


def _score(table: IndicatorTable, row: int, name: str) -> Entry:
    """The 分值 or 得分 of a row, in points."""
    entry = table.sheet.entry(row, table.columns.get(name))
    return as_points(entry) if name in table.shares else entry
