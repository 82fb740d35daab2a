"""Entries that cannot be meant, whatever their arithmetic: a share above 100 %, a sign the wrong way round."""

from __future__ import annotations

from jxbook.scoring.direction import limited_share, reversed_sign
from jxbook.scoring.place import Place
from jxbook.values import Actual, Aligned, Kind, Misfit, Sign, Target
from jxbook.values.units import NO_UNIT, PERCENT, RATIO

_REVERSED = "指标值“{0}”写成不低于，而从名称看越少越好，方向可能写反了"
_LIMITED = "指标值“{0}”写成不超过，而从名称看越多越好，方向可能写反了"
_MARKS, _ALL = 10, 100
_NONE_AT_ALL = "指标值“{0}”是一次也不允许，发生一次不能按比例计分"
_BELOW_NOTHING = ("°C", "度", "元")
"""What may be below nothing: a temperature, and a sum of money that was lost."""
_NO_SHARE = "是部分占全部的比例，不会超过100%"


def implausible(target: Target, actual: Actual, aligned: Aligned, place: Place) -> Misfit | None:
    """Why a quantity cannot be meant as it stands, None where it can."""
    if target.kind is not Kind.NUMBER:
        return None
    if reversed_sign(target, aligned, place):
        return Misfit(
            _REVERSED.format(target.text), remedy="请核对指标值的符号，应为不超过的写“≤”", of_target=True
        )
    if limited_share(target, aligned, place):
        return Misfit(
            _LIMITED.format(target.text), remedy="请核对指标值的符号，应为不低于的写“≥”", of_target=True
        )
    if target.sign is Sign.LESS and aligned.low == aligned.actual == 1 and place.tells.event:
        return Misfit(_NONE_AT_ALL.format(target.text), remedy="一次也不允许的请写“0”", of_target=True)
    if place.tells.counted and {target.unit.dimension, actual.unit.dimension} == {"", PERCENT.dimension}:
        one, what = (target, "指标值") if target.unit == PERCENT else (actual, "实际完成值")
        return Misfit(
            f"{what}“{one.text}”是百分比，而从名称看指标是数量",
            remedy=f"请把{what}写成数量和单位",
            of_target=one is target,
        )
    percent = PERCENT.dimension in (target.unit.dimension, actual.unit.dimension)
    share = percent and target.change is None and (place.tells.share or place.satisfaction)
    if share and aligned.low > 1:
        return Misfit(f"指标值“{target.text}”{_NO_SHARE}", remedy="请改正指标值", of_target=True)
    bare = target.unit == actual.unit == NO_UNIT and _MARKS < aligned.low <= _ALL < aligned.actual
    if bare and target.change is None and (place.tells.share or place.satisfaction):
        return Misfit(f"实际完成值“{actual.text}”{_NO_SHARE}", remedy="请核对实际完成值")
    if share and aligned.actual > 1:
        return Misfit(f"实际完成值“{actual.text}”{_NO_SHARE}", remedy="请核对实际完成值")
    return None


def below_nothing(target: Target, actual: Actual, aligned: Aligned) -> Misfit | None:
    """Why -2天 has not kept to ≤15天, None for what can be below nothing; for a target to be reached it counts as 0."""
    changes = target.change is not None or actual.change is not None
    unit = actual.unit
    if changes or not aligned.actual < 0 <= aligned.low or unit == NO_UNIT:
        return None
    if unit.name.endswith(_BELOW_NOTHING) or unit.dimension in (PERCENT.dimension, RATIO.dimension):
        return None
    return Misfit(f"实际完成值“{actual.text}”小于0", remedy="请核对实际完成值")
