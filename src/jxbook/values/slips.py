"""Slips of the hand in what was to be a number or a date: 9O%, 95%%, 2月30日."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.values.moments import read_moment

_LETTER = pattern(r"(?<=\d)[OoIl]|[OoIl](?=[\dOo]{0,12}[\d%])")
_DOUBLED = pattern(r"%%+|‰‰+")
_DAY = pattern(r"(?:\d{4}年)?\d{1,2}月\d{1,3}[日号]|\d{4}([-/.])\d{1,2}\1\d{1,2}")
_MEANT = {"O": "0", "o": "0", "I": "1", "l": "1"}


def slip(folded: str) -> str:
    """What was mistyped, in a Chinese clause to follow the entry; "" where nothing is known to be."""
    if match := _LETTER.search(folded):
        return f"中有字母{match[0]}，疑为数字{_MEANT[match[0]]}"
    if match := _DOUBLED.search(folded):
        return f"中多写了“{match[0][0]}”"
    day = _DAY.search(folded)
    if day and read_moment(day[0]) is None and day[1] != ".":
        return "中没有这一天"
    return ""
