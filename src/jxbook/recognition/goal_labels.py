"""What a label says of 年度总体目标: 目标1, what was expected, what was achieved, the block of both."""

from __future__ import annotations

from functools import lru_cache

from jxbook.form import labels as known
from jxbook.pattern import pattern
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

NUMERALS = "一二三四五六七八九"
_NUMBERED = pattern(rf"(?:年度|年度绩效)?目标([1-9{NUMERALS}])\Z")
_ACHIEVED = pattern(
    r".*(?:完成|实现|达成).*(?:情况|综述|结果|程度|总结)|.*目标完成"
    r"|(?:全年|年度|年终)?实际(?:完成|达成|实现)(?:的?目标|绩效)?"
)
_EXPECTED = pattern(
    r"(?!.*(?:完成|实现|达成|权重|编码|名称|填报|申报|调整)).*(?:目标|预期成果|绩效要求)(?:值|内容)?"
)
_SERIAL = pattern(rf"\(?(?:\d+|[{NUMERALS}十]{{1,3}})\)?[,:.]?")


@lru_cache(maxsize=2048)  # every form prints the same labels
def goal_number(text: str) -> int | None:
    """目标1, 年度目标二 → 0, 1; None for any other label."""
    match = _NUMBERED.match(text)
    return None if match is None else turn_of(match[1])


def turn_of(number: str) -> int:
    """1 or 一 → 0."""
    return NUMERALS.find(number) if number in NUMERALS else int(number) - 1


def is_serial(text: str) -> bool:
    """Is a text no more than the number of a row: （1）, 一、?"""
    return _SERIAL.fullmatch(fold(text)) is not None


@lru_cache(maxsize=2048)
def is_achieved(text: str) -> bool:
    """Is a label one over what was achieved: 目标完成情况?"""
    return text in known.GOAL_ACHIEVED or bool(_ACHIEVED.fullmatch(text) and "指标" not in text)


def is_expected(sheet: LabelledSheet, row: int, column: int, text: str) -> bool:
    """Is the label at a place one over what was expected, as it was set first: 预期目标, not 调整后目标?"""
    if text in known.GOAL_EXPECTED:
        return True
    if not speaks_of_goal(text) or "指标" in text:
        return False
    return "调整" not in fold(sheet.text(row, column))


def is_goal_block(text: str) -> bool:
    """Is a label that of the block, or of what was expected?"""
    return text in known.GOAL_LABELS or text in known.GOAL_EXPECTED or speaks_of_goal(text)


@lru_cache(maxsize=2048)
def speaks_of_goal(text: str) -> bool:
    """Does a label name a goal or what it asks for, and not how far it was reached: 绩效目标, 预期成果?"""
    return bool(_EXPECTED.fullmatch(text))
