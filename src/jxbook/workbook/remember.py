"""Parts that many workbooks share are read once: the guide sheet, the styles and the texts of a template."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from jxbook.finding import Refusal

Read = TypeVar("Read")

_MOST_PARTS = 64
_LARGEST_PART = 100_000
"""Bytes of a part that is worth remembering; with the number above this bounds the memory."""


def remembered(read: Callable[[bytes, str], Read]) -> Callable[[bytes, str], Read]:
    """A reader of a part's bytes that remembers what it last read. Its result must not be changed.

    The second argument, the file's name, only serves messages: a part that is refused is read again.
    """

    @lru_cache(maxsize=_MOST_PARTS)
    def by_content(xml: bytes) -> Read:
        return read(xml, "")

    def reading(xml: bytes, place: str) -> Read:
        if len(xml) > _LARGEST_PART:
            return read(xml, place)
        try:
            return by_content(xml)
        except Refusal:
            return read(xml, place)

    reading.__doc__ = read.__doc__
    return reading
