"""年度总体目标: one, or several in rows numbered 目标1, 目标2 …, each with its weight."""

from __future__ import annotations

import re

from jxbook.form import NO_ENTRY, Entry, Goal
from jxbook.form import labels as known
from jxbook.workbook.page import Page

_NUMERALS = "一二三四五六七八九"
_NUMBERED = re.compile(rf"(?:年度|年度绩效)?目标([1-9{_NUMERALS}])\Z")


def goal_number(text: str) -> int | None:
    """目标1, 年度目标二 → 0, 1; None for any other label."""
    match = _NUMBERED.match(text)
    return (
        None if match is None else (_NUMERALS.find(match[1]) if match[1] in _NUMERALS else int(match[1]) - 1)
    )


def read_goals(page: Page, header: int) -> tuple[Goal, ...]:
    """The goals above the indicator table, one at least."""
    expected = _places(page, header, known.GOAL_EXPECTED)
    achieved = _places(page, header, known.GOAL_ACHIEVED)
    first = Goal(
        page.below(*expected) if expected else NO_ENTRY, page.below(*achieved) if achieved else NO_ENTRY
    )
    if not expected:
        return (first,)
    top, left = expected
    weight = next((column for column, text in page.labels[top].items() if text in known.WEIGHTS), None)
    numbered = [
        Goal(page.entry(row, left), _in_row(page, row, achieved), page.entry(row, weight))
        for row, texts in page.labels.items()
        if top < row < header
        and any(column < left and goal_number(text) is not None for column, text in texts.items())
    ]
    return tuple(numbered) or (first,)


def _places(page: Page, header: int, spellings: frozenset[str]) -> tuple[int, int] | None:
    """Row and column of the last such label above the indicator table."""
    found = [
        (row, column)
        for row, texts in page.labels.items()
        if row < header
        for column, text in texts.items()
        if text in spellings
    ]
    return found[-1] if found else None


def _in_row(page: Page, row: int, place: tuple[int, int] | None) -> Entry:
    return page.entry(row, place[1]) if place else NO_ENTRY
