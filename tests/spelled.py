"""The one spelling that reads back as the same target."""

from __future__ import annotations

from decimal import Decimal

from jxbook.values import Kind, Sign, Target, plain
from jxbook.values.fold import fold
from jxbook.values.kinds import Trend
from jxbook.values.units import RATIO, Unit


def canonical(target: Target) -> str:
    """A target as an office would print it: ≥200人次, ≤12月."""
    if target.kind is Kind.NUMBER and target.low is not None:
        head = f"{target.change or ''}"
        if target.level:
            head = f"{Trend.UP if target.sign.is_least else Trend.DOWN}至"
        if target.sign is Sign.RANGE and target.high is not None:
            return f"{head}{plain(target.low)}~{_spelled(target.high, target.unit)}"
        return f"{head}{target.sign}{_spelled(target.low, target.unit)}"
    if target.kind is Kind.TIME:
        return f"{target.sign}{target.moment}"
    if target.kind is Kind.YES_NO:
        return "是" if target.yes else "否"
    return {Kind.BLANK: "", Kind.NONE: "无"}.get(target.kind, fold(target.text) or target.text)


def _spelled(number: Decimal, unit: Unit) -> str:
    if number == 2 and unit.name == "季度":  # 2季度 is the second quarter
        return "两季度"
    return f"{plain(number)}:1" if unit is RATIO else f"{plain(number)}{unit.name}"
