"""A target in one cell → 指标性质, 指标值 and 度量单位 in three, for forms that split it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import QUALITATIVE, Indicator, without_unit
from jxbook.making.transfer.carrier import NewValue, value_of
from jxbook.values import Target, plain, read_target

_SIGNS = "≥≤><="


def split_target(one: Indicator) -> tuple[str, NewValue, str]:
    """≥200人次 → ≥ | 200 | 人次. What would not read as before goes into 指标值 as it is, as 定性."""
    if not one.value.blank:
        return one.nature.text, value_of(one.value), one.unit.text
    text = one.target.text
    if not text or one.target.none:
        return "", text, ""
    meant = _meaning(one.target_value)
    for nature, value, unit in _ways(text, one.target_value):
        if _meaning(read_target(f"{nature}{value}{unit}")) == meant:
            return nature, number_or_text(value), unit
    return QUALITATIVE, text, ""


def bare_actual(one: Indicator, unit: str) -> NewValue | None:
    """300人次 → 300 where the unit has a column of its own; None where the actual stays as it is."""
    bare = without_unit(one.actual.text, unit)
    return number_or_text(bare) if bare != one.actual.text else None


def number_or_text(text: str) -> NewValue:
    """Digits as a number, so that the cell holds one."""
    digits = text.replace(".", "", 1)
    return Decimal(text) if digits.isascii() and digits.isdigit() else text


def _ways(text: str, target: Target) -> Iterator[tuple[str, str, str]]:
    if target.low is not None:
        high = "" if target.high is None else f"~{plain(target.high)}"
        nature = "=" if high else str(target.sign)
        yield nature, f"{plain(target.low)}{high}", target.unit.name
    if text[0] in _SIGNS:
        yield text[0], text[1:].strip(), ""


def _meaning(target: Target) -> Target:
    return replace(target, text="", doubts=(), unsettled="")
