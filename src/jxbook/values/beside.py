"""Actuals that measure something else than the target: an increase, the opposite rate, a fall written with a minus."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.aligned import Misfit
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind, Trend
from jxbook.values.target import Target

_NEW = pattern(r"新增|增[收产]")
"""What is counted by itself: 新增150个 are 150."""
_GROWN = pattern("增|扩|升|提|涨|新")
_FALLEN = pattern("下降|降低|降幅|减少|减幅|压减|压降")
_WANTED = pattern(r"(?<![不未])(?:满意|合格|达标|及格)[^\d]{0,3}[率度]")
_OPPOSITE = pattern(r"(?:不满意|不合格|不达标|未达标|不及格|差评)[^\d]{0,3}[率度]")


def measures_otherwise(target: Target, actual: Actual, name: str) -> Misfit | None:
    """Why a number is not one of what the target asks for; None where it is, or where nothing tells."""
    if target.kind is not Kind.NUMBER or actual.kind is not Kind.NUMBER or target.change is not None:
        return None
    said = fold(actual.text)
    if actual.change is Trend.UP and not _NEW.search(said) and not target.level:
        if not _GROWN.search(_asked(target, name)):
            return Misfit(
                f"指标值“{target.text}”是总数，实际完成值“{actual.text}”写的是增加了多少",
                remedy="请填写实际完成的总数",
            )
    elif (
        actual.change is None
        and actual.number is not None
        and actual.number < 0
        and _FALLEN.search(_asked(target, name))
    ):
        return Misfit(
            f"从名称看指标是下降多少，实际完成值“{actual.text}”可能是下降，也可能是上升，得分不同",
            remedy="请写明是下降还是上升，如“下降6%”",
        )
    if not ("率" in said or "度" in said):
        return None
    asked, opposite = _asked(target, name), _OPPOSITE.search(said)
    if opposite and opposite[0][:2] in asked:
        opposite = None
    elif opposite is None and _OPPOSITE.search(asked):
        opposite = _WANTED.search(said)
    if opposite:
        return Misfit(
            f"实际完成值“{actual.text}”写的是{opposite[0]}，与指标的口径相反",
            remedy="请按指标的口径填写，如满意度、合格率",
        )
    return None


def _asked(target: Target, name: str) -> str:
    return fold(name) + fold(target.text)
