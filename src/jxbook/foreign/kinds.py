"""What a file is, by its first bytes and its directory; a name can say anything."""

from __future__ import annotations

import re

from jxbook.foreign import Kind
from jxbook.refusals.reading import Unread, encrypted, not_read
from jxbook.workbook.archive import read_directory
from jxbook.workbook.package import part_name

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""Excel 2 to 4: a sheet without a container."""
_HTML = re.compile(rb"<(?:!doctype html|html|table|head|meta)", re.IGNORECASE)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORD_XML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file that is read. Raises Refusal JX932 for all others, JX904, JX905 or JX907 for bad ones."""
    if data.startswith(_ZIP):
        parts = {part_name(entry.name) for entry in read_directory(data, name)}
        # everything else in a zip file is left to the reader of workbooks, which knows what to say
        is_word = "word/document.xml" in parts and "xl/workbook.xml" not in parts
        return Kind.DOCX if is_word else Kind.XLSX
    if data.startswith(_OLE):
        return _kind_in_container(data, name)
    if data.startswith(_OLD_SHEETS):
        return Kind.XLS
    raise not_read(name, _other(data))


def _kind_in_container(data: bytes, name: str) -> Kind:
    """Which old or wrapped file an OLE compound file is, by the names of its streams."""

    def holds(stream: str) -> bool:
        return f"{stream}\0".encode("utf-16-le") in data

    if "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted(name)
    if holds("WordDocument"):
        raise not_read(name, Unread.OLD_WORD)
    if holds("Workbook") or holds("Book"):
        return Kind.XLS
    raise not_read(name, Unread.OTHER_OLE)


def _other(data: bytes) -> Unread:
    """What a file is that is not read."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF"):
        return Unread.PDF
    if start.startswith(_PICTURES):
        return Unread.PICTURE
    if start.startswith(b"{\\rtf"):
        return Unread.RICH_TEXT
    if _SPREADSHEET_XML in start:
        return Unread.XML_SHEET
    if _WORD_XML in start:
        return Unread.XML_WORD
    if _HTML.search(start) or start.startswith(b"MIME-Version:"):
        return Unread.WEB_PAGE
    return Unread.TEXT if _is_text(data[:4096]) else Unread.UNKNOWN


def _is_text(start: bytes) -> bool:
    """No control characters but tabs and line ends; or UTF-16 by its mark."""
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or not re.search(
        rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", start
    )
