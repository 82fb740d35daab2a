"""Goals that stand left of their indicators, each over its own rows: 年度绩效目标1：培训学员300人（50分）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxbook.form import Goal
from jxbook.recognition.goals import goal_beside
from jxbook.recognition.table import IndicatorTable


def goals_beside(tables: Iterable[IndicatorTable]) -> tuple[Goal, ...]:
    """What was expected, with its points, in the order of the page; nothing of what was achieved is asked for there."""
    found = {number: goal for table in tables for number, goal in _goals(table)}
    return tuple(found.values())


def _goals(table: IndicatorTable) -> Iterator[tuple[int, Goal]]:
    for row in (table.top, table.header, *table.rows):
        for column in table.sheet.rows.get(row, ()):
            if column < table.head.left and (goal := goal_beside(table.sheet.entry(row, column))):
                yield goal
