"""References to tables, charts and annexes, whose numbers are known only when the outline has placed them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPEN, _WORDS, _CLOSE = "\ue007", "\ue008", "\ue009"
_REFERENCE = re.compile(f"{_OPEN}([^{_WORDS}]*){_WORDS}([^{_CLOSE}]*){_CLOSE}")

_ALONE = re.compile("((?:^|[。\u2028])(?:\ue005[^\ue006]*\ue006)?【待补充：[^】]*】)。", re.MULTILINE)
"""A marker that stands as a sentence of its own: its bracket ends it."""


def see(name: str, words: str = "（见{}）") -> str:
    """A reference to what the outline places by this name; nothing where it places none. `words` holds {}."""
    return f"{_OPEN}{name}{_WORDS}{words}{_CLOSE}"


def resolved(text: str, labels: Mapping[str, str]) -> str:
    """The text with each reference replaced by the label of what it refers to: 表1, 附件2."""
    text = _REFERENCE.sub(lambda match: match[2].format(labels[match[1]]) if match[1] in labels else "", text)
    return _ALONE.sub(r"\1", text) if "】。" in text else text
