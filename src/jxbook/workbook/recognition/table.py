"""The indicator table: its header, where it ends, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from jxbook.form import NO_ENTRY, Indicator
from jxbook.values.fold import fold
from jxbook.workbook import labels as known
from jxbook.workbook.recognition.goals import goal_number
from jxbook.workbook.recognition.page import Page

_MOST_ROWS = 1000  # in a longer table blank rows are no indicators: the 总分 may stand in row 1 048 576
_VALUES = ("nature", "target", "actual", "points", "earned")
_GROUPS = ("level1", "level2", "name")
_SUBTOTALS = known.TOTAL_LABELS | {"小计"}
_OPEN = re.compile(r"(?:指标\d*:?)?[.…⋯]*")
SUBTOTAL, HELD_OPEN = "小计行", "占位行"
"""Rows inside the table that are no indicators: "小计", and "……" where more rows may be put in."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table on a page: its header row, field → column, the row 总分 (None without one), its last row.

    `ours`: it stands in a workbook of ours, whose formulas count every row.
    """

    page: Page
    header: int
    columns: Mapping[str, int]
    total: int | None
    last: int
    ours: bool = False

    @property
    def right(self) -> int:
        """The last column of the printed table."""
        return max(column for field, column in self.columns.items() if field != "verdict")


def tables_of(pages: Sequence[Page]) -> Iterator[Table]:
    """Every indicator table of a workbook. It is ours if a sheet names its policy."""
    ours = any(
        text in known.POLICY_LABELS
        for page in pages
        for texts in page.labels.values()
        for text in texts.values()
    )
    for page in pages:
        yield from (replace(table, ours=ours) for table in _tables_on(page))


def _tables_on(page: Page) -> Iterator[Table]:
    """The tables on a page. A header that is printed again on the next sheet of paper begins none."""
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
        left_out = what_is_left_out(table, row)
        if left_out == SUBTOTAL:
            continue
        own1, own2 = page.entry(row, columns["level1"]), page.entry(row, columns.get("level2"))
        if not own1.blank:
            level1, level2 = own1, own2
        elif not own2.blank and fold(own2.text):
            level2 = own2
        if left_out:
            continue
        fields: dict[str, Any] = {
            field: page.entry(row, columns.get(field))
            for field in ("name", "target", "actual", "points", "earned", "reason", "verdict", "last_year")
        }
        if split:
            fields["split"] = page.entry(row, columns["nature"]), page.entry(row, columns["unit"])
        yield Indicator.read(level1, level2, **fields, goal=goal)


def what_is_left_out(table: Table, row: int) -> str | None:
    """SUBTOTAL or HELD_OPEN for a row of the table that is no indicator, None for any other.

    In our own workbook no row is left out: its formulas count them all.
    """
    if table.ours:
        return None
    groups = [table.page.entry(row, table.columns.get(field)) for field in _GROUPS]
    rest = [table.page.entry(row, table.columns.get(field)) for field in ("nature", "target", "actual")]
    names = [known.label(one.raw) for one in groups]
    bare = all(one.blank for one in rest)
    if any(text in _SUBTOTALS or (bare and text.endswith("小计")) for text in names):
        return SUBTOTAL
    filled = [one for one in (groups[-1], *rest) if not one.blank]
    numbers = (table.page.entry(row, table.columns.get(field)).number for field in ("points", "earned"))
    is_open = all(isinstance(one.raw, str) and _OPEN.fullmatch(fold(one.text)) for one in filled)
    return HELD_OPEN if filled and is_open and not any(numbers) else None


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
    left, rows = columns["level1"], list(page.rows)
    under = dict(pairwise(rows))
    for row in sorted(page.labels):
        texts = page.labels[row].items()
        if row <= header or not any(text in known.TOTAL_LABELS for column, text in texts if column < limit):
            continue
        if row not in under or not _goes_on(page, under[row], columns):
            return Table(page, header, columns, row, row - 1)
    for row in sorted(page.rows):
        if row > header and _is_below(page, row, left):
            return Table(page, header, columns, None, row - 1)
    return Table(page, header, columns, None, page.last_row)


def _goes_on(page: Page, row: int, columns: Mapping[str, int]) -> bool:
    """Is the row under a row 合计, which so is a subtotal, an indicator: with a name, and a number of points?"""
    texts = page.labels.get(row, {})
    points = page.entry(row, columns.get("points", columns.get("earned")))
    named = set(texts.values()) & (known.SIGNATURES | known.TOTAL_LABELS)
    return columns["name"] in texts and points.number is not None and not named and row not in page.stated


def _is_below(page: Page, row: int, left: int) -> bool:
    """Does a row of a form without 总分 stand below its table: a box, a grade, signatures?"""
    texts = page.labels.get(row, {})
    if any(column <= left for column in page.stated.get(row, {})):
        return True
    named = known.BOX_LABELS | known.GRADE_LABELS | known.SIGNATURES
    if any(text in named for column, text in texts.items() if column <= left):
        return True
    standing = [texts.get(column, "") for column in page.rows[row] if column < left]
    return any("指标" not in text and goal_number(text) is None for text in standing)
