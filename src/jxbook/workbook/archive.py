"""The zip container of a workbook: its directory, its records, and a copy with some records renewed.

Written by hand because a workbook must be copied record by record, byte for byte, which `zipfile`
cannot do; and because the parts of a form are read in a third of `zipfile`'s time.
Every function takes `place`, the file's name, for the refusal it may raise.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from struct import Struct
from struct import error as StructError

from jxbook.refusals.reading import damaged, encrypted, too_large

MAX_ENTRIES = 1000
"""Entries in a package, as in Apache POI's ZipSecureFile. An honest form has about 20."""
MIN_INFLATE_RATIO = 0.01
"""Packed size to inflated size, at least, as in Apache POI. The most repetitive sheets reach 0.02."""
RATIO_GRACE = 100_000
"""Inflated bytes up to which the ratio is not asked for, as in Apache POI."""
MAX_INFLATED = 200_000_000
"""Inflated bytes of all entries together, as the directory states them: four times the largest file
that is read, so that a workbook full of photographs passes."""
MAX_PART = 32_000_000
"""Inflated bytes of one part that is read: the XML of twice as many cells as a grid may hold."""

_END = Struct("<4s4H2LH")
_CENTRAL = Struct("<4s6H3L5H2L")
_LOCAL = Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_IS_ENCRYPTED, _HAS_DESCRIPTOR, _NAME_IS_UTF8 = 0x1, 0x8, 0x800


@dataclass(frozen=True, slots=True)
class Entry:
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


def read_directory(data: bytes, place: str) -> tuple[Entry, ...]:
    """The entries of the zip file `data`, in the order of its directory.

    Raises Refusal: damaged (JX904), encrypted (JX905), or out of proportion (JX907), that is too
    many or too large entries, or entries that share bytes.
    """
    try:
        count, size, start = _end_record(data)
        if count > MAX_ENTRIES:
            raise too_large(place)
        headers = list(_directory_records(data, start, start + size))
        if len(headers) != count:
            raise damaged(place)
        records = [_CENTRAL.unpack_from(header)[-1] for header in headers]
        ends = dict(pairwise([*sorted(records), start]))
        entries = tuple(
            _entry(header, ends[record], place) for header, record in zip(headers, records, strict=True)
        )
    except (StructError, ValueError):
        raise damaged(place) from None
    if len(set(records)) != count or sum(entry.size for entry in entries) > MAX_INFLATED:
        raise too_large(place)
    return entries


def inflate(data: bytes, entry: Entry, place: str) -> bytes:
    """The content of one entry of the zip file `data`.

    Never holds more than the size that the directory states, which is checked beforehand. Raises
    Refusal: damaged (JX904) when size or checksum differ, out of proportion (JX907).
    """
    if entry.size > MAX_PART or (entry.size > RATIO_GRACE and entry.packed < entry.size * MIN_INFLATE_RATIO):
        raise too_large(place)
    start = _content_start(data, entry, place)
    packed = data[start : start + entry.packed]
    if entry.method == _STORED:
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


def with_contents(data: bytes, entries: tuple[Entry, ...], contents: Mapping[str, bytes]) -> bytes:
    """A copy of the zip file `data` in which the entries named in `contents` hold new bytes.

    Every other local record is copied as it is, in its place, with its packed bytes, dates and flags.
    """
    first = min((entry.record for entry in entries), default=0)
    pieces = [data[:first]]
    offset = first
    headers = {}
    for entry in sorted(entries, key=lambda entry: entry.record):
        if entry.name in contents:
            record, header = _renewed(entry, contents[entry.name])
        else:
            record, header = data[entry.record : entry.end], entry.header
        headers[entry.name] = header[:42] + offset.to_bytes(4, "little") + header[46:]
        pieces.append(record)
        offset += len(record)
    directory = b"".join(headers[entry.name] for entry in entries)
    end = data.rfind(b"PK\5\6")
    ending = bytearray(data[end:])
    ending[12:20] = len(directory).to_bytes(4, "little") + offset.to_bytes(4, "little")
    return b"".join([*pieces, directory, ending])


def _end_record(data: bytes) -> tuple[int, int, int]:
    """How many entries the directory has, its length and where it begins."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - 0xFFFF))
    if at < 0:
        raise ValueError("no end record")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    if disk or first_disk or here != count or start + size > at or at + _END.size + comment > len(data):
        raise ValueError("end record out of place")
    return count, size, start


def _directory_records(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """The records of the directory between two offsets, each with its name, extra field and comment."""
    while start < end:
        signature, *_, name, extra, comment, _, _, _, _ = _CENTRAL.unpack_from(data, start)
        length = _CENTRAL.size + name + extra + comment
        if signature != b"PK\1\2" or start + length > end:
            raise ValueError("directory out of step")
        yield data[start : start + length]
        start += length


def _entry(header: bytes, end: int, place: str) -> Entry:
    """The entry that a directory record describes, its local record ending at `end`."""
    _, _, _, flags, method, _, _, crc, packed, size, length, *_, record = _CENTRAL.unpack_from(header)
    if flags & _IS_ENCRYPTED:
        raise encrypted(place)
    name = header[_CENTRAL.size : _CENTRAL.size + length]
    if method not in (_STORED, _DEFLATED) or (method == _STORED and packed != size):
        raise damaged(place)
    if record + _LOCAL.size + length + packed > end:
        raise too_large(place)
    text = name.decode("utf-8" if flags & _NAME_IS_UTF8 else "cp437")
    return Entry(text, method, crc, packed, size, header, record, end)


def _content_start(data: bytes, entry: Entry, place: str) -> int:
    """Where an entry's packed bytes begin; its local header must agree with the directory."""
    signature, *_, name_length, extra = _LOCAL.unpack_from(data, entry.record)
    name_start = entry.record + _LOCAL.size
    name = data[name_start : name_start + name_length]
    start: int = name_start + name_length + extra
    if (
        signature != b"PK\3\4"
        or name != entry.header[_CENTRAL.size : _CENTRAL.size + name_length]
        or start + entry.packed > entry.end
    ):
        raise damaged(place)
    return start


def _renewed(entry: Entry, content: bytes) -> tuple[bytes, bytes]:
    """The local record and the directory record of an entry with new content, its dates as before."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    fields = list(_CENTRAL.unpack_from(entry.header))
    needed, flags, time, date, name_length = fields[2], fields[3], fields[5], fields[6], fields[10]
    flags &= ~_HAS_DESCRIPTOR
    sums = [zlib.crc32(content), len(packed), len(content)]
    fields[3:5] = [flags, _DEFLATED]
    fields[7:10] = sums
    name = entry.header[_CENTRAL.size : _CENTRAL.size + name_length]
    local = _LOCAL.pack(b"PK\3\4", needed, flags, _DEFLATED, time, date, *sums, name_length, 0)
    return local + name + packed, _CENTRAL.pack(*fields) + entry.header[_CENTRAL.size :]
