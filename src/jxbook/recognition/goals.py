"""年度总体目标: one, or several in rows numbered 目标1, 目标2 …, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Goal, OtherScore
from jxbook.form import labels as known
from jxbook.form.labels import label
from jxbook.pattern import pattern
from jxbook.recognition.headings import indicator_heading
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_NUMERALS = "一二三四五六七八九"
_NUMBERED = pattern(rf"(?:年度|年度绩效)?目标([1-9{_NUMERALS}])\Z")
_BESIDE = pattern(
    rf"\s*(?:项目)?(?:年度)?(?:绩效)?目标\s*([1-9{_NUMERALS}])?\s*(?:[（(]\s*(\d{{1,3}})\s*分\s*[）)])?\s*[:：]\s*"
    rf"(?=\S)([\s\S]*?)(?:[（(]\s*(\d{{1,3}})\s*分\s*[）)])?\s*\Z"
)
_ACHIEVED = pattern(
    r".*(?:完成|实现|达成).*(?:情况|综述|结果|程度|总结)|.*目标完成"
    r"|(?:全年|年度|年终)?实际(?:完成|达成|实现)(?:的?目标|绩效)?"
)
_EXPECTED = pattern(
    r"(?!.*(?:完成|实现|达成|权重|编码|名称|填报|申报|调整)).*(?:目标|预期成果|绩效要求)(?:值|内容)?"
)
_BOTH = pattern(r"(?:年度|绩效|总体|项目)*目标[及和与、]其?(?:实际)?(?:完成|实现|达成)(?:情况)?")
"""The label of both together."""
_SPAN = pattern(r"实施期|中期|长期|周期|规划|项目总目标")
"""Words of a goal for several years, beside which that of the year counts."""
_SERIAL = pattern(rf"\(?(?:\d+|[{_NUMERALS}十]{{1,3}})\)?[,:.]?")
_PIECES = pattern(r"\n(?=[^\n:：]{0,6}(?:完成|实现|达成)[^\n:：]{0,6}[:：])")
"""Where what was achieved begins in the cell of what was expected."""
_BARE = "目标"
"""The label of the block, or of what was expected, right of that of the block."""
_LONGEST, _LONGEST_SAID = 16, 12


class GoalPlaces(NamedTuple):
    """The labels over, or beside, what was expected and what was achieved."""

    row: int
    block: int | None
    expected: int | None
    achieved: int | None


@lru_cache(maxsize=2048)  # every form prints the same labels
def goal_number(text: str) -> int | None:
    """目标1, 年度目标二 → 0, 1; None for any other label."""
    match = _NUMBERED.match(text)
    return (
        None if match is None else (_NUMERALS.find(match[1]) if match[1] in _NUMERALS else int(match[1]) - 1)
    )


def goal_beside(entry: Entry) -> tuple[int, Goal] | None:
    """The number of a goal, from 0, and the goal that a cell left of the indicators holds; None for any other."""
    match = _BESIDE.match(entry.raw) if isinstance(entry.raw, str) and "目标" in entry.raw else None
    if match is None:
        return None
    number = match[1] or "1"
    points = match[2] or match[4]
    weight = replace(entry, raw=Decimal(points)) if points else NO_ENTRY
    turn = _NUMERALS.find(number) if number in _NUMERALS else int(number) - 1
    return turn, Goal(replace(entry, raw=match[3].strip()), NO_ENTRY, weight)


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
        serials = all(_SERIAL.fullmatch(fold(text)) for text in left)
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
            elif _is_expected(sheet, row, column, name):
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
        if at == column and _is_goal_block(text) and not is_achieved(text) and is_achieved(under):
            return Goal(sheet.beside(row, column), sheet.beside(below, column))
    return None


def _behind_one_label(sheet: LabelledSheet, header: int) -> Goal | None:
    """绩效目标及完成 | … | …, what was expected and what was achieved, without headings of their own."""
    for row in sheet.rows_from(1, header):
        first, *others = sheet.rows[row]
        if len(others) != 2 or not _BOTH.fullmatch(sheet.labels.get(row, {}).get(first, "")):
            continue
        said = [sheet.labels[row].get(one, "") for one in others]
        if not any(is_achieved(text) or _is_goal_block(text) for text in said):
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
    if bare and not any(_speaks_of_goal(text) for column, text in found.items() if column > bare[0]):
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
        if column not in achieved and _is_expected(sheet, row, column, text)
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
    if block is not None and _is_goal_block(texts[first]) and not own[1:]:
        return GoalPlaces(row, block, None, None)
    return None


def _leftmost(sheet: LabelledSheet, row: int) -> int:
    """The first column of a row, but for its serial or a number that some system has left there."""
    return next(
        (one for one in sheet.rows[row] if not _SERIAL.fullmatch(fold(sheet.entry(row, one).text))), 0
    )


def _over_labels(sheet: LabelledSheet, row: int, column: int) -> bool:
    """Is the first cell of a row the label of a block, with other labels right of it?"""
    right = [one for one in sheet.labels[row] if one > sheet.end(row, column)]
    return any(
        is_achieved(sheet.labels[row][one]) or _speaks_of_goal(sheet.labels[row][one]) for one in right
    )


def _over_text(sheet: LabelledSheet, row: int, column: int, achieved: dict[int, str]) -> bool:
    """Does the goal itself stand under the first cell of a row, beside what was achieved, under its label?"""
    under = sheet.below(row, column)
    at = under.cell.row if under.cell else row
    beside = [sheet.below(row, one) for one in achieved]
    texts = sheet.labels.get(at, {})
    return len(under.text) > _LONGEST or (
        not under.blank
        and any(one.cell is not None and one.cell.row == at and not one.blank for one in beside)
        and not _is_goal_block(texts.get(column, ""))
        and not any(map(is_achieved, texts.values()))
    )


@lru_cache(maxsize=2048)
def is_achieved(text: str) -> bool:
    """Is a label one over what was achieved: 目标完成情况?"""
    return text in known.GOAL_ACHIEVED or bool(_ACHIEVED.fullmatch(text) and "指标" not in text)


def _is_expected(sheet: LabelledSheet, row: int, column: int, text: str) -> bool:
    if text in known.GOAL_EXPECTED:
        return True
    if not _speaks_of_goal(text) or "指标" in text:
        return False
    return "调整" not in fold(sheet.entry(row, column).text)


def _is_goal_block(text: str) -> bool:
    return text in known.GOAL_LABELS or text in known.GOAL_EXPECTED or _speaks_of_goal(text)


@lru_cache(maxsize=2048)
def _speaks_of_goal(text: str) -> bool:
    return bool(_EXPECTED.fullmatch(text))


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
