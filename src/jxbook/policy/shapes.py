"""What the lists of a policy look like: each function says whether a value may stand under its keys."""

from __future__ import annotations

from decimal import Decimal

from jxbook.form.table import column_of
from jxbook.pattern import pattern

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any

LABEL = 30
"""The most characters of a label or a title: a line of the form holds no more."""
HEAD_LABEL = 12
"""The most of a label in the head; a longer text there is not read as one."""
ROOM_FOR_THREE = 10
"""Columns of the indicator table with which a row of the head has room for three entries, else for two: a label
beside an entry of a single column would be read as that entry while it is blank."""
SHEETS = ("满意度问卷", "访谈记录", "成本效益", "子项目", "佐证材料", "评价要点", "评委评分")
"""The sheets beside the form that a policy can ask for."""
_BOX = pattern(r"(?!注|备注|说明)[\u4e00-\u9fff]{2,16}\Z")
"""What is read as the label of a box below the table; anything else there is taken for a remark."""


def is_label(value: object, most: int = LABEL) -> bool:
    """A text that can be printed as a label or a title."""
    return isinstance(value, str) and bool(value.strip()) and len(value) <= most


def is_tier(value: tuple[Any, ...]) -> bool:
    """Two numbers, the lower one first."""
    return len(value) == 2 and all(isinstance(one, Decimal) for one in value) and value[0] <= value[1]


def is_bands(value: tuple[Any, ...]) -> bool:
    """Pairs of a lower bound and a grade, the highest one first."""
    if not value or not all(isinstance(one, tuple) and len(one) == 2 for one in value):
        return False
    bounds = [bound for bound, _ in value]
    return all(isinstance(bound, Decimal) and is_label(word) for bound, word in value) and bounds == sorted(
        bounds, reverse=True
    )


def is_rows(value: tuple[Any, ...]) -> bool:
    """Rows of one to three labels."""
    return all(
        isinstance(row, tuple) and 1 <= len(row) <= 3 and all(is_label(one, HEAD_LABEL) for one in row)
        for row in value
    )


def is_steps(value: tuple[Any, ...]) -> bool:
    """Pairs of a lower bound and a share, both in per cent, the highest first and the last one from 0."""
    if not value or not all(isinstance(one, tuple) and len(one) == 2 for one in value):
        return False
    if not all(isinstance(number, Decimal) and number >= 0 for pair in value for number in pair):
        return False
    bounds = [bound for bound, _ in value]
    falling = bounds == sorted(set(bounds), reverse=True)
    return falling and bounds[-1] == 0 and all(share <= 100 for _, share in value)


def is_words(value: tuple[Any, ...]) -> bool:
    """Texts, none of them twice."""
    return all(map(is_label, value)) and len(set(value)) == len(value)


SWITCHES = ("不查", "错误", "提醒", "提示")
"""What a policy may make of a check: leave it out, or weigh it otherwise."""
_CODE = pattern(r"JX[1-8]\d\d\Z")


def is_advice(value: tuple[Any, ...]) -> bool:
    """Triples of a word of a cause, a heading, and the measure that follows from it."""
    return all(
        isinstance(one, tuple)
        and len(one) == 3
        and all(isinstance(text, str) and text.strip() for text in one)
        for one in value
    )


def is_rules(value: tuple[Any, ...]) -> bool:
    """Triples of the code of a check, what becomes of it, and why; each code once."""
    return (
        is_advice(value)
        and all(_CODE.match(code) and then in SWITCHES for code, then, _ in value)
        and len({code for code, _, _ in value}) == len(value)
    )


def is_sheets(value: tuple[Any, ...]) -> bool:
    """Some of SHEETS."""
    return is_words(value) and all(one in SHEETS for one in value)


def is_shares(value: tuple[Any, ...]) -> bool:
    """Numbers from 0 to 100, falling."""
    return (
        len(value) >= 2
        and all(isinstance(one, Decimal) and 0 <= one <= 100 for one in value)
        and list(value) == sorted(value, reverse=True)
    )


def is_limits(value: tuple[Any, ...]) -> bool:
    """Pairs of a label and the most characters that may stand there, 0 for any number."""
    return all(
        isinstance(one, tuple)
        and len(one) == 2
        and is_label(one[0])
        and isinstance(one[1], Decimal)
        and one[1] >= 0
        for one in value
    )


def is_boxes(value: tuple[Any, ...]) -> bool:
    """Limits of boxes, whose labels are read again below the table."""
    return is_limits(value) and all(_BOX.match(label) for label, _ in value)


def is_columns(value: tuple[Any, ...]) -> bool:
    """Headings of the indicator table: the known ones, each field once, and further ones of a policy's own."""
    if not is_words(value) or not all(column_of(heading).printed for heading in value):
        return False
    fields = [column_of(heading).field for heading in value]
    known = set(fields)
    compared, split = {"target", "actual"} <= known, known & {"nature", "unit"}
    return (
        len(known) == len(fields)
        and fields[:3] == ["level1", "level2", "name"]
        and (compared or ("earned" in known and not known & {"target", "actual"}))
        and (not split or (compared and len(split) == 2))
    )
