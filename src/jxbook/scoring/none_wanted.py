"""无 as the target of 安全事故: that there is to be none, or that the row does not apply?"""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.scoring.leaning import named
from jxbook.values import Actual, Kind, Misfit, Target, fold
from jxbook.values.nothing import says_none

_NONE = "无"


def none_wanted(target: Target, actual: Actual, name: str) -> Target | Misfit:
    """The target as 0, where the actual tells that it was one; a Misfit where nothing tells; else as it stands."""
    if target.kind is not Kind.NONE or fold(target.text) != _NONE or not named(name.strip()).event:
        return target
    said = fold(actual.text)
    counted = actual.kind is Kind.NUMBER and actual.change is None
    if counted or (said != _NONE and says_none(said)):
        return replace(target, kind=Kind.NUMBER, low=Decimal(0), unit=actual.unit)
    if actual.kind in (Kind.NONE, Kind.BLANK):
        return Misfit(
            f"指标值“{target.text}”可能是0（不发生），也可能是本行不适用、不计分",
            remedy="要求不发生的请写“0”（如“0起”）并填写实际完成值；不适用的请将分值改为“无”",
            of_target=True,
        )
    return target
