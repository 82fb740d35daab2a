"""A VBA project as MS-OVBA asks it of a writer: sources only, no compiled code of whoever wrote it before.

Excel compiles the sources when it opens the workbook. What stands in for compiled code is prescribed: a
_VBA_PROJECT of seven bytes (2.3.4.1), cookies of 0xFFFF (2.3.4.2.3, 2.3.4.2.3.2.7), and modules that begin with
their source (2.3.4.3).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

NO_CACHE = bytes.fromhex("cc61ffff000100")
_STORAGE = "VBA"
_COOKIE = b"\xff\xff"
_PROJECT_VERSION, _PROJECT_COOKIE, _STREAM_NAME, _OFFSET, _COOKIE_OF_MODULE = 0x09, 0x13, 0x32, 0x31, 0x2C
_HEAD = struct.Struct("<HI")


def cacheless(project: bytes) -> bytes:
    """The bytes of a vbaProject.bin without compiled code. Raises what pyOpenVBA raises on a damaged project."""
    from pyopenvba.cfb import CFB  # type: ignore[import-untyped]
    from pyopenvba.vba import compress, decompress  # type: ignore[import-untyped]

    file = CFB.from_bytes(project)
    directory = bytearray(decompress(file.get_stream_in_storage(_STORAGE, "dir")))
    stream = ""
    for kind, start, end in _records(directory):
        if kind == _STREAM_NAME:
            stream = directory[start:end].decode("utf-16-le")
        elif kind in (_PROJECT_COOKIE, _COOKIE_OF_MODULE):
            directory[start:end] = _COOKIE
        elif kind == _OFFSET and (offset := int.from_bytes(directory[start:end], "little")):
            source = file.get_stream_in_storage(_STORAGE, stream)[offset:]
            file.write_stream_in_storage(_STORAGE, stream, source)
            directory[start:end] = bytes(end - start)
    file.write_stream_in_storage(_STORAGE, "dir", compress(bytes(directory)))
    file.write_stream_in_storage(_STORAGE, "_VBA_PROJECT", NO_CACHE)
    written: bytes = file.to_bytes()
    return written


def _records(directory: bytes | bytearray) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each record's content."""
    at = 0
    while at + _HEAD.size <= len(directory):
        kind, size = _HEAD.unpack_from(directory, at)
        if kind == _PROJECT_VERSION:  # the one record whose size does not say how long it is
            size = 6
        at += _HEAD.size
        yield kind, at, at + size
        at += size
