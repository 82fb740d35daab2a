"""Sums that a text states: parts behind 其中, or before and behind 共计, beside their whole."""

from __future__ import annotations

from jxbook.prose.sums.among import among
from jxbook.prose.sums.stated import Leeway, Sum
from jxbook.prose.sums.together import together

__all__ = ["Leeway", "Sum", "sums"]

_USUAL = Leeway()
_TELLING = ("其中", "共", "计", "构成", "组成", "明细", "：", "（", "包括", "包含")
"""Without one of these a text tells no sum."""


def sums(text: str, leeway: Leeway = _USUAL) -> tuple[Sum, ...]:
    """The sums of a text, those that hold too, and none of what was not meant as one."""
    if not any(map(text.__contains__, _TELLING)):
        return ()
    return (*among(text, leeway), *together(text, leeway))
