"""年度总体目标: one, or several in rows numbered 目标1, 目标2 …, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Goal, OtherScore
from jxbook.form import labels as known
from jxbook.form.labels import label
from jxbook.pattern import pattern
from jxbook.recognition.goal_labels import (
    NUMERALS,
    goal_number,
    is_achieved,
    is_expected,
    is_goal_block,
    is_serial,
    turn_of,
)
from jxbook.recognition.goal_places import GoalPlaces
from jxbook.recognition.headings import indicator_heading
from jxbook.workbook.labelled_sheet import LabelledSheet

_BESIDE = pattern(
    rf"(?:项目)?(?:年度)?(?:绩效)?目标\s*+([1-9{NUMERALS}])?\s*+(?:[（(]\s*+(\d{{1,3}})\s*+分\s*+[）)])?\s*+[:：]\s*+"
    rf"([\s\S]+?)(?:[（(]\s*+(\d{{1,3}})\s*+分\s*+[）)])?\Z"
)
_BOTH = pattern(r"(?:年度|绩效|总体|项目)*目标[及和与、]其?(?:实际)?(?:完成|实现|达成)(?:情况)?")
"""The label of both together."""
_PIECES = pattern(r"\n(?=[^\n:：]{0,6}(?:完成|实现|达成)[^\n:：]{0,6}[:：])")
"""Where what was achieved begins in the cell of what was expected."""
_LONGEST_SAID = 12
"""Characters of a label that stands in one cell with what it is of."""


def goal_beside(entry: Entry) -> tuple[int, Goal] | None:
    """The number of a goal, from 0, and the goal that a cell left of the indicators holds; None for any other."""
    match = _BESIDE.match(entry.raw.strip()) if isinstance(entry.raw, str) and "目标" in entry.raw else None
    if match is None:
        return None
    number = match[1] or "1"
    points = match[2] or match[4]
    weight = replace(entry, raw=Decimal(points)) if points else NO_ENTRY
    return turn_of(number), Goal(replace(entry, raw=match[3].strip()), NO_ENTRY, weight)


def read_goals(sheet: LabelledSheet, header: int, found: GoalPlaces | None) -> tuple[Goal, ...]:
    """The goals above the indicator table, one at least; `found` is where they are named."""
    if (
        said := _said_with_label(sheet, header)
        or _one_below_the_other(sheet, header)
        or _behind_one_label(sheet, header)
    ):
        return (said,)
    if found is None:
        return (Goal(),)
    if found.expected is None:
        return (_beside(sheet, found),)
    if sheet.bottom(found.row, found.expected) + 1 >= header:  # nothing is below but the table
        achieved = NO_ENTRY if found.achieved is None else sheet.beside(found.row, found.achieved)
        return (Goal(sheet.beside(found.row, found.expected), achieved),)
    first = Goal(sheet.below(found.row, found.expected), _under(sheet, found.row, found.achieved))
    top, left = found.row, found.expected
    weight = next((column for column, text in sheet.labels[top].items() if text in known.WEIGHTS), None)
    numbered = [
        Goal(sheet.entry(row, left), _in_row(sheet, row, found.achieved), sheet.entry(row, weight))
        for row, texts in sheet.labels.items()
        if top < row < header
        and any(column < left and goal_number(text) is not None for column, text in texts.items())
    ]
    return tuple(numbered) or (first, *_below_first(sheet, header, found, first))


def _below_first(sheet: LabelledSheet, header: int, found: GoalPlaces, first: Goal) -> Iterator[Goal]:
    """The goals in the rows under the first one, which have nothing left of them but a serial: each with what was achieved,
    where the form asks for that."""
    expected, achieved = found.expected, found.achieved
    if first.expected.cell is None or first.expected.blank or expected is None:
        return
    row = sheet.bottom(first.expected.cell.row, expected)
    beside = found.block is not None and found.block < expected
    block = sheet.bottom(found.row, found.block) if found.block is not None and beside else found.row
    for under in sheet.rows_from(row + 1, min(header, block + 1) if block > found.row else header):
        left = [sheet.text(under, one) for one in sheet.rows[under] if one < expected]
        goal = Goal(sheet.entry(under, expected), _in_row(sheet, under, achieved))
        serials = all(map(is_serial, left))
        whole = not goal.achieved.blank if achieved is not None else bool(left)
        begins = not left and not beside  # at the left of the page anything may begin
        if goal.expected.blank or begins or not serials or not whole or under != row + 1:
            return
        yield goal
        row = sheet.bottom(under, expected)


def _said_with_label(sheet: LabelledSheet, header: int) -> Goal | None:
    """年初目标：… and 完成情况：…, each in one cell with its label."""
    expected = achieved = NO_ENTRY
    for row, column, text in sheet.texts_from(1, header):
        if "：" not in text and ":" not in text:
            continue
        for piece in _PIECES.split(text.strip()) if "目标" in text else (text.strip(),):
            before, _, after = piece.replace("：", ":", 1).partition(":")
            name = label(before)
            if not after.strip() or not 0 < len(name) <= _LONGEST_SAID:
                continue
            said = replace(sheet.entry(row, column), raw=after.strip())
            if is_achieved(name):
                achieved = said if achieved.blank else achieved
            elif is_expected(sheet, row, column, name):
                expected = said if expected.blank else expected
    return None if expected.blank else Goal(expected, achieved)


def _one_below_the_other(sheet: LabelledSheet, header: int) -> Goal | None:
    """年初设定目标 | … and below it 完成情况 | …, each beside its label at the left of the page."""
    firsts = {
        row: (min(texts), texts[min(texts)])
        for row, texts in sheet.labels.items()
        if row < header and min(texts) == sheet.rows[row][0]
    }
    for row, (column, text) in firsts.items():
        below = sheet.bottom(row, column) + 1
        at, under = firsts.get(below, (0, ""))
        if at == column and is_goal_block(text) and not is_achieved(text) and is_achieved(under):
            return Goal(sheet.beside(row, column), sheet.beside(below, column))
    return None


def _behind_one_label(sheet: LabelledSheet, header: int) -> Goal | None:
    """绩效目标及完成 | … | …, what was expected and what was achieved, without headings of their own."""
    for row in sheet.rows_from(1, header):
        first, *others = sheet.rows[row]
        if len(others) != 2 or not _BOTH.fullmatch(sheet.labels.get(row, {}).get(first, "")):
            continue
        said = [sheet.labels[row].get(one, "") for one in others]
        if not any(is_achieved(text) or is_goal_block(text) for text in said):
            return Goal(sheet.entry(row, others[0]), sheet.entry(row, others[1]))
    return None


def goal_scores(sheet: LabelledSheet, found: GoalPlaces | None) -> Iterator[OtherScore]:
    """The points of the goal itself, where its block has columns for 分值 and 得分."""
    if found is None or found.expected is None:
        return
    columns: dict[str, int] = {}
    for column, text in sheet.labels[found.row].items():
        if column > found.expected and (meaning := indicator_heading(text)):
            columns.setdefault(meaning.field, column)
    if columns.keys() >= {"points", "earned"}:
        points, earned = (sheet.below(found.row, columns[one]) for one in ("points", "earned"))
        if points.number is not None:
            yield OtherScore(Entry("年度总体目标", points.cell), points, earned)


def _beside(sheet: LabelledSheet, found: GoalPlaces) -> Goal:
    """A single box right of the block's label: the goal. Nothing in the form asks for what was achieved."""
    if found.block is None:
        achieved = NO_ENTRY if found.achieved is None else sheet.below(found.row, found.achieved)
        return Goal(NO_ENTRY, achieved)
    return Goal(sheet.beside(found.row, found.block))


def _under(sheet: LabelledSheet, row: int, column: int | None) -> Entry:
    return NO_ENTRY if column is None else sheet.below(row, column)


def _in_row(sheet: LabelledSheet, row: int, column: int | None) -> Entry:
    return NO_ENTRY if column is None else sheet.entry(row, column)
