"""The marks inside a document's texts: a figure with its source, and the cell in which a marker's answer belongs.

A figure stands in a text between marks that no user can type: what it is, in which cells, and as it is printed.
So sentences stay ordinary texts, and every renderer and the 核对单 find each figure with its source. `bare` takes
the marks out.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from jxbook.pattern import pattern
from jxbook.prose.figures import NUMBER

_OPEN, _NAMED, _PLACED, _CLOSE = "\ue001", "\ue002", "\ue003", "\ue004"
_FIGURE = pattern(f"{_OPEN}([^{_NAMED}]*){_NAMED}([^{_PLACED}]*){_PLACED}([^{_CLOSE}]*){_CLOSE}([^{_OPEN}]*)")
"""A marked figure, and what stands behind it up to the next one."""
_AROUND = pattern(f"{_OPEN}[^{_PLACED}]*{_PLACED}|{_CLOSE}")
"""All of the marks of a figure but its text."""
_PLACE, _PLACE_END = "\ue005", "\ue006"
PLACED = pattern(f"{_PLACE}([^{_PLACE_END}]*){_PLACE_END}")
"""The cell in which what a marker asks for is to be written; it stands before the marker and is never printed."""
_RESERVED = pattern("[\ue000-\ue00f]")
VEIL = "\ue00f"
"""What stands for a character of a mark."""
_BEFORE, _AFTER = 6, 3
_SPACE = pattern(r"\s+")


def mark(text: str, name: str, where: str) -> str:
    """A text that prints a figure, marked with its name and its cells."""
    if len(name) > _LONGEST_NAME or _OPEN in name:
        name = _named(name)
    return f"{_OPEN}{name}{_NAMED}{where}{_PLACED}{text}{_CLOSE}"


def placed(text: str, where: str) -> str:
    """A marker with the cell in which what it asks for is to be written."""
    return f"{_PLACE}{where}{_PLACE_END}{text}"


def bare(text: str) -> str:
    """A text as it is read, without marks."""
    text = PLACED.sub("", text) if _PLACE in text else text
    return _AROUND.sub("", text) if _OPEN in text else text


def veiled(text: str) -> str:
    """A text of the same length in which marks are fillers, so that what is found in it is no part of one."""
    if not is_marked(text):
        return text
    fill = PLACED.sub(lambda match: VEIL * len(match[0]), text)
    return _AROUND.sub(lambda match: VEIL * len(match[0]), fill)


def is_marked(text: str) -> bool:
    """Does a text hold marks?"""
    return _OPEN in text or _PLACE in text


def parted(text: str) -> tuple[str, list[tuple[str, str, str, str]]]:
    """A text at its figures: what stands before the first, and of each its name, its cells, its text, and what stands
    behind it up to the next one."""
    text = PLACED.sub("", text) if _PLACE in text else text
    return text.partition(_OPEN)[0], _FIGURE.findall(text)


def behind_figures(text: str) -> tuple[str, str]:
    """A text up to the end of its last figure, and what stands behind it."""
    before, close, behind = text.rpartition(_CLOSE)
    return before + close, behind


_LONGEST_NAME, _LAST_OF_NAME = 200, 50


def _named(name: str) -> str:
    """What a figure is, as a mark bears it: of a long one the middle is left out, as every figure of a text bears it."""
    name = bare(name) if _OPEN in name else name
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - _LAST_OF_NAME]}…{name[-_LAST_OF_NAME:]}"


def printed_length(text: str) -> int:
    """How long a text is as it is read; at least that where figures stand among other words."""
    if text[:1] == _OPEN and text[-1:] == _CLOSE and text.count(_OPEN) == 1:
        return len(text) - text.index(_PLACED) - 2
    return len(text)


def without_reserved(text: str) -> str:
    """A user's text without the characters that marks are made of, none of which is printable."""
    return text if text.isprintable() else _RESERVED.sub("", text)


MOST_QUOTED = 200
"""Numbers of one text that are followed up: each is a bookmark of the report and a line of the 核对单."""


FIGURE_LEFT_OUT = "□"
"""What stands for a quoted number in its name, among the words around it."""
_BEFORE_ITEM, _BEHIND_ITEM = frozenset("\n。；：;: "), frozenset("、.．")


def _numbers_an_item(text: str, start: int, end: int) -> bool:
    """Does a number only count the items of a list: 1.完成改造?"""
    return (not start or text[start - 1] in _BEFORE_ITEM) and not text[end + 1 : end + 2].isdecimal()


@lru_cache(maxsize=1024)  # a table is tried in two sizes, and the text says the same once more
def quoted(text: str, label: str, where: str) -> str:
    """A user's text, every number of it marked with where it was written; of a very long one the first MOST_QUOTED.

    A number is known by the words around it, not by itself, so that it is found again when it was changed.
    """
    text = without_reserved(text)
    label = _named(label)
    pieces: list[str] = []
    reached = 0
    for match in islice(NUMBER.finditer(text), MOST_QUOTED):
        start, end = match.span()
        if text[end : end + 1] in _BEHIND_ITEM and _numbers_an_item(text, start, end):
            continue
        around = f"{text[max(0, start - _BEFORE) : start]}{FIGURE_LEFT_OUT}{text[end : end + _AFTER]}"
        pieces += (
            text[reached:start],
            _OPEN,
            label,
            "“",
            around if around.isprintable() else _SPACE.sub(" ", around),
            "”",
            _NAMED,
            where,
            _PLACED,
            match[0],
            _CLOSE,
        )
        reached = end
    return "".join((*pieces, text[reached:])) if pieces else text
