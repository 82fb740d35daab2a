"""The indicator table: its header, where it ends, its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jxbook.form import NO_ENTRY, Indicator
from jxbook.workbook import labels as known
from jxbook.workbook.recognition.goals import goal_number
from jxbook.workbook.recognition.page import Page

_MOST_ROWS = 1000  # in a longer table blank rows are no indicators: the 总分 may stand in row 1 048 576
_VALUES = ("nature", "target", "actual", "points", "earned")


@dataclass(frozen=True, slots=True)
class Table:
    """The table on a page: its header row, field → column, the row 总分 (None without one), its last row."""

    page: Page
    header: int
    columns: Mapping[str, int]
    total: int | None
    last: int

    @property
    def right(self) -> int:
        """The last column of the printed table."""
        return max(column for field, column in self.columns.items() if field != "verdict")


def tables_of(page: Page) -> Iterator[Table]:
    """Every indicator table on a page. A header that is printed again on the next sheet of paper begins none."""
    above: Table | None = None
    for header, columns in page.headers(known.INDICATOR_COLUMNS):
        compared = columns.keys() >= {"target", "actual"}
        scored = "earned" in columns and "target" not in columns
        if columns.keys() >= {"level1", "name"} and (compared or scored):
            if above is not None and _repeats_header(above, header):
                continue
            above = _extent(page, header, _with_reason(page, header, columns))
            yield above


def read_indicators(table: Table) -> Iterator[Indicator]:
    """The rows, blank ones too; merged labels hold for the rows below them."""
    page, columns = table.page, table.columns
    split = "nature" in columns and "unit" in columns
    level1 = level2 = NO_ENTRY
    goal = 0
    for row in range(table.header + 1, table.last + 1):
        if row not in page.rows and (not table.total or table.last + 1 - table.header > _MOST_ROWS):
            continue
        goal = _goal(table, row, goal)
        if _repeats_header(table, row):
            continue
        own1, own2 = page.entry(row, columns["level1"]), page.entry(row, columns.get("level2"))
        if not own1.blank:
            level1, level2 = own1, own2
        elif not own2.blank:
            level2 = own2
        fields: dict[str, Any] = {
            field: page.entry(row, columns.get(field))
            for field in ("name", "target", "actual", "points", "earned", "reason", "verdict")
        }
        if split:
            fields["split"] = page.entry(row, columns["nature"]), page.entry(row, columns["unit"])
        yield Indicator.read(level1, level2, **fields, goal=goal)


def _repeats_header(table: Table, row: int) -> bool:
    """Does a row inside the table hold its header once more, with no other form begun in between?"""
    labels = table.page.labels
    if row > table.last or any(
        labels[table.header].get(column) != labels.get(row, {}).get(column)
        for column in table.columns.values()
    ):
        return False
    between = (text for r, texts in labels.items() if table.header < r < row for text in texts.values())
    return not any(known.PROJECT_LABELS.get(text) == "name" for text in between)


def _goal(table: Table, row: int, above: int) -> int:
    """The 年度目标 of a row, by the label left of 一级指标."""
    labels = table.page.labels.get(row, {}).items()
    numbers = (goal_number(text) for column, text in labels if column < table.columns["level1"])
    return next((number for number in numbers if number is not None), above)


def _with_reason(page: Page, header: int, columns: dict[str, int]) -> dict[str, int]:
    """Offices word the last column in many ways; it is the one that speaks of reasons or measures."""
    texts = page.labels[header].items()
    spoken = [column for column, text in texts if "原因" in text or "改进措施" in text]
    return {"reason": spoken[0], **columns} if spoken else columns


def _extent(page: Page, header: int, columns: dict[str, int]) -> Table:
    limit = min(columns[field] for field in _VALUES if field in columns)
    left = columns["level1"]
    for row in sorted(page.labels):
        texts = page.labels[row].items()
        if row > header and any(text in known.TOTAL_LABELS for column, text in texts if column < limit):
            return Table(page, header, columns, row, row - 1)
    for row in sorted(page.rows):
        if row > header and _is_below(page, row, left):
            return Table(page, header, columns, None, row - 1)
    return Table(page, header, columns, None, page.last_row)


def _is_below(page: Page, row: int, left: int) -> bool:
    """Does a row of a form without 总分 stand below its table: a box, a grade, signatures?"""
    texts = page.labels.get(row, {})
    named = known.BOX_LABELS | known.GRADE_LABELS | known.SIGNATURES
    if any(text in named for column, text in texts.items() if column <= left):
        return True
    standing = [texts.get(column, "") for column in page.rows[row] if column < left]
    return any("指标" not in text and goal_number(text) is None for text in standing)
