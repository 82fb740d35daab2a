"""Targets that are a change: 降低5%以上 is told as the change, never as the amount that is left."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.indicator import IndicatorFacts
from jxbook.pattern import pattern
from jxbook.values import Kind, Sign, Trend, fold
from jxbook.values.change import change_words

_TAILS = pattern(r"(?:的?(?:率|幅度|幅|速度|比例|比率|百分比|数量|数|额|量|值|情况))+\Z")
_NOUNS = ("幅", "速", "收", "产")
"""How a word of change ends that is a noun, and stands in a name: 增幅."""
_LEVELS = ("至", "到", "为")
_OTHER = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}


def changes(row: IndicatorFacts) -> bool:
    """Is its target a change, 降低5%以上, and not what it is to come to, 降至20%?"""
    return row.aim.kind is Kind.NUMBER and row.aim.change is not None and not row.aim.level


def verb_behind(name: str) -> str:
    """The word of change that a name ends in, 重复投诉率降低 → 降低; "" where it ends otherwise, also in 增长率."""
    return next((word for word in _words(name) if name.endswith(word) and not word.endswith(_NOUNS)), "")


def of_change(row: IndicatorFacts) -> tuple[str, str]:
    """What changes and the word for it: 旅游投诉量, 降低; no word where none is needed, as behind 增长率.

    A name that has the word itself gives it away: 重复投诉率降低, 降低旅游投诉量.
    """
    name, own = row.name, row.indicator.actual_value.change
    if row.aim.kind is not Kind.NUMBER or (row.aim.change or own) is None or row.aim.level:
        return name, ""
    plain = bare(name)
    if word := verb_behind(plain):
        return name.removesuffix(word), word
    if _named(plain):
        return name, ""
    if row.aim.change is None:
        return name, str(own) if row.percent else ""
    if word := next((one for one in _words(plain) if plain.startswith(one)), ""):
        return name.removeprefix(word), word
    word = row.aim.word
    return name, str(row.aim.change) if not word or word.endswith((*_NOUNS, *_LEVELS)) else word


def turned(row: IndicatorFacts, word: str) -> str:
    """The word for the actual: the other way where what was to fall has risen."""
    if row.aim.change is None or row.value is None or row.value.number >= 0:
        return word
    return str(_OTHER[row.aim.change])


def at_least(row: IndicatorFacts, amount: str) -> str:
    """降低5%以上, 增长3%以内: a change's amount with how far it is to go."""
    match row.aim.sign:
        case Sign.AT_LEAST | Sign.MORE:
            return f"{amount}以上"
        case Sign.AT_MOST | Sign.LESS:
            return f"{amount}以内"
        case _:
            return amount


def _words(name: str) -> list[str]:
    """The words of change that a name holds, the longest first."""
    return sorted(change_words(fold(name)), key=len, reverse=True)


def _named(name: str) -> bool:
    """Does a name say that it is a change: 游客增长率, 用水降幅?"""
    return any(_TAILS.sub("", name).endswith(word) for word in _words(name))
