"""How high a row must be for its text: merged cells do not grow by themselves."""

from __future__ import annotations

import unicodedata
from math import ceil

_PADDING = 5.0
_LEADING = 1.36
_NARROWED = 0.96
"""What padding and unbroken words leave of a column's width."""


def text_width(text: str) -> int:
    """The width of a line in half-width characters: "A甲" → 3."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def lines(text: str, width: float, size: float = 10.5) -> int:
    """How many lines a text takes in a column of this width at this font size."""
    room = max(1.0, width * _NARROWED * 10.5 / size)
    return sum(max(1, ceil(text_width(line) / room)) for line in text.split("\n"))


def height(text: str, width: float, size: float = 10.5, least: float = 0) -> float:
    """The row height in points that shows the whole text."""
    return max(least, round(lines(text, width, size) * size * _LEADING + _PADDING, 1))
