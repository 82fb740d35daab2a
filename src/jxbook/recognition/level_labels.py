"""The labels of 一级 and 二级指标 as they hold from row to row of an indicator table, and what they promise."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass, field
from jxbook.form import NO_ENTRY, Entry, LabelPoints
from jxbook.recognition.headings import known_heading
from jxbook.recognition.levels import is_below, is_chapter, is_level, is_level2, level_label
from jxbook.recognition.shares import as_points
from jxbook.recognition.table import IndicatorTable
from jxbook.values.fold import fold


@dataclass(slots=True)
class LevelLabel:
    """A label of a level as it holds for the rows below it, and what it promises them."""

    entry: Entry = NO_ENTRY
    points: Decimal | None = None
    rows: list[int] = field(default_factory=list)

    @property
    def promise(self) -> LabelPoints | None:
        """What it promises to a row at least."""
        return (
            None
            if self.points is None or not self.rows
            else LabelPoints(self.entry, self.points, tuple(self.rows))
        )


class HeldLabels:
    """The label of each level that holds where the reading of a table has come to, and `every` one that has held."""

    __slots__ = ("_opened", "_table", "every", "level1", "level2")

    def __init__(self, table: IndicatorTable, above: HeldLabels | None = None) -> None:
        """`above` are those that the table goes on under, as it is the rest of another one."""
        self._table, self._opened = table, NO_ENTRY
        self.level1, self.level2 = _label(_opening(table), table), LevelLabel()
        self.every = [self.level1]
        if above is not None and self.level1.entry.blank:
            self.level1, self.level2, self._opened = above.level1, above.level2, above._opened

    def take(self, row: int, own1: Entry, own2: Entry) -> None:
        """Take the labels that stand in the columns of a row; where there is none, those above go on."""
        table = self._table
        if not own1.blank:
            self.level1, self.level2 = _label(own1, table, row, "level1"), _label(own2, table, row, "level2")
            if "level2" not in table.columns and not _is_headed(table) and is_level2(self.level1.entry):
                self.level1, self.level2 = LevelLabel(), self.level1
            self.every += (self.level1, self.level2)
        elif not own2.blank and fold(own2.text):
            self.level2 = _label(own2, table, row, "level2")
            self.every.append(self.level2)

    def open(self, section: Entry) -> None:
        """Take a label that has a row of its own: the next of its level, or one below the last."""
        label = _label(section, self._table)
        if not self.level1.entry.blank and is_below(section, label.entry, self._opened):
            self.level2 = label
        else:
            self.level1, self.level2, self._opened = label, LevelLabel(), section
        self.every.append(label)

    def hold_for(self, place: int) -> None:
        """Both hold for the indicator that stands at this place, counted from 0."""
        self.level1.rows.append(place)
        self.level2.rows.append(place)


def section_in(table: IndicatorTable, row: int) -> Entry | None:
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


def _opening(table: IndicatorTable) -> Entry:
    """The label that stands alone right above the headings: 产出指标（60分）."""
    section = None if table.ours else section_in(table, table.top - 1)
    return section if section and is_level(section) else NO_ENTRY


def _is_headed(table: IndicatorTable) -> bool:
    """Does a heading say that its column holds the 一级指标, as 指标类型 over 数量指标 and 效益指标 does not?"""
    heading = known_heading(table.head.texts.get(table.columns.get("level1", 0), ""))
    return heading is not None and heading.field == "level1"


def _label(entry: Entry, table: IndicatorTable, row: int = 0, level: str = "") -> LevelLabel:
    """A label and what it promises, be it in a column of its own; a share, 0.4 or 40%, is no number of points."""
    if table.ours:
        return LevelLabel(entry)
    label = LevelLabel(*level_label(entry))
    beside = table.sheet.entry(row, table.head.weights.get(level))
    points = (as_points(beside) if table.shares else beside).score
    if label.points is None and points is not None and points > 1:
        label.points = points
    return label
