"""A text cut at its punctuation, each piece with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

_SENTENCE_ENDS = "。；！？\n;"
_CLAUSE_ENDS = f"{_SENTENCE_ENDS}，"
_OPENING, _CLOSING = "（《“〔【([", "）》”〕】)]"
_MARKS = pattern(f"[{re.escape(_CLAUSE_ENDS + _OPENING + _CLOSING)}]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a text without the mark that ends it: `text` is `whole[start:end]`, `mark` what follows ("" at the end)."""

    text: str
    start: int
    end: int
    mark: str


@lru_cache(maxsize=256)  # every reader of figures cuts the same texts
def sentences(text: str) -> tuple[Clause, ...]:
    """What stands between full stops, semicolons and line ends; brackets and quotation marks hold together."""
    return tuple(_cut(text, _SENTENCE_ENDS))


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Clause, ...]:
    """As `sentences`, cut at commas too. 、 does not end a clause: it stands inside a list."""
    return tuple(_cut(text, _CLAUSE_ENDS))


def _cut(text: str, ends: str) -> Iterator[Clause]:
    begin = depth = 0
    for match in _MARKS.finditer(text):
        character = match[0]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character == "\n":
            depth = 0  # a bracket that nobody closed ends with its line
        if character in ends and not depth:
            yield from _piece(text, begin, match.start(), character)
            begin = match.end()
    yield from _piece(text, begin, len(text), "")


def _piece(text: str, begin: int, end: int, mark: str) -> Iterator[Clause]:
    raw = text[begin:end]
    inner = raw.strip()
    if inner:
        start = begin + raw.index(inner[0])
        yield Clause(inner, start, start + len(inner), mark)


_REACH = 200
"""Characters that are looked back over: no sentence that a person reads is longer."""


def opening(text: str, at: int, marks: str = "。；;\n") -> int:
    """Where the sentence begins that holds the character at `at`; another piece, for other marks."""
    low = max(0, at - _REACH)
    return max((text.rfind(mark, low, at) for mark in marks), default=-1) + 1 or low
