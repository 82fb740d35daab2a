"""Texts that drive a regular expression: what it repeats, again and again, then what it cannot want.

Drawn from its own syntax: for every repeat the words before it once, and one thing that it repeats many times. What has
two ways to be matched is tried in both, over and over; an expression without nested or neighbouring repeats stays
linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

NEVER = "\x00"
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: "，",
}  # fmt: skip
_USUAL = "1a甲 ，。、（\n万%"
"""What stands for a class that excludes: the first of these that it takes."""


def pumps(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Texts of about this length, each once."""
    tree = parser.parse(pattern, flags)
    found: dict[str, None] = {}
    for before, repeated in _repeats(list(tree), "", flags):
        for one in repeated:
            found |= dict.fromkeys(
                (before + one * (length // len(one)) + NEVER, one * (length // len(one)) + NEVER)
            )
    yield from found


def _repeats(items: list[Any], before: str, flags: int) -> Iterator[tuple[str, list[str]]]:
    """Every repeat with the words before it and the ways to match what it repeats."""
    for at, (kind, held) in enumerate(items):
        here = before + "".join(_one(item, flags) for item in items[:at])
        if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, high, body = held
            if high > 8:
                yield here, [one for one in _ways(list(body), flags) if one]
            yield from _repeats(list(body), here, flags)
        elif kind is codes.SUBPATTERN:
            yield from _repeats(list(held[3]), here, flags)
        elif kind is codes.BRANCH:
            for branch in held[1]:
                yield from _repeats(list(branch), here, flags)
        elif kind in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(list(held[1]), here, flags)
        elif kind is codes.ATOMIC_GROUP:
            yield from _repeats(list(held), here, flags)


def _ways(items: list[Any], flags: int) -> list[str]:
    """Up to a few ways to match this: the shortest, and each branch and each repeated thing of its own."""
    ways = ["".join(_one(item, flags) for item in items)]
    for kind, held in items:
        if kind is codes.BRANCH:
            ways += ["".join(_one(item, flags) for item in branch) for branch in held[1]]
        elif kind is codes.IN:
            ways += [_in([one], flags) for one in held if one[0] is not codes.NEGATE]
        elif kind in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            ways += _ways(list(held[2]), flags)
        elif kind is codes.SUBPATTERN:
            ways += _ways(list(held[3]), flags)
    return [*dict.fromkeys(ways)][:12]


def _one(item: Any, flags: int) -> str:
    """A text that this matches, the shortest that is easily had."""
    kind, held = item
    if kind is codes.LITERAL:
        return chr(held)
    if kind is codes.NOT_LITERAL:
        return next(one for one in _USUAL if one != chr(held))
    if kind is codes.ANY:
        return "甲"
    if kind is codes.IN:
        return _in(held, flags)
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return "".join(_one(one, flags) for one in held[2]) * held[0]
    if kind is codes.SUBPATTERN:
        return "".join(_one(one, flags) for one in held[3])
    if kind is codes.ATOMIC_GROUP:
        return "".join(_one(one, flags) for one in held)
    if kind is codes.BRANCH:
        return "".join(_one(one, flags) for one in held[1][0])
    return ""


def _in(held: Any, flags: int) -> str:
    """A character of a class."""
    if held[0][0] is codes.NEGATE:
        text = {chr(one) for kind, one in held[1:] if kind is codes.LITERAL}
        return next((one for one in _USUAL if one not in text), "乙")
    kind, one = held[0]
    if kind is codes.LITERAL:
        return chr(one)
    if kind is codes.RANGE:
        return chr(one[0])
    return _CATEGORIES.get(one, "a")
