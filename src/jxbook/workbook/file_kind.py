"""What a file is, by its first bytes and the names inside; its own name can say anything."""

from __future__ import annotations

import re
from enum import Enum, auto

from jxbook.package import Package
from jxbook.package.opc import CONTENT_TYPES, relations_path
from jxbook.pattern import pattern
from jxbook.refusals.reading import OtherKind

WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"
"""Where Excel and Word put the main part of a file; others may put it elsewhere."""
RELATIONS = relations_path("")

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK_TYPE = pattern(
    r"application/vnd\.(?:ms-excel|openxmlformats-officedocument\.spreadsheetml).*\.main\+xml"
)
_DOCUMENT_TYPE = pattern(
    r"application/vnd\.(?:ms-word|openxmlformats-officedocument\.wordprocessingml).*\.main\+xml"
)
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""Excel 2 to 4: a sheet without a container."""
_OTHER_KINDS = {
    DOCUMENT: OtherKind.WORD,
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


def workbook_part(package: Package) -> str:
    """The part that is the workbook: where Excel puts it, else where the package says; "" where it holds none.

    Raises Refusal as reading the package's relationships does.
    """
    return WORKBOOK if WORKBOOK in package else _main(package, _WORKBOOK_TYPE)


def document_part(package: Package) -> str:
    """The part that is the text of a Word document, as `workbook_part`."""
    return DOCUMENT if DOCUMENT in package else _main(package, _DOCUMENT_TYPE)


def _main(package: Package, kind: re.Pattern[str]) -> str:
    if RELATIONS not in package or CONTENT_TYPES not in package:
        return ""
    part = package.main
    return part if part and kind.fullmatch(package.content_types().of(part)) else ""


def other_kind(package: Package) -> OtherKind | None:
    """What a package holds in place of a workbook; None where it holds one, or nothing that has a name."""
    if WORKBOOK in package:
        return None
    known = next((kind for part, kind in _OTHER_KINDS.items() if part in package), None)
    if known is None and document_part(package):
        return OtherKind.WORD
    return known
