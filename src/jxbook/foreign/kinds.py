"""What a file is, by its first bytes and its directory; a name can say anything."""

from __future__ import annotations

import re

from jxbook.foreign import Kind
from jxbook.workbook.archive import read_directory
from jxbook.workbook.package import part_name
from jxbook.workbook.refusals import ENCRYPTED, Reason

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""Excel 2 to 4: a sheet without a container."""
_HTML = re.compile(rb"<(?:!doctype html|html|table|head|meta)", re.IGNORECASE)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORD_XML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")

_WHY = "能读取的是 Excel 工作簿（.xlsx、.xlsm、.xls）和 Word 文档（.docx），种类按文件内容判断，不看扩展名"
_AS_DOCX = "请用 Word 或 WPS 打开该文件，另存为 .docx 后重试"
_AS_XLSX = "请用 Excel 或 WPS 打开该文件，另存为“Excel 工作簿（.xlsx）”后重试"


def _reason(what: str, fix: str) -> Reason:
    return Reason("JX932", what, _WHY, fix)


_OLD_WORD = _reason("这是旧版 Word 或 WPS 文档（.doc、.wps）", _AS_DOCX)
_OTHER_OLE = _reason("这是旧版 Office 文件，其中没有 Excel 工作簿", _AS_XLSX)
_PDF = _reason(
    "这是 PDF 文件", "请向填报单位索取原来的 Excel 或 Word 文件；没有的，请在新建的自评表中照此填写"
)
_PICTURE = _reason(
    "这是图片", "请向填报单位索取原来的 Excel 或 Word 文件；没有的，请在新建的自评表中照此填写"
)
_WEB_PAGE = _reason("这是网页文件（有的系统导出的 .xls 其实是网页）", _AS_XLSX)
_XML_SHEET = _reason("这是 XML 格式的电子表格", _AS_XLSX)
_XML_WORD = _reason("这是 XML 格式的 Word 文档", _AS_DOCX)
_RICH_TEXT = _reason("这是 RTF 文档", _AS_DOCX)
_TEXT = _reason("这是文本文件（如 .csv、.txt），没有表格的版式", _AS_XLSX)
_UNKNOWN = _reason(
    "不认识这种文件", "请选择填报用的文件；内容无误的，请用 Excel 或 WPS 打开后另存为 .xlsx 再试"
)


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
    raise _other(data).at(name)


def _kind_in_container(data: bytes, name: str) -> Kind:
    """Which old or wrapped file an OLE compound file is, by the names of its streams."""

    def holds(stream: str) -> bool:
        return f"{stream}\0".encode("utf-16-le") in data

    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ENCRYPTED.at(name)
    if holds("WordDocument"):
        raise _OLD_WORD.at(name)
    if holds("Workbook") or holds("Book"):
        return Kind.XLS
    raise _OTHER_OLE.at(name)


def _other(data: bytes) -> Reason:
    """What a file is that is not read."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF"):
        return _PDF
    if start.startswith(_PICTURES):
        return _PICTURE
    if start.startswith(b"{\\rtf"):
        return _RICH_TEXT
    if _SPREADSHEET_XML in start:
        return _XML_SHEET
    if _WORD_XML in start:
        return _XML_WORD
    if _HTML.search(start) or start.startswith(b"MIME-Version:"):
        return _WEB_PAGE
    return _TEXT if _is_text(data[:4096]) else _UNKNOWN


def _is_text(start: bytes) -> bool:
    """No control characters but tabs and line ends; or UTF-16 by its mark."""
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or not re.search(
        rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", start
    )
