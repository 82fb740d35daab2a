"""The year that a text names: 2024, 2024年度, 年度：2024, 二〇二四年."""

from __future__ import annotations

from jxbook.form import Entry
from jxbook.pattern import pattern
from jxbook.values.fold import fold

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CENTURIES = ("19", "20"), ("一〇", "一零", "一九", "二〇", "二零", "二九")
YEAR = rf"((?:{'|'.join(_CENTURIES[0])})\d{{2}}|(?:{'|'.join(_CENTURIES[1])})[〇零一二三四五六七八九]{{2}})"
"""A year in a pattern, as a group."""
_WAYS = (
    pattern(rf"{YEAR}(?:年|年度)?\Z"),
    pattern(rf"(?:年度|年份|年):{YEAR}(?!\d)"),
    pattern(rf"(?<!\d){YEAR}年度"),
    pattern(rf"(?<!\d){YEAR}年"),
    pattern(rf"\A\(?(?:FY)?{YEAR}(?![\d./年月-]).{{1,40}}表"),
    pattern(rf"表\(?{YEAR}\)?\Z"),
)
"""How a text names its year, the surest way first."""


def year_of(entry: Entry, title: Entry) -> int | None:
    """The form's year: the one that is filled in, else that of the title, where 年度 goes before 年."""
    filled = _WAYS[0].match(fold(entry.text))
    return _number(filled[1]) if filled else year_in(title.text)


def year_in(text: str) -> int | None:
    """The year that a text names, None where it names none."""
    folded = fold(text)
    if not may_name_year(folded):
        return None
    match = next((found for way in _WAYS if (found := way.search(folded))), None)
    return _number(match[1]) if match else None


def is_year(folded: str) -> bool:
    """Is a folded text a year and nothing else?"""
    return _WAYS[0].match(folded) is not None


def may_name_year(folded: str) -> bool:
    """A quick look: only such a text need be searched for a year."""
    return any(century in folded for way in _CENTURIES for century in way)


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))
