"""The numbers that open a heading or an item: 一、 （一） 1. （1） ①."""

from __future__ import annotations

import re
from enum import IntEnum

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.values.numerals import in_chinese, read_number

_CHINESE = "[一二三四五六七八九十]{1,3}"
_PATTERNS = (
    ("PART", pattern(rf"第({_CHINESE}|\d{{1,2}})(部分|章|节|篇)[、.．:：\s]?\s*")),
    ("CHINESE", pattern(rf"({_CHINESE})\s*([、.．,，])\s*")),
    ("BRACKETED", pattern(rf"([（(])\s*({_CHINESE})\s*([）)])\s*[、.．]?\s*")),
    ("PARENTHESISED", pattern(r"([（(])\s*(\d{1,2})\s*([）)])\s*[、.．]?\s*")),
    ("ARABIC", pattern(r"(\d{1,2})\s*([.．、])\s*(?:(?!\d)|(?=(?:19|20)\d\d年))")),
    ("CIRCLED", pattern(r"([①-⑳])\s*")),
)
_WIDE = str.maketrans("（）．，：", "().,:")


class Rank(IntEnum):
    """The usual order of the numbers in an official text, the highest first (GB/T 9704—2012, 7.3.3)."""

    PART = 0
    CHINESE = 1
    BRACKETED = 2
    ARABIC = 3
    PARENTHESISED = 4
    CIRCLED = 5


@dataclass(frozen=True, slots=True)
class Label:
    """A number before a heading or an item. `text` as it stands, blanks behind it included.

    `made`: a word processor made it (a blank stands behind it in a text that was taken out of one), so that a
    Chinese number may have come out in Arabic digits: its rank is not certain, and nobody typed it.
    """

    rank: Rank
    number: int
    text: str
    made: bool = False

    @property
    def shape(self) -> str:
        """Its brackets and points, without number and blanks: （） or () or 、."""
        return re.sub(r"[\d①-⑳一二三四五六七八九十\s]", "", self.text)

    @property
    def bare(self) -> str:
        """The number as it is written in a path: 一, （二）, 3, （4）, ①."""
        match self.rank:
            case Rank.CHINESE:
                return in_chinese(self.number)
            case Rank.BRACKETED:
                return f"（{in_chinese(self.number)}）"
            case Rank.ARABIC:
                return str(self.number)
            case Rank.PARENTHESISED:
                return f"（{self.number}）"
        return self.text.strip()


def read_label(line: str) -> Label | None:
    """The label that a line opens with; None where there is none, as before 1.5万元."""
    for name, words in _PATTERNS:
        match = words.match(line)
        if match is None:
            continue
        rank = Rank[name]
        digits = match[2] if rank in (Rank.BRACKETED, Rank.PARENTHESISED) else match[1]
        number = ord(digits) - ord("①") + 1 if rank is Rank.CIRCLED else _number(digits)
        if number is None or not 0 < number < 100:
            return None
        arabic = rank in (Rank.ARABIC, Rank.PARENTHESISED)
        made = arabic and match[0] != match[0].rstrip()
        return Label(rank, number, match[0], made)
    return None


def _number(digits: str) -> int | None:
    number = read_number(digits)
    return None if number is None else int(number)


class Series:
    """A running count that may hold others inside: 一是 … (一是 … 二是 …) 二是 …."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def take(self, number: int) -> int | None:
        """Go on to `number`. None where it follows or begins anew; else the number after which it stands wrongly."""
        if number == 1:
            self._open.append(1)
            return None
        last = self._open[-1] if self._open else 0
        while self._open and self._open[-1] != number - 1:
            self._open.pop()
        if self._open:
            self._open[-1] = number
            return None
        self._open = [number]
        return last

    def fits(self, number: int) -> bool:
        """Would `number` follow?"""
        return number == 1 or number - 1 in self._open

    def clear(self) -> None:
        """Begin anew."""
        self._open = []
