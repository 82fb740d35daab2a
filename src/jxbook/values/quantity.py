"""A number with its unit: "3万人次", "1,234.5元", "百分之九十", "1:3", "三场"."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache

from jxbook.dataclass import dataclass, replace
from jxbook.pattern import pattern
from jxbook.values.change import speaks_of_change
from jxbook.values.fold import without_remarks
from jxbook.values.kinds import Sign
from jxbook.values.numerals import ARABIC, CHINESE, NUMERALS, in_digits, read_number
from jxbook.values.units import MULTIPLES, NO_UNIT, PERCENT, RATIO, UNITS, Unit, is_listed, read_unit

_ARABIC = pattern(rf"([+-]?)({ARABIC})(.*)\Z", re.DOTALL)
_CHINESE = pattern(rf"({CHINESE})(.*)\Z", re.DOTALL)
_NUMERAL = pattern(
    r"[一二两三四五六七八九][十百千]|[壹贰叁肆伍陆柒捌玖][拾佰仟]|十|零\Z"
)  # 两百 is a number, 一 may be a dash
_FRACTION = pattern(rf"(万|{CHINESE}|\d{{1,6}})分之({ARABIC}|{CHINESE})\Z")
_TENTHS = pattern(r"([\d一二三四五六七八九])成([\d一二三四五六七八九半])\Z")
_FRACTION_OF = {"万": Decimal(10_000)}
_RATIO = pattern(rf"({ARABIC}):({ARABIC})\Z")
_RATIOS = Decimal("1e-6"), Decimal("1e6")
_SHORT = Context(prec=12)  # so that a ratio can be spelled out and read back
_ROUGH = pattern(r"(?:大约|约|将近|接近|近|不足|不到)+(?=.)")
_UNDER = pattern(r"近|不足|不到")
_ROUGH_UNIT = pattern(r"([万亿百千]*)[余多]+(?:[万亿百千]+[余多]+)*")
_ROUGHLY = frozenset("余多")
_PROPORTION = pattern(rf"({ARABIC})[人例]?/(10|十|1|一)?万[人例]?\Z")
_MONEY = pattern(r"¥([^¥]*\d[万亿]?)元?\Z")
_EITHER_UNIT = pattern(r"(?<=[\d一二两三四五六七八九十百千])([^\W\d_]{1,4})\(([^\W\d_]{1,4})\)")
_MORE = frozenset("(:半¥成分时")
_IN_NUMBERS = NUMERALS | frozenset("0123456789半")
"""A text without any of these is no quantity."""
_UNIT_IN_BRACKETS = pattern(r"(?<=\d)\(([^()\d]{1,6})\)\Z")

# After a Chinese numeral only a counting word is a unit: 一定效果 and 四个不放松 are words, not quantities.
COUNTED = frozenset(
    "个 种 场 次 支 项 家 人 名 位 份 篇 套 台 辆 处 座 条 户 件 册 本 张 期 批 届 轮 天 年 周 所 间 块 组 班 "
    "人次 场次 户次 个月 公里 千米 米 平方米 亩 吨 元 万元 亿元 万人次 万人 万 亿 起 例 宗 倍 棵 株 幅 封 门 课 "
    "学时 课时 个季度 季度 小时 个小时 分钟 工作日 个工作日 架 艘 部 盏 根 口 眼 颗 只 头 场次 车次 班次 %".split()
)
_PEOPLE = frozenset("人名位")
_HALF = pattern(r"半(个?(?:年|月|天|日|小时|季度))\Z")
_HOURS = pattern(r"(\d{1,4})个?小时(\d{1,2})分钟?\Z")
_AND_A_HALF = pattern(rf"({ARABIC}|{CHINESE})(?:(个?)(年|天|日|小时|季度)半|(个)半(月|小时|季度))\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the unit it was written in; `rough` where it was written 约, 近, 余 or 多.

    `bound`: 近20 is less than 20, and 20余 is more.
    """

    number: Decimal
    unit: Unit
    rough: bool = False
    bound: Sign | None = None


def without_brackets(folded: str) -> str:
    """Drop remarks in brackets, but not a unit: "300人次(含线上)" → "300人次", "10(万元)" → "10万元"."""
    if "(" not in folded:
        return folded
    match = _EITHER_UNIT.search(folded)
    if match and all(one in COUNTED and (one in _PEOPLE or not is_listed(one)) for one in match.groups()):
        return without_remarks(folded[: match.start()]) + match[0] + without_remarks(folded[match.end() :])
    return without_remarks(_bare_unit(folded))


def _bare_unit(folded: str) -> str:
    match = _UNIT_IN_BRACKETS.search(folded) if folded.endswith(")") else None
    if match and (match[1] in COUNTED or is_listed(match[1])):
        return folded[: match.start()] + match[1]
    return folded


def read_quantity(folded: str) -> Quantity | None:
    """The quantity that a folded text wholly is, or None."""
    if "/" in folded and (match := _PROPORTION.match(folded)):
        number, of = read_number(match[1]), "10" if match[2] in ("10", "十") else "1"
        return None if number is None else Quantity(number, UNITS[f"/{of}万"])
    if folded[:1].isdecimal() and _MORE.isdisjoint(folded):  # most are a number and its unit
        match = _ARABIC.match(folded)
        return _read_arabic(*match.groups()) if match else None
    if _IN_NUMBERS.isdisjoint(folded):
        return None
    folded = _bare_unit(folded)
    if match := _ROUGH.match(folded):
        found = read_quantity(folded[match.end() :])
        return found and replace(
            found, rough=True, bound=Sign.LESS if _UNDER.search(match[0]) else found.bound
        )
    if folded.startswith("半") and (match := _HALF.match(folded)):
        return Quantity(Decimal("0.5"), read_unit(match[1]) or NO_UNIT)
    if "小时" in folded and (match := _HOURS.match(folded)):
        return Quantity(Decimal(match[1]) * 60 + Decimal(match[2]), UNITS["分钟"])
    if "半" in folded and (match := _AND_A_HALF.match(folded)):
        whole, counted = read_number(match[1]), "".join(part or "" for part in match.groups()[1:])
        return None if whole is None else Quantity(whole + Decimal("0.5"), read_unit(counted) or NO_UNIT)
    if folded.startswith("¥") and (match := _MONEY.match(folded)):
        return read_quantity(f"{match[1]}元")
    if ":" in folded and (match := _RATIO.match(folded)):
        return _read_ratio(match[1], match[2])
    if "分之" in folded and (match := _FRACTION.match(folded)):
        return _read_fraction(match[1], match[2])
    if "成" in folded and (match := _TENTHS.match(folded)):
        tenths, more = read_number(match[1]), Decimal(5) if match[2] == "半" else read_number(match[2])
        return None if tenths is None or more is None else Quantity(tenths * 10 + more, PERCENT)
    if match := _ARABIC.match(folded):
        return _read_arabic(*match.groups())
    if match := _CHINESE.match(folded):
        return _read_counted(match[1], match[2])
    return None


def _read_arabic(sign: str, digits: str, word: str) -> Quantity | None:
    number = in_digits(digits)
    rough = None if _ROUGHLY.isdisjoint(word) else _ROUGH_UNIT.match(word)
    if rough:
        word = rough[1] + word[rough.end() :]
    unit = _unit_behind(word)
    if number is None or unit is None:
        return None
    more = Sign.MORE if rough else None
    return Quantity(-number if sign == "-" else number, unit, bool(rough), more)


@lru_cache(maxsize=1024)  # most numbers stand before one of a few words
def _unit_behind(word: str) -> Unit | None:
    return None if speaks_of_change(word) else read_unit(word)


def _read_counted(numeral: str, word: str) -> Quantity | None:
    number, counted = read_number(numeral), word.lstrip("余多")
    if number is None or not (is_counted(counted) or (not word and _NUMERAL.match(numeral))):
        return None
    more = Sign.MORE if counted != word else None
    return Quantity(number, read_unit(counted) or NO_UNIT, counted != word, more)


def is_counted(word: str) -> bool:
    """台, m2 and 台/套: units that are known, so that they can stand behind a Chinese numeral or a name."""
    return all(
        part in COUNTED
        or (is_listed(part) and part != "月")
        or (part[:1] in MULTIPLES and part[1:] in COUNTED)
        for part in word.split("/")
    )


def _read_fraction(below: str, above: str) -> Quantity | None:
    """百分之九十五, 万分之一 and 三分之二, in per cent."""
    under, over = _FRACTION_OF.get(below) or read_number(below), read_number(above)
    return None if over is None or not under else Quantity(_SHORT.divide(over * 100, under), PERCENT)


def _read_ratio(first: str, second: str) -> Quantity | None:
    over, under = read_number(first), read_number(second)
    if over is None or not under:
        return None
    ratio = _SHORT.divide(over, under)
    return Quantity(ratio, RATIO) if not ratio or _RATIOS[0] <= ratio <= _RATIOS[1] else None
