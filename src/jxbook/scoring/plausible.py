"""Entries that cannot be meant, whatever their arithmetic: a share above 100 %, a sign the wrong way round."""

from __future__ import annotations

from jxbook.scoring.direction import reversed_sign
from jxbook.scoring.place import Place
from jxbook.values import Actual, Aligned, Kind, Misfit, Target
from jxbook.values.units import NO_UNIT, PERCENT

_REVERSED = "指标值“{0}”写成不低于，而从名称看越少越好，方向可能写反了"
_MARKS, _ALL = 10, 100
_NO_SHARE = "是部分占全部的比例，不会超过100%"


def implausible(target: Target, actual: Actual, aligned: Aligned, place: Place) -> Misfit | None:
    """Why a quantity cannot be meant as it stands, None where it can."""
    if target.kind is not Kind.NUMBER:
        return None
    if reversed_sign(target, place):
        return Misfit(
            _REVERSED.format(target.text), remedy="请核对指标值的符号，应为不超过的写“≤”", of_target=True
        )
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
