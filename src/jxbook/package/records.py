"""The records of a zip file, as PKWARE's APPNOTE lays them out: read in archive.py, written in writer.py."""

from __future__ import annotations

from struct import Struct

LOCAL = Struct("<4s5H3L2H")
"""Before an entry's packed bytes: signature, version needed, flags, method, time, date, checksum, packed
size, size, length of the name, length of the extra field."""
CENTRAL = Struct("<4s6H3L5H2L")
"""Of an entry in the directory: signature, version made by, then as LOCAL, and length of the comment, disk,
internal and external attributes, offset of the local record."""
END = Struct("<4s4H2LH")
"""Behind the directory: signature, this disk, the directory's disk, entries here, entries, size of the
directory, its offset, length of the comment."""
STARTS_LOCAL, STARTS_CENTRAL, STARTS_END = b"PK\3\4", b"PK\1\2", b"PK\5\6"

STORED, DEFLATED = 0, 8
IS_ENCRYPTED, HAS_DESCRIPTOR, NAME_IS_UTF8 = 0x1, 0x8, 0x800
