"""Zip files from members that were compressed beforehand.

`zipfile` compresses on every write; a report's constant parts need that only once per process.
No clock is read: equal members give equal bytes.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_STORED, _DEFLATED = 0, 8
_FIRST_OF_1980 = 0x21  # the earliest date a zip can hold
_UTF8_NAME = 0x800
_COMMON = struct.Struct("<HHHHHIIIHH")  # version … extra length, the same in both kinds of record
_DIRECTORY_TAIL = struct.Struct("<HHHII")
_END = struct.Struct("<4sHHHHIIH")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip: its packed bytes and the fields that both of its records share."""

    fields: bytes
    name: bytes
    packed: bytes


def deflated(name: str, data: bytes, level: int = 6) -> Member:
    """A member compressed at `level` (1 fast … 9 small)."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _member(name, data, _DEFLATED, packer.compress(data) + packer.flush())


def stored(name: str, data: bytes) -> Member:
    """A member as it is: the same bytes whatever zlib the machine has."""
    return _member(name, data, _STORED, data)


def _member(name: str, data: bytes, method: int, packed: bytes) -> Member:
    path = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    fields = _COMMON.pack(
        20, flags, method, 0, _FIRST_OF_1980, zlib.crc32(data), len(packed), len(data), len(path), 0
    )
    return Member(fields, path, packed)


def zip_bytes(members: tuple[Member, ...]) -> bytes:
    """The zip file that holds `members` in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        files += (b"PK\x03\x04", member.fields, member.name, member.packed)
        tail = _DIRECTORY_TAIL.pack(0, 0, 0, 0, offset)
        directory += (b"PK\x01\x02\x14\x00", member.fields, tail, member.name)
        offset += 4 + len(member.fields) + len(member.name) + len(member.packed)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), size, offset, 0)
    return b"".join((*files, *directory, end))
