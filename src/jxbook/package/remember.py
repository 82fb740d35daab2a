"""Parts that many files share are read once: the guide sheet, the styles and the relationships of a template."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from jxbook.package.opened import Package

Read = TypeVar("Read")
More = TypeVarTuple("More")

_MOST_PARTS = 64
_LARGEST_PART = 100_000
"""Bytes of a part that is worth remembering; with the number above this bounds the memory."""


def remembered(read: Callable[[bytes, str, *More], Read]) -> Callable[[Package, str, *More], Read]:
    """A reader of a package's part from a reader of its bytes, which remembers what it last read.

    A part is known again by its bytes as they are packed, so that what is known is not even unpacked. What `read`
    gives must not be changed, and hang on the bytes alone, and on `more`: their file's name, its second argument, only
    serves messages.
    """
    known: dict[tuple[object, ...], tuple[bytes, Read]] = {}  # the one that was used last stands last

    def reading(package: Package, part: str, *more: *More) -> Read:
        entry = package.entry(part)
        if entry.size > _LARGEST_PART:
            return read(package.part(part), package.name, *more)
        key, packed = (entry.method, entry.crc, entry.size, *more), package.packed(part)
        kept = known.pop(key, None)
        if kept is None or kept[0] != packed:
            kept = packed, read(package.part(part), package.name, *more)
            while len(known) >= _MOST_PARTS:
                known.pop(next(iter(known)), None)
        known[key] = kept
        return kept[1]

    reading.__doc__ = read.__doc__
    return reading
