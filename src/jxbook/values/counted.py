"""Counting words that say the same of the same things: 12家 and 12个 are twelve, 10个 and 10个行政村 ten."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.values.units import Unit

_ANY = frozenset("个 项".split())
_COUNTED = frozenset(
    "个 项 家 处 座 所 间 套 台 辆 件 条 份 篇 本 册 块 组 批 支 户 张 栋 幢 口 只 棵 株 盏 眼 部 种 类".split()
)
_SAME = (
    {"批", "批次"},
    {"场", "场次"},
    {"期", "期次"},
    {"班", "班次"},
    {"份", "篇"},
    {"株", "棵"},
    {"册", "本"},
    {"辆", "台"},
    {"栋", "幢"},
)
_PEOPLE = frozenset("名 人 位".split())
_TURNS = frozenset("人次 场 次 场次 户次 期 例 起 届 轮 门 班次 车次".split())
_WHOLE = _COUNTED | _PEOPLE | _TURNS
_THING = pattern(r"(?!次|[年月日天周]|小时|工作日|百分|学期|季度|星期|点|数|均|半)[\u4e00-\u9fff]{1,6}")


def is_counted_whole(unit: Unit) -> bool:
    """Does it count people, things or turns, of which there are no parts: 人次 and 座, but not 亩, 倍 or 万人次?"""
    return unit.name in _WHOLE


def counted_alike(one: Unit, other: Unit) -> bool:
    """Are both counting words, and one of them the word for anything? Or one the other with what it counts?"""
    words = {one.name, other.name}
    if (words <= _COUNTED and words & _ANY) or words in _SAME:
        return True
    word, named = sorted((one, other), key=lambda unit: len(unit.name))
    thing = named.name.removeprefix(word.name)
    return word.name in _COUNTED | _PEOPLE and thing != named.name and bool(_THING.fullmatch(thing))
