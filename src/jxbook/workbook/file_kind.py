"""What a file is, by its first bytes and the names inside; its own name can say anything."""

from __future__ import annotations

from enum import Enum, auto

from jxbook.package import Package
from jxbook.refusals.reading import OtherKind

WORKBOOK = "xl/workbook.xml"

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""Excel 2 to 4: a sheet without a container."""
_OTHER_KINDS = {
    "word/document.xml": OtherKind.WORD,
    "ppt/presentation.xml": OtherKind.POWERPOINT,
    "xl/workbook.bin": OtherKind.BINARY,
    "content.xml": OtherKind.OPEN_DOCUMENT,
}


class FileKind(Enum):
    """What a file is as a whole."""

    ZIP = auto()
    ENCRYPTED = auto()
    OLD_WORD = auto()
    OLD_EXCEL = auto()
    OTHER_OLE = auto()
    OTHER = auto()


def kind_of(data: bytes) -> FileKind:
    """What a file is as a whole; an OLE compound file is told by the streams in its directory."""
    if data.startswith(_ZIP):
        return FileKind.ZIP
    if data.startswith(_OLD_SHEETS):
        return FileKind.OLD_EXCEL
    if not data.startswith(_OLE):
        return FileKind.OTHER

    def holds(stream: str) -> bool:
        """Its whole name, which the directory fills up with zeros; a file may break off behind it."""
        name = stream.encode("utf-16-le")
        return name + b"\0\0" in data or data.endswith(name)

    if holds("EncryptedPackage"):
        return FileKind.ENCRYPTED
    if holds("WordDocument"):
        return FileKind.OLD_WORD
    return FileKind.OLD_EXCEL if holds("Workbook") or holds("Book") else FileKind.OTHER_OLE


def other_kind(package: Package) -> OtherKind | None:
    """What a package holds in place of a workbook; None where it holds one, or nothing that has a name."""
    if WORKBOOK in package:
        return None
    return next((kind for part, kind in _OTHER_KINDS.items() if part in package), None)
