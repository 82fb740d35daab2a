"""The one writer of zip files: equal content gives equal bytes, on every system.

`zipfile` writes the system it runs on, its file attributes and the clock into every record; here stand
MS-DOS, none, and the first day of 1980. Only zlib itself may pack otherwise on another machine; what must
not change even then is `stored`. And `zipfile` packs on every write; a report's constant parts need that
only once per process, so members are packed beforehand.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

from jxbook.dataclass import dataclass
from jxbook.package.archive import DirectoryEntry, packed_content, read_directory
from jxbook.package.records import (
    CENTRAL,
    DEFLATED,
    END,
    HAS_DESCRIPTOR,
    LOCAL,
    NAME_IS_UTF8,
    STARTS_CENTRAL,
    STARTS_END,
    STARTS_LOCAL,
    STORED,
)

_VERSION = 20
"""PKZIP 2.0, which first deflated. As the version made by it also names the system: 0, MS-DOS."""
_TIME, _DATE = 0, 0x21
"""The earliest moment that a zip can hold: 1 January 1980."""
_USUAL_LEVEL, _USUAL_MEMORY = 6, 8
"""What zlib takes where nothing is said."""
_SMALLEST, _SHORT_BLOCKS = 9, 5
"""The level that looks longest for repetitions, and so little memory that a code is found for every few kilobytes:
formulas, cached values and lists of words stand in stretches of their own."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip: its name, how it is packed, checksum and size of its content, its packed bytes."""

    name: bytes
    method: int
    crc: int
    size: int
    packed: bytes

    @property
    def local(self) -> bytes:
        """Its local record with the packed bytes."""
        return LOCAL.pack(STARTS_LOCAL, *self._fields) + self.name + self.packed

    def central(self, offset: int) -> bytes:
        """Its record in the directory, the local one beginning at `offset`."""
        return CENTRAL.pack(STARTS_CENTRAL, _VERSION, *self._fields, 0, 0, 0, 0, offset) + self.name

    @property
    def _fields(self) -> tuple[int, ...]:
        """What both records say."""
        flags = 0 if self.name.isascii() else NAME_IS_UTF8
        sums = self.crc, len(self.packed), self.size
        return (_VERSION, flags, self.method, _TIME, _DATE, *sums, len(self.name), 0)


def deflated(name: str, data: bytes, level: int = _USUAL_LEVEL) -> Member:
    """A member compressed at `level` (1 fast … 9 small)."""
    return Member(name.encode(), DEFLATED, zlib.crc32(data), len(data), _packed(data, level))


def deflated_stretches(name: str, stretches: Iterable[bytes], level: int) -> Member:
    """The same of a content that comes in stretches, of which none needs to be kept."""
    packer = _packer(level)
    crc = size = 0
    packed: list[bytes] = []
    for stretch in stretches:
        crc, size = zlib.crc32(stretch, crc), size + len(stretch)
        packed.append(packer.compress(stretch))
    return Member(name.encode(), DEFLATED, crc, size, b"".join((*packed, packer.flush())))


def smallest(name: str, data: bytes) -> Member:
    """A member compressed as far as it goes: for parts that are made once and opened often."""
    packed = _packed(data, _SMALLEST, _SHORT_BLOCKS)
    return Member(name.encode(), DEFLATED, zlib.crc32(data), len(data), packed)


def stored(name: str, data: bytes) -> Member:
    """A member as it is: the same bytes whatever zlib the machine has."""
    return Member(name.encode(), STORED, zlib.crc32(data), len(data), data)


def zip_bytes(members: Sequence[Member]) -> bytes:
    """The zip file that holds `members` in this order."""
    return _joined([], [], members, 0)


def rewritten(data: bytes, place: str) -> bytes:
    """A zip file of another writer with our records around its packed bytes. Raises Refusal as `read_directory`."""
    return zip_bytes(
        [
            Member(
                entry.name.encode(), entry.method, entry.crc, entry.size, packed_content(data, entry, place)
            )
            for entry in read_directory(data, place)
        ]
    )


def with_contents(
    data: bytes,
    entries: Sequence[DirectoryEntry],
    contents: Mapping[str, bytes],
    added: Sequence[Member] = (),
) -> bytes:
    """A copy of the zip file `data` in which the entries named in `contents` hold new bytes, `added` behind them.

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
    comment = data[data.rfind(STARTS_END) + END.size :]
    return _joined(pieces, [headers[entry.name] for entry in entries], added, offset, comment)


def _joined(
    pieces: list[bytes], directory: list[bytes], members: Sequence[Member], offset: int, comment: bytes = b""
) -> bytes:
    """`pieces` (to `offset`) and then `members`, with the records of all of them in the directory."""
    for member in members:
        local = member.local
        pieces.append(local)
        directory.append(member.central(offset))
        offset += len(local)
    size, count = sum(map(len, directory)), len(directory)
    end = END.pack(STARTS_END, 0, 0, count, count, size, offset, len(comment))
    return b"".join((*pieces, *directory, end, comment))


def _renewed(entry: DirectoryEntry, content: bytes) -> tuple[bytes, bytes]:
    """The local record and the directory record of an entry with new content, its dates as before."""
    packed = _packed(content, _USUAL_LEVEL)
    fields = list(CENTRAL.unpack_from(entry.header))
    needed, flags, time, date, name_length = fields[2], fields[3], fields[5], fields[6], fields[10]
    flags &= ~HAS_DESCRIPTOR
    sums = [zlib.crc32(content), len(packed), len(content)]
    fields[3:5] = [flags, DEFLATED]
    fields[7:10] = sums
    name = entry.header[CENTRAL.size : CENTRAL.size + name_length]
    local = LOCAL.pack(STARTS_LOCAL, needed, flags, DEFLATED, time, date, *sums, name_length, 0)
    return local + name + packed, CENTRAL.pack(*fields) + entry.header[CENTRAL.size :]


def _packed(data: bytes, level: int, memory: int = _USUAL_MEMORY) -> bytes:
    packer = _packer(level, memory)
    return packer.compress(data) + packer.flush()


def _packer(level: int, memory: int = _USUAL_MEMORY) -> zlib._Compress:
    return zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, memory)
