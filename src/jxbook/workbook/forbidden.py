"""Characters that XML forbids: a cell can show them, no file may hold them."""

from __future__ import annotations

from jxbook.pattern import pattern

_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_forbidden(text: str) -> str:
    """The text without them; the very same text where there are none."""
    return _FORBIDDEN.sub("", text)
