"""Fold what people type into one spelling, so that the readers need to know each word once."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

from jxbook.pattern import pattern

_SHORT, _LONG, _CELL = 60, 2000, 32_767
"""Characters: labels and values are short, boxes for text not long, prose is; of Word a cell may hold more than Excel's."""
# the invisible ones come in with text copied from the web
_SPACES = pattern("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_STRANGE_DIGITS = pattern(r"[^\D0-9]")
"""Digits of other scripts, ٣ or ৩: to Excel and to an office no number, to a pattern's \\d and to Decimal one."""
_CIRCLED = {ord("①") + turn: f"({turn + 1})" for turn in range(20)}
"""①24批 may be 24批 behind its number, and is no 124."""
QUOTES = "“”‘’\"'"
_SPELLINGS = str.maketrans(
    {
        "≧": "≥",
        "⩾": "≥",
        "≦": "≤",
        "⩽": "≤",
        "﹥": ">",
        "﹤": "<",
        "～": "~",
        "〜": "~",
        "∼": "~",
        "–": "-",
        "—": "-",
        "―": "-",
        "−": "-",
        "‐": "-",
        "。": ".",
        "∶": ":",
        "、": ",",
        "﹪": "%",
        "≮": "≥",
        "≯": "≤",
        "═": "=",
        "〓": "=",
        "﹦": "=",
        "○": "〇",
    }
)
_REMARK = pattern(r"\([^()]*\)")


def fold(text: str) -> str:
    """Half-width, no white space or outer quotes, signs and dashes in one spelling: "＞＝ ９０％" → "≥90%"."""
    if len(text) <= _SHORT:
        return _remembered(text)
    if len(text) <= _LONG:
        return _lately(text)
    return _just(text) if len(text) <= _CELL else _fold(text)


def _fold(text: str) -> str:
    text = text if text.isascii() else text.translate(_CIRCLED)
    joined = _SPACES.sub("", unicodedata.normalize("NFKC", text))
    folded = unicodedata.normalize("NFKC", joined).translate(_SPELLINGS)  # again: what now stands together
    if not folded.isascii():
        folded = _STRANGE_DIGITS.sub("�", folded)
    folded = folded.replace(">=", "≥").replace("=>", "≥").replace("<=", "≤").replace("=<", "≤")
    return folded.lstrip(QUOTES).rstrip(QUOTES + ".;,")


_remembered = lru_cache(maxsize=4096)(_fold)  # the same labels and entries are folded again and again
_lately = lru_cache(maxsize=128)(_fold)  # and the texts of one form, by every check that looks at them
_just = lru_cache(maxsize=4)(_fold)  # and a long one by every question about its row


def without_remarks(folded: str) -> str:
    """Drop what stands in brackets: "300人次(含线上)" → "300人次"."""
    return _REMARK.sub("", folded)


def plain(number: Decimal) -> str:
    """A number as an office writes it: no exponent, no idle zeros: 1E+1 → "10", 97.50 → "97.5"."""
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
