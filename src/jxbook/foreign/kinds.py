"""Which files are read, and what the others are."""

from __future__ import annotations

import re

from jxbook.foreign import ForeignKind
from jxbook.package import Package, open_zip
from jxbook.pattern import pattern
from jxbook.refusals.reading import OtherKind, Unread, encrypted, not_read
from jxbook.workbook.file_kind import FileKind, kind_of, other_kind

_HTML = pattern(rb"<(?:!doctype html|html|table|head|meta)", re.IGNORECASE)
_PAGE = pattern(rb"(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype|html|head|meta|\?xml)|MIME-Version:)", re.IGNORECASE)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORD_XML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def readable_kind(data: bytes, name: str) -> ForeignKind:
    """The kind of a file that is read. Raises Refusal as `opened`."""
    return opened(data, name)[0]


def opened(data: bytes, name: str) -> tuple[ForeignKind, Package | None]:
    """The kind of a file that is read, and the package that it is, None for an .xls.

    Raises Refusal JX932 for all other kinds, JX904, JX905 or JX907 for bad files.
    """
    match kind_of(data):
        case FileKind.ZIP:
            package = open_zip(data, name)
            # everything else in a zip file is left to the reader of workbooks, which knows what to say
            is_word = other_kind(package) is OtherKind.WORD
            return ForeignKind.DOCX if is_word else ForeignKind.XLSX, package
        case FileKind.OLD_EXCEL:
            return ForeignKind.XLS, None
        case FileKind.ENCRYPTED:
            raise encrypted(name)
        case FileKind.OLD_WORD:
            raise not_read(name, Unread.OLD_WORD)
        case FileKind.OTHER_OLE:
            raise not_read(name, Unread.OTHER_OLE)
        case FileKind.OTHER:
            raise not_read(name, _other(data))


def is_text(data: bytes) -> bool:
    """Is a file plain text, and none of the formats that are written as text? Markdown may hold tags of HTML."""
    if kind_of(data) is not FileKind.OTHER:
        return False
    other = _other(data)
    return other is Unread.TEXT or (other is Unread.WEB_PAGE and not _PAGE.match(data[:1024]))


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
