"""Where a form names its 年度总体目标: the labels over, or beside, what was expected and what was achieved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.recognition.goal_labels import is_achieved, is_expected, is_goal_block, is_serial, speaks_of_goal
from jxbook.workbook.labelled_sheet import LabelledSheet

_SPAN = pattern(r"实施期|中期|长期|周期|规划|项目总目标")
"""Words of a goal for several years, beside which that of the year counts."""
_BARE = "目标"
"""The label of the block, or of what was expected, right of that of the block."""
_LONGEST = 16
"""Characters of a label; what is longer is a goal."""


class GoalPlaces(NamedTuple):
    """The labels over, or beside, what was expected and what was achieved."""

    row: int
    block: int | None
    expected: int | None
    achieved: int | None


def goal_places(sheet: LabelledSheet, header: int) -> GoalPlaces | None:
    """The last row above the indicator table that names a goal: with both labels, else with one of them."""
    best: GoalPlaces | None = None
    for row, texts in sheet.labels.items():
        if row >= header:
            break
        found = _in_labels(sheet, row, _labels_of(texts))
        if found and (best is None or _rank(found) >= _rank(best)):
            best = found
    return best


def _labels_of(texts: Mapping[int, str]) -> dict[int, str]:
    """The labels of a row that may be over a goal. The bare word is one right of that of the block, where no other one is:
    年度绩效目标 | 目标 | 实际完成情况, and not in 年度总体目标 | 目标 | 预期目标 | 实际完成情况."""
    found = {
        column: text
        for column, text in texts.items()
        if len(text) <= _LONGEST and text not in known.BLOCK_LABELS
    }
    bare = [column for column, text in texts.items() if text == _BARE and column != min(texts)]
    if bare and not any(speaks_of_goal(text) for column, text in found.items() if column > bare[0]):
        return dict(sorted((*found.items(), (bare[0], _BARE))))
    return found


def _rank(places: GoalPlaces) -> int:
    return 2 * (places.expected is not None) + (places.achieved is not None)


def _in_labels(sheet: LabelledSheet, row: int, texts: dict[int, str]) -> GoalPlaces | None:
    """The block's label stands leftmost; of the labels right of it the first that fits counts, the last one's
    achievement."""
    achieved = {column: text for column, text in texts.items() if is_achieved(text)}
    expected = [
        column
        for column, text in texts.items()
        if column not in achieved and is_expected(sheet, row, column, text)
    ]
    if not achieved and not expected:
        return None
    first = min((*achieved, *expected))
    starts_block = first == _leftmost(sheet, row)
    own = [
        column
        for column in expected
        if column != first
        or not starts_block
        or not _over_labels(sheet, row, first)
        or _over_text(sheet, row, first, achieved)
    ]
    own = [one for one in own if not _SPAN.search(texts[one])] or own
    done = [column for column in achieved if column != first or not starts_block]
    block = first if starts_block else None
    if own and done:
        return GoalPlaces(row, block, own[0], done[-1])
    if own and any(texts[one] in known.GOAL_EXPECTED for one in own):
        return GoalPlaces(row, block, own[0], None)
    if done and not expected:
        return (
            GoalPlaces(row, block, None, done[-1])
            if any(texts[one] in known.GOAL_ACHIEVED for one in done)
            else None
        )
    if block is not None and is_goal_block(texts[first]) and not own[1:]:
        return GoalPlaces(row, block, None, None)
    return None


def _leftmost(sheet: LabelledSheet, row: int) -> int:
    """The first column of a row, but for its serial or a number that some system has left there."""
    return next((one for one in sheet.rows[row] if not is_serial(sheet.text(row, one))), 0)


def _over_labels(sheet: LabelledSheet, row: int, column: int) -> bool:
    """Is the first cell of a row the label of a block, with other labels right of it?"""
    right = [one for one in sheet.labels[row] if one > sheet.end(row, column)]
    return any(is_achieved(sheet.labels[row][one]) or speaks_of_goal(sheet.labels[row][one]) for one in right)


def _over_text(sheet: LabelledSheet, row: int, column: int, achieved: dict[int, str]) -> bool:
    """Does the goal itself stand under the first cell of a row, beside what was achieved, under its label?"""
    under = sheet.below(row, column)
    at = under.cell.row if under.cell else row
    beside = [sheet.below(row, one) for one in achieved]
    texts = sheet.labels.get(at, {})
    return len(under.text) > _LONGEST or (
        not under.blank
        and any(one.cell is not None and one.cell.row == at and not one.blank for one in beside)
        and not is_goal_block(texts.get(column, ""))
        and not any(map(is_achieved, texts.values()))
    )
