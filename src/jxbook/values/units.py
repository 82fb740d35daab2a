"""Units, and which of them measure the same kind of thing.

Units convert only inside one dimension. A unit that is not listed is a dimension of its own, so 场 never
turns into 次 by a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, the dimension it belongs to, and how many base units it holds."""

    name: str
    dimension: str
    factor: Decimal = Decimal(1)


NO_UNIT = Unit("", "")
PERCENT = Unit("%", "percent", Decimal("0.01"))
RATIO = Unit(":", "ratio")

SPAN, CALENDAR, WORKDAY = "duration", "months", "workday"
"""Spans of time: in seconds; in months, which the calendar makes longer or shorter; in days of work."""
_DAY = Decimal(86_400)
_KNOWN: dict[str, dict[str, Decimal]] = {
    "percent": {
        "%": Decimal("0.01"),
        "百分比": Decimal("0.01"),
        "百分点": Decimal("0.01"),
        "个百分点": Decimal("0.01"),
        "个百分比": Decimal("0.01"),
        "‰": Decimal("0.001"),
    },
    "money": {"元": Decimal(1), "元人民币": Decimal(1), "人民币": Decimal(1)},
    SPAN: {
        "秒": Decimal(1),
        "秒钟": Decimal(1),
        "分钟": Decimal(60),
        "小时": Decimal(3600),
        "个小时": Decimal(3600),
        "天": _DAY,
        "日": _DAY,
        "个日历日": _DAY,
        "日历日": _DAY,
        "自然日": _DAY,
        "个自然日": _DAY,
        "周": _DAY * 7,
        "个周": _DAY * 7,
        "星期": _DAY * 7,
        "个星期": _DAY * 7,
    },
    CALENDAR: {
        "月": Decimal(1),
        "个月": Decimal(1),
        "季度": Decimal(3),
        "个季度": Decimal(3),
        "年": Decimal(12),
    },
    WORKDAY: {"工作日": Decimal(1), "个工作日": Decimal(1), "个工作天": Decimal(1), "工作天": Decimal(1)},
    "area": {
        "m2": Decimal(1),
        "平方米": Decimal(1),
        "平米": Decimal(1),
        "公顷": Decimal(10_000),
        "平方公里": Decimal(1_000_000),
        "平方千米": Decimal(1_000_000),
        "km2": Decimal(1_000_000),
    },
    "length": {
        "m": Decimal(1),
        "米": Decimal(1),
        "km": Decimal(1000),
        "公里": Decimal(1000),
        "千米": Decimal(1000),
    },
    "mass": {
        "克": Decimal("0.001"),
        "公斤": Decimal(1),
        "千克": Decimal(1),
        "kg": Decimal(1),
        "吨": Decimal(1000),
    },
    "person": {"人": Decimal(1), "名": Decimal(1), "位": Decimal(1)},
}
_UNITS = {
    name: Unit(name, dimension, factor)
    for dimension, names in _KNOWN.items()
    for name, factor in names.items()
}
_SPANS = [unit for unit in _UNITS.values() if unit.dimension in (SPAN, CALENDAR, WORKDAY)]
_MULTIPLES = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "千": Decimal(1000),
}
_LETTER = r"[^\d\s≥≤><=~()+*,:;.%‰“”\"'/-]"
_MISTYPED = re.compile(r"[OoIl|]")  # 9O and 1l are a nine and a nought, a one and a one, mistyped
_SHAPE = re.compile(rf"{_LETTER}{{0,10}}(?:/{_LETTER}{{1,6}}(?:,{_LETTER}{{1,6}})*){{0,2}}\Z")
_LONGEST = 17


def is_listed(text: str) -> bool:
    """Is this one of the units that convert?"""
    return text in _UNITS or text.lstrip("万亿千百") in _UNITS


def multiple_of(unit: Unit) -> Decimal:
    """How many of its plain unit a unit holds: 10 000 for 万元 and 万人次, 1 for 元 and 千米."""
    if unit.name in _UNITS:
        return Decimal(1)
    return next((factor for word, factor in _MULTIPLES.items() if unit.name.startswith(word)), Decimal(1))


def is_span(unit: Unit) -> bool:
    """Does a unit measure how long something takes, in all or for each (天/次)?"""
    return read_unit(unit.name.partition("/")[0]) in _SPANS


def is_money(unit: Unit) -> bool:
    """元, 万元 and their kin."""
    return unit.dimension == "money"


def read_unit(text: str) -> Unit | None:
    """The unit that a folded text is: "万人次" → 10 000 人次. None when it cannot be a unit."""
    text = text.removesuffix("整")  # 十万元整
    if not text:
        return NO_UNIT
    if len(text) > _LONGEST:
        return None
    if text in _UNITS:
        return _UNITS[text]
    if _MISTYPED.match(text):
        return None
    for multiple, factor in _MULTIPLES.items():
        if text.startswith(multiple):
            base = read_unit(text.removeprefix(multiple))
            return None if base is None else Unit(text, base.dimension, base.factor * factor)
    return Unit(text, text) if _SHAPE.match(text) else None
