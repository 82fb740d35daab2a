"""Counting words that say the same of the same things: 12家 and 12个 are twelve."""

from __future__ import annotations

from jxbook.values.units import Unit

_ANY = frozenset("个 项".split())
_COUNTED = frozenset(
    "个 项 家 处 座 所 间 套 台 辆 件 条 份 篇 本 册 块 组 批 支 户 张 栋 幢 口 只 棵 株 盏 眼 部 种 类".split()
)


def counted_alike(one: Unit, other: Unit) -> bool:
    """Are both counting words, and one of them the word for anything?"""
    words = {one.name, other.name}
    return words <= _COUNTED and bool(words & _ANY)
