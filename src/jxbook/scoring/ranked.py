"""Grades, places and days of the month: written as numbers, and no quantities: 3类, 3A级, 第2名, 10日前."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.scoring.place import Place
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target, fold

_UPWARD = pattern(r"A+级?|星级?")
"""Of these more is better; which of 2级 and 3级 is better hangs on what is graded."""
_GRADE = pattern(r".*级|A+|星")
_BY_NAME = frozenset(("", "类", "等", "档", "名", "位"))
_DAY_OF_MONTH = pattern(r"[\d一二三四五六七八九十][日号](?:之|以)?前")


def not_a_quantity(target: Target, actual: Actual, aligned: Aligned, place: Place) -> Misfit | None:
    """Why two numbers that differ have no ratio; None where they are quantities, or where the target is met."""
    if target.kind is not Kind.NUMBER or target.change is not None or aligned.actual == aligned.low:
        return None
    name = target.unit.name or actual.unit.name
    if name in ("日", "号") and aligned.actual > aligned.low and _DAY_OF_MONTH.search(fold(target.text)):
        return Misfit(
            f"指标值“{target.text}”和实际完成值“{actual.text}”是日期，不是天数，不能按比例计分",
            remedy="请把指标值和完成值都写成年月日",
        )
    if not (_GRADE.fullmatch(name) or (place.tells.ranked and name in _BY_NAME)):
        return None
    if target.sign.is_most and aligned.actual <= aligned.low:
        return None
    if (
        _UPWARD.fullmatch(name)
        and aligned.actual > aligned.high
        and target.sign in (Sign.AT_LEAST, Sign.EQUAL)
    ):
        return None
    return Misfit(
        f"指标值“{target.text}”和实际完成值“{actual.text}”是等级或名次，不是数量，不能按比例计分",
        remedy="请写明是否达到，如指标值写“达标”，完成值写“达标”或“未达标”",
    )
