"""Slips of the pen that are seen in official papers again and again; the list is data, slips.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

_LIST = Path(__file__).with_suffix(".toml")
_DIGIT_FIRST = pattern(r"\A(\\d)(.)")
_AROUND = 8  # characters on either side in which an exception may stand


@dataclass(frozen=True, slots=True)
class WrittenWrong:
    """A word that is written wrong, at `start`..`end`, and how it is written."""

    text: str
    right: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """An entry of the list: what is written wrong, how it is right, and what right words look like it."""

    wrong: re.Pattern[str]
    right: str
    unless: re.Pattern[str] | None


def suspected(text: str) -> tuple[Slip, ...]:
    """The entries of the list that may stand in any line of a text: of a long list hardly any do."""
    if not _any_listed().search(text):
        return ()
    return tuple(one for one in _listed() if one.wrong.search(text))


def slips(text: str, among: Iterable[Slip]) -> Iterator[WrittenWrong]:
    """The slips in a line, in the order of the list, `among` those that are suspected."""
    for entry in among:
        for match in entry.wrong.finditer(text):
            if not (entry.unless and _is_exception(entry.unless, text, match)):
                yield WrittenWrong(match[0], entry.right, match.start(), match.end())


def _is_exception(unless: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    low = max(0, match.start() - _AROUND)
    around = text[low : match.end() + _AROUND]
    begin, end = match.start() - low, match.end() - low
    return any(one.start() < end and one.end() > begin for one in unless.finditer(around))


@cache
def _listed() -> tuple[Slip, ...]:
    import tomllib

    listed = tomllib.loads(_LIST.read_text("utf-8"))["slip"]
    return tuple(
        Slip(pattern(one["wrong"]), one["right"], pattern(one["unless"]) if one.get("unless") else None)
        for one in listed
    )


@cache
def _any_listed() -> re.Pattern[str]:
    """Find whether any slip of the list stands in a text. Each begins with its character, as only then it is found
    quickly: a digit before it is looked back at."""
    return pattern("|".join(_DIGIT_FIRST.sub(r"\2(?<=\1\2)", one.wrong.pattern) for one in _listed()))
