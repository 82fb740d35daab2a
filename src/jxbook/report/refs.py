"""References to tables, charts and annexes, whose numbers are known only when the outline has placed them."""

from __future__ import annotations

from collections.abc import Mapping

_OPEN, _WORDS, _CLOSE = "\ue007", "\ue008", "\ue009"
_MARKER_BEGINS, _MARKER_ENDS = "【待", "】。"


def see(name: str, words: str = "（见{}）") -> str:
    """A reference to what the outline places by this name; nothing where it places none. `words` holds {}."""
    return f"{_OPEN}{name}{_WORDS}{words}{_CLOSE}"


def resolved(text: str, labels: Mapping[str, str]) -> str:
    """The text with each reference replaced by the label of what it refers to: 表1, 附件2."""
    before, *parts = text.split(_OPEN)
    text = "".join([before, *[_resolved(one, labels) for one in parts]])
    return _unstopped(text) if _MARKER_ENDS in text else text


def _resolved(part: str, labels: Mapping[str, str]) -> str:
    """A reference without the sign that opens it, with what stands behind it up to the next one."""
    reference, _, behind = part.partition(_CLOSE)
    name, _, words = reference.partition(_WORDS)
    return f"{words.format(labels[name]) if name in labels else ''}{behind}"


def _unstopped(text: str) -> str:
    """The text without the full stop behind a marker that stands as a sentence of its own: its bracket ends it."""
    pieces = text.split(_MARKER_ENDS)
    for at, piece in enumerate(pieces[:-1]):
        before = _before_marker(piece) if _MARKER_BEGINS in piece else "，"
        # Several belong to what the first stands behind.
        while before.endswith("】") and _MARKER_BEGINS in before:
            before = _before_marker(before)
        alone = not before or before[-1] in "。】\n\u2028"
        pieces[at] = f"{piece}{'】' if alone else _MARKER_ENDS}"
    return "".join(pieces)


def _before_marker(text: str) -> str:
    """What stands before the last marker of a text."""
    before = text[: text.rfind(_MARKER_BEGINS)]
    return before[: before.rfind("\ue005")] if before.endswith("\ue006") else before
