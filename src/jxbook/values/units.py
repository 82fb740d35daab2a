"""Units, and which of them measure the same kind of thing.

Units convert only inside one dimension. A unit that is not listed is a dimension of its own, so 场 never
turns into 次 by a guess.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern


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
PROPORTION = "proportion"
"""So many of 100 000."""
MU, MU_IN_SQUARE_METRES = "亩", Decimal("0.0015")
"""15亩 are a 公顷; a 亩 is no whole number of 平方米."""
_DAY = Decimal(86_400)
_KNOWN: dict[str, dict[str, Decimal]] = {
    "percent": {
        "%": Decimal("0.01"),
        "百分比": Decimal("0.01"),
        "百分点": Decimal("0.01"),
        "个百分点": Decimal("0.01"),
        "个百分比": Decimal("0.01"),
        "‰": Decimal("0.001"),
        "成": Decimal("0.1"),
    },
    "money": {"元": Decimal(1), "元人民币": Decimal(1), "人民币": Decimal(1)},
    SPAN: {
        "秒": Decimal(1),
        "s": Decimal(1),
        "秒钟": Decimal(1),
        "分钟": Decimal(60),
        "min": Decimal(60),
        "h": Decimal(3600),
        "小时": Decimal(3600),
        "个小时": Decimal(3600),
        "天": _DAY,
        "日": _DAY,
        "个日历日": _DAY,
        "日历日": _DAY,
        "日历天": _DAY,
        "个日历天": _DAY,
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
        "ha": Decimal(10_000),
        "hm2": Decimal(10_000),
        "平方公里": Decimal(1_000_000),
        "平方千米": Decimal(1_000_000),
        "km2": Decimal(1_000_000),
    },
    "length": {
        "m": Decimal(1),
        "米": Decimal(1),
        "厘米": Decimal("0.01"),
        "cm": Decimal("0.01"),
        "毫米": Decimal("0.001"),
        "mm": Decimal("0.001"),
        "km": Decimal(1000),
        "公里": Decimal(1000),
        "千米": Decimal(1000),
    },
    "mass": {
        "微克": Decimal("1e-9"),
        "μg": Decimal("1e-9"),
        "ug": Decimal("1e-9"),
        "毫克": Decimal("1e-6"),
        "mg": Decimal("1e-6"),
        "克": Decimal("0.001"),
        "g": Decimal("0.001"),
        "斤": Decimal("0.5"),
        "公斤": Decimal(1),
        "千克": Decimal(1),
        "kg": Decimal(1),
        "吨": Decimal(1000),
        "t": Decimal(1000),
    },
    "volume": {
        "m3": Decimal(1),
        "立方米": Decimal(1),
        "立方": Decimal(1),
        "方": Decimal(1),
        "L": Decimal("0.001"),
        "升": Decimal("0.001"),
        "毫升": Decimal("1e-6"),
    },
    "power": {
        "瓦": Decimal(1),
        "W": Decimal(1),
        "千瓦": Decimal(1000),
        "kW": Decimal(1000),
        "KW": Decimal(1000),
        "kw": Decimal(1000),
        "兆瓦": Decimal(10**6),
        "MW": Decimal(10**6),
        "GW": Decimal(10**9),
    },
    "energy": {
        "度": Decimal(1),
        "度电": Decimal(1),
        "千瓦时": Decimal(1),
        "kWh": Decimal(1),
        "kwh": Decimal(1),
        "KWH": Decimal(1),
        "兆瓦时": Decimal(1000),
        "MWh": Decimal(1000),
    },
    PROPORTION: {
        "/10万": Decimal("1e-5"),
        "/1万": Decimal("1e-4"),
    },
    "person": {"人": Decimal(1), "名": Decimal(1), "位": Decimal(1)},
}
UNITS = {
    name: Unit(name, dimension, factor)
    for dimension, names in _KNOWN.items()
    for name, factor in names.items()
}
_SPANS = [unit for unit in UNITS.values() if unit.dimension in (SPAN, CALENDAR, WORKDAY)]
MULTIPLES = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "千": Decimal(1000),
}
_LETTER = r"[^\d\s≥≤><=~()+*,:;.%‰“”\"'/-]"
_MISTYPED = "OoIl|"  # 9O and 1l are a nine and a nought, a one and a one, mistyped
_EITHER = pattern(r"([^\W\d_]{1,4})\(([^\W\d_]{1,4})\)\Z")
_EITHER_OF_GOODS = pattern(r"([台件个张])/(套)\Z")
_BRACKETS = pattern("[（）/]")
_UNFINISHED = "未没"
_BY_TENS = frozenset({"mass", "volume", "area", "length", "power", "money", "person"})
"""Dimensions whose units hold powers of ten of each other, so that their quotients are exact."""
_SHAPE = pattern(rf"{_LETTER}{{0,10}}(?:/{_LETTER}{{1,6}}(?:,{_LETTER}{{1,6}})*){{0,2}}\Z")
_LONGEST, _LONGEST_WORD = 17, 10


def is_listed(text: str) -> bool:
    """Is this one of the units that convert?"""
    return text in UNITS or text.lstrip("万亿千百") in UNITS


def multiple_of(unit: Unit) -> Decimal:
    """How many of its plain unit a unit holds: 10 000 for 万元 and 万人次, 1 for 元 and 千米."""
    if unit.name in UNITS:
        return Decimal(1)
    return next((factor for word, factor in MULTIPLES.items() if unit.name.startswith(word)), Decimal(1))


def kin_of(unit: Unit) -> tuple[Unit, ...]:
    """The units that measure the same as one of these in other sizes, by their Chinese names: 米 for 公里, 万元 for 亿元."""
    if unit.dimension not in _BY_TENS - {"person"}:
        return ()
    if unit.dimension == "money":
        return tuple(
            one for word in ("元", "万元", "亿元") if (one := read_unit(word)) and one.factor != unit.factor
        )
    same: dict[Decimal, Unit] = {}
    for one in UNITS.values():
        if one.dimension == unit.dimension and not one.name.isascii():
            same.setdefault(one.factor, one)
    return tuple(one for factor, one in same.items() if factor != unit.factor)


def is_span(unit: Unit) -> bool:
    """Does a unit measure how long something takes, in all or for each (天/次)?"""
    return _names_span(unit.name)


@lru_cache(maxsize=1024)
def _names_span(name: str) -> bool:
    return read_unit(name.partition("/")[0]) in _SPANS


def comparable(one: Unit, other: Unit) -> bool:
    """Do two units measure the same, or can one of them be read so: 台（套） is 台, 套 and 台套?"""
    if one.dimension == other.dimension:
        return True
    if "|" in one.dimension:
        letters = _BRACKETS.sub("", one.name)
        return other.dimension in one.dimension.split("|") or _BRACKETS.sub("", other.name) == letters
    return "|" in other.dimension and comparable(other, one)


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit | None:
    """The unit that a folded text is: "万人次" → 10 000 人次. None when it cannot be a unit."""
    text = text.removesuffix("整")  # 十万元整
    if not text:
        return NO_UNIT
    if len(text) > _LONGEST:
        return None
    if text in UNITS:
        return UNITS[text]
    if text[0] in _MISTYPED or (text[-1] in _UNFINISHED):
        return None  # 10项未完成
    for multiple, factor in MULTIPLES.items():
        if text.startswith(multiple):
            base = read_unit(text.removeprefix(multiple))
            return None if base is None else Unit(text, base.dimension, base.factor * factor)
    if text.isalpha() and len(text) <= _LONGEST_WORD:
        return Unit(text, text)
    if either := _EITHER.match(text) or _EITHER_OF_GOODS.match(text):
        return _either(text, either[1], either[2])
    return _quotient(text) or (Unit(text, _each_of(text)) if _SHAPE.match(text) else None)


def _each_of(text: str) -> str:
    """元/人·天, 元/人天 and 元/人/天 are for one person and one day."""
    over, slash, under = text.partition("/")
    return f"{over}{slash}{under.replace('/', '').replace('·', '').replace('日', '天')}" if slash else text


def _either(text: str, first: str, second: str) -> Unit | None:
    """台(套): either of two counting words."""
    one, other = read_unit(first), read_unit(second)
    if one is None or other is None or one.factor != other.factor:
        return None
    if one.dimension == other.dimension:
        return one
    return Unit(text.replace("(", "（").replace(")", "）"), f"{one.dimension}|{other.dimension}", one.factor)


def _quotient(text: str) -> Unit | None:
    """μg/m3, which 微克/立方米 is too. Only of units by tens; 件/小时 stays a dimension of its own."""
    over, slash, under = text.partition("/")
    if not slash or not (over in UNITS or under in UNITS):
        return None
    one, other = read_unit(over), UNITS.get(under)
    if one is None or other is None or not {one.dimension, other.dimension} <= _BY_TENS:
        return None
    return Unit(text, f"{one.dimension}/{other.dimension}", one.factor / other.factor)
