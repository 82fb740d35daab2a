"""How alike two short texts are, as difflib reckons it: loading difflib takes as long as reading a form."""

from __future__ import annotations

from collections.abc import Iterable


def nearest_of(text: str, known: Iterable[str], least: float) -> str:
    """The known text that is most like this one, "" where none is as alike as `least`, which is more than 0."""
    ratio, found = max(((likeness(one, text), one) for one in known), default=(0.0, ""))
    return found if ratio >= least else ""


def likeness(one: str, other: str) -> float:
    """The share of the characters that both have in blocks of the same order, the longest block first."""
    return 2 * _alike(one, other) / (len(one) + len(other)) if one or other else 1.0


def _alike(one: str, other: str) -> int:
    """How many characters match: those of the longest block that both have, and of what stands on either side."""
    for size in range(min(len(one), len(other)), 0, -1):
        for at in range(len(one) - size + 1):
            there = other.find(one[at : at + size])
            if there >= 0:
                before = _alike(one[:at], other[:there])
                return size + before + _alike(one[at + size :], other[there + size :])
    return 0
