"""The indicator table: its header, its rows, and which of these are no indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxbook.dataclass import dataclass
from jxbook.form import Entry
from jxbook.form import labels as known
from jxbook.form.table import LABELS
from jxbook.pattern import pattern
from jxbook.recognition.goal_labels import goal_number
from jxbook.recognition.goals import goal_beside
from jxbook.recognition.header import Header
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_MOST_ROWS = 1000  # in a longer table blank rows are no indicators: the 总分 may stand in row 1 048 576
_SUBTOTALS = known.TOTAL_LABELS | {"小计"}
_OPEN = pattern(r"(?:指标\d*:?)?[.…⋯]*")
_BREAKDOWN = pattern(r"其中(?!度)")
SUBTOTAL, HELD_OPEN, BREAKDOWN, NUMBERING = "小计行", "占位行", "分项行", "栏次行"
"""Rows inside the table that are no indicators: "小计", "……" where more rows may be put in, "其中：…" without points, the
numbers of the columns under their headings."""
_FIRST_NUMBER = frozenset({"栏次", "行次", "1", "(1)"})
_COLUMN_NUMBER = pattern(r"\(?(\d{1,2})\)?(?:[=(].*)?")
_FEWEST_NUMBERED = 4


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The table on a page: its header, the row 总分 (None without one), its last row.

    `ours`: it stands in a workbook of ours, whose formulas count every row.
    """

    sheet: LabelledSheet
    head: Header
    total: int | None
    last: int
    ours: bool = False
    repeats: frozenset[int] = frozenset()
    """The rows in which the header is printed once more, with no other form begun in between."""
    shares: frozenset[str] = frozenset()
    """Which of 分值 and 得分 are written as shares of the whole, 40% or 0.4."""
    money: int = 0
    """The row of the headings of the money where that stands below the indicators, before 总分; 0 without one."""
    actual_unit: int = 0
    """The column of the units of 实际完成值, where these are not those of the targets; 0 without one."""

    @property
    def columns(self) -> Mapping[str, int]:
        """Field → column."""
        return self.head.columns

    @property
    def top(self) -> int:
        """The first row of the header."""
        return self.head.top

    @property
    def header(self) -> int:
        """The last row of the header, above the indicators."""
        return self.head.bottom

    @property
    def right(self) -> int:
        """The last column of the printed table."""
        return self.head.right

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the header, blank ones too unless the table has no end."""
        return self.rows_within(self.header + 1, self.last)

    def rows_within(self, first: int, last: int) -> Iterator[int]:
        """Those of its rows that stand between two, these included."""
        endless = not self.total or self.last + 1 - self.header > _MOST_ROWS
        return iter(self.sheet.rows_from(first, last + 1) if endless else range(first, last + 1))


def is_ours(sheets: Sequence[LabelledSheet]) -> bool:
    """Does a sheet of the workbook name its policy, as ours do?"""
    texts = (text for sheet in sheets for texts in sheet.labels.values() for text in texts.values())
    return any(text in known.POLICY_LABELS for text in texts)


def what_is_left_out(table: IndicatorTable, row: int) -> str | None:
    """SUBTOTAL, HELD_OPEN, BREAKDOWN or NUMBERING for a row of the table that is no indicator, None for any other.

    In our own workbook no row is left out: its formulas count them all.
    """
    if table.ours:
        return None
    if subtotal_label(table, row):
        return SUBTOTAL
    if row - 1 in (table.header, *table.repeats) and numbers_columns(table.sheet, row):
        return NUMBERING
    name = table.sheet.entry(row, table.columns.get("name"))
    filled = [one for one in (name, *_values(table, row)) if not one.blank]
    scores = [table.sheet.entry(row, table.columns.get(field)) for field in ("points", "earned")]
    is_open = all(isinstance(one.raw, str) and _OPEN.fullmatch(fold(one.text)) for one in filled)
    if filled and is_open and not any(one.number for one in scores):
        return HELD_OPEN
    part = _BREAKDOWN.match(fold(name.text)) and all(one.blank or one.none for one in scores)
    return BREAKDOWN if part else None


def numbers_columns(sheet: LabelledSheet, row: int) -> bool:
    """Is a row one of the numbers of its columns: 栏次 | 1 | 2 | 3＝2/1?"""
    columns = sheet.rows.get(row, [0])
    if fold(sheet.text(row, columns[0])) not in _FIRST_NUMBER:
        return False
    texts = [fold(sheet.text(row, column)) for column in columns]
    said = not texts[0].strip("()").isdigit()
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts[1 if said else 0 :] if text]
    numbers = [int(one[1]) for one in found if one]
    if len(numbers) < len(found) or len(numbers) < (1 if said else _FEWEST_NUMBERED):
        return False
    return said or numbers == list(range(1, len(numbers) + 1))


def subtotal_label(table: IndicatorTable, row: int) -> Entry | None:
    """What makes a row one of 小计, None for any other row: it may stand under each of the levels, or under 序号 where a
    cell runs over them all."""
    labels, columns = table.sheet.labels.get(row, {}), table.columns
    bare = all(one.blank for one in _values(table, row))
    groups = {columns[field] for field in LABELS if field in columns}
    left = range(1, columns.get("name", 0)) if bare else ()
    for column, text in labels.items():
        sums = text in _SUBTOTALS or (bare and text.endswith("小计"))
        if sums and (column in groups or (column in left and text in _SUBTOTALS)):
            return table.sheet.entry(row, column)
    return None


def _values(table: IndicatorTable, row: int) -> list[Entry]:
    return [table.sheet.entry(row, table.columns.get(field)) for field in ("nature", "target", "actual")]


def goal_of(table: IndicatorTable, row: int, above: int) -> int:
    """The 年度目标 of a row, by the label left of 一级指标."""
    for column, text in table.sheet.labels.get(row, {}).items():
        if (number := goal_number(text)) is not None and column < table.head.left:
            return number
    return _stated_goal(table, row, above)


def _stated_goal(table: IndicatorTable, row: int, above: int) -> int:
    """The same where the label holds the goal too: 年度绩效目标1：培训学员300人."""
    for column in table.sheet.rows.get(row, ())[:1]:
        text = table.sheet.raw.cells[row, column].value
        if isinstance(text, str) and "目标" in text and column < table.head.left:
            goal = goal_beside(table.sheet.entry(row, column))
            return above if goal is None else goal[0]
    return above
