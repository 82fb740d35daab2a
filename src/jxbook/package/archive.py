"""The zip container read within bounds: its directory, and the content of an entry.

Written by hand because a workbook must be copied record by record, byte for byte, which `zipfile`
cannot do; and because the parts of a form are read in a third of `zipfile`'s time.
Every function takes `place`, the file's name, for the refusal it may raise.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import pairwise
from struct import error as StructError
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.package.limits import MAX_ENTRIES, MAX_INFLATED, MAX_PART, MIN_INFLATE_RATIO, RATIO_GRACE
from jxbook.package.records import (
    CENTRAL,
    DEFLATED,
    END,
    IS_ENCRYPTED,
    LOCAL,
    NAME_IS_UTF8,
    STARTS_CENTRAL,
    STARTS_END,
    STARTS_LOCAL,
    STORED,
)
from jxbook.refusals.reading import Excess, damaged, encrypted, too_large, too_much

_LENGTHS = slice(10, 13)
"""Of the fields of a record in the directory the lengths of its name, extra field and comment."""


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One entry of the directory. `header` is its directory record as it stands; its local record
    reaches from byte `record` of the file to byte `end`, where the next thing begins."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    header: bytes
    record: int
    end: int


def read_directory(data: bytes, place: str) -> tuple[DirectoryEntry, ...]:
    """The entries of the zip file `data`, in the order of its directory.

    Raises Refusal: damaged (JX904), encrypted (JX905), or out of proportion (JX907), that is too
    many or too large entries, or entries that share bytes.
    """
    try:
        count, size, start = _end_record(data)
        if count > MAX_ENTRIES:
            raise too_much(place, Excess.PARTS, MAX_ENTRIES)
        headers = list(_directory_records(data, start, start + size))
        if len(headers) != count:
            raise damaged(place)
        ends = dict(pairwise([*sorted(fields[-1] for _, fields in headers), start]))
        entries = tuple(_entry(header, fields, ends[fields[-1]], place) for header, fields in headers)
    except (StructError, ValueError):
        raise damaged(place) from None
    if len(ends) != count:
        raise too_large(place)
    if sum(entry.size for entry in entries) > MAX_INFLATED:
        raise too_much(place, Excess.UNPACKED, MAX_INFLATED // 1_000_000)
    return entries


def inflate(data: bytes, entry: DirectoryEntry, place: str) -> bytes:
    """The content of one entry of the zip file `data`.

    Never holds more than the size that the directory states, which is checked beforehand. Raises
    Refusal: damaged (JX904) when size or checksum differ, out of proportion (JX907).
    """
    if entry.size > MAX_PART or (entry.size > RATIO_GRACE and entry.packed < entry.size * MIN_INFLATE_RATIO):
        raise too_large(place)
    packed = packed_content(data, entry, place)
    if entry.method == STORED:
        content = packed
    else:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            # One byte more than stated shows a stated size that is too small; 0 would mean "no limit".
            content = stream.decompress(packed, entry.size + 1)
        except zlib.error:
            raise damaged(place) from None
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise damaged(place)
    return content


def packed_content(data: bytes, entry: DirectoryEntry, place: str) -> bytes:
    """An entry's bytes as they are packed. Raises Refusal JX904 when its local header contradicts the directory."""
    signature, *_, name_length, extra = LOCAL.unpack_from(data, entry.record)
    name_start = entry.record + LOCAL.size
    name = data[name_start : name_start + name_length]
    start: int = name_start + name_length + extra
    if (
        signature != STARTS_LOCAL
        or name != entry.header[CENTRAL.size : CENTRAL.size + name_length]
        or start + entry.packed > entry.end
    ):
        raise damaged(place)
    return data[start : start + entry.packed]


def _end_record(data: bytes) -> tuple[int, int, int]:
    """How many entries the directory has, its length and where it begins."""
    at = data.rfind(STARTS_END, max(0, len(data) - END.size - 0xFFFF))
    if at < 0:
        raise ValueError("no end record")
    _, disk, first_disk, here, count, size, start, comment = END.unpack_from(data, at)
    if disk or first_disk or here != count or start + size > at or at + END.size + comment > len(data):
        raise ValueError("end record out of place")
    return count, size, start


def _directory_records(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, tuple[Any, ...]]]:
    """The records of the directory between two offsets, each with its name, extra field and comment, and its fields
    as in CENTRAL."""
    while start < end:
        fields = CENTRAL.unpack_from(data, start)
        length = CENTRAL.size + sum(fields[_LENGTHS])
        if fields[0] != STARTS_CENTRAL or start + length > end:
            raise ValueError("directory out of step")
        yield data[start : start + length], fields
        start += length


def _entry(header: bytes, fields: tuple[Any, ...], end: int, place: str) -> DirectoryEntry:
    """The entry that a directory record describes, its local record ending at `end`."""
    _, _, _, flags, method, _, _, crc, packed, size, length, _, _, _, _, _, record = fields
    if flags & IS_ENCRYPTED:
        raise encrypted(place)
    name = header[CENTRAL.size : CENTRAL.size + length]
    if method not in (STORED, DEFLATED) or (method == STORED and packed != size):
        raise damaged(place)
    if record + LOCAL.size + length + packed > end:
        raise too_large(place)
    text = name.decode("utf-8" if flags & NAME_IS_UTF8 or name.isascii() else "cp437")
    return DirectoryEntry(text, method, crc, packed, size, header, record, end)
