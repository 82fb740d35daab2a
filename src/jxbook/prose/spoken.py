"""Spoken words in an official paper, and years that only whoever wrote them knows: 明年. The list is data, spoken.toml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jxbook.pattern import pattern
from jxbook.prose.wordlist import Miswritten, WordList

SPOKEN = WordList(Path(__file__).with_suffix(".toml"))
_AHEAD = "明年"
_YEARS = {"去年": -1, "今年": 0, _AHEAD: 1}
_YEAR = pattern(r"[明今去]年(?<!文明年)(?<!过去年)(?<!失去年)(?<!除去年)(?![轻龄纪代])")
"""A year by where the writer stands in time."""
_CITED = pattern(r"《[^《》\n]*》|“[^“”\n]*”")
"""The names of things, and what others said: they stay as they are."""


def may_be_spoken(text: str) -> bool:
    """May a line of a text hold anything of the kind? Of most forms none does."""
    return bool(SPOKEN.any.search(text) or _YEAR.search(text))


def spoken(text: str, year: int | None = None) -> Iterator[Miswritten]:
    """The spoken words of a line with the official ones, and 明年 with its year, `year` being that of the form.

    How 明年 is right is "" where nobody knows the year.
    """
    found = [one for entry in SPOKEN.suspected(text) for one in entry.found(text)]
    yield from _own(text, [*found, *_years(text, year)])


def in_official_words(text: str, year: int | None = None) -> str:
    """A text of staff's with the official word where only one can be meant, and 明年 as the year behind `year`.

    今年 and 去年 stay: whoever fills in the form of a year that is over may mean either. Without `year` 明年 does too.
    """
    found = [one for entry in SPOKEN.suspected(text) if entry.printed for one in entry.found(text)]
    if year is not None and _AHEAD in text:
        found += [one for one in _years(text, year) if one.text == _AHEAD]
    if not found:
        return text
    pieces, reached = list[str](), 0
    for one in sorted(_own(text, found), key=lambda one: one.start):
        if one.start >= reached:
            pieces += (text[reached : one.start], one.right)
            reached = one.end
    return "".join((*pieces, text[reached:])) if pieces else text


def _years(text: str, year: int | None) -> Iterator[Miswritten]:
    for match in _YEAR.finditer(text) if "年" in text else ():
        right = "" if year is None else f"{year + _YEARS[match[0]]}年"
        yield Miswritten(match[0], right, match.start(), match.end())


def _own(text: str, found: list[Miswritten]) -> Iterator[Miswritten]:
    """Those that are no part of a name or of what is cited."""
    cited = [match.span() for match in _CITED.finditer(text)] if found else []
    yield from (one for one in found if not any(start < one.start < end for start, end in cited))
