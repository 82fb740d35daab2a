"""What a file is goes by its content; what is not read is refused with its kind and what to do."""

import shutil
import zipfile

import pytest

from jxbook.finding import Refusal
from jxbook.foreign import ForeignKind, read_foreign

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name):
    """A compound file that has a stream of this name."""
    return OLE + f"{name}\0".encode("utf-16-le")


REFUSED = [
    # content, code, what it is called, what the remedy speaks of
    (stream("WordDocument"), "JX932", "旧版 Word 或 WPS 文档", ".docx"),
    (stream("PowerPoint Document"), "JX932", "旧版 Office 文件", ".xlsx"),
    (stream("EncryptedPackage"), "JX905", "文件已加密", "密码"),
    (b"%PDF-1.7\n", "JX932", "PDF", "原来的"),
    (b"\x89PNG\r\n\x1a\n", "JX932", "图片", "原来的"),
    (b"\xff\xd8\xff\xe0", "JX932", "图片", "原来的"),
    (b"{\\rtf1\\ansi", "JX932", "RTF", ".docx"),
    (b"<html><table><tr><td>1</td></tr></table></html>", "JX932", "网页", ".xlsx"),
    ("\ufeff<!DOCTYPE html>\n".encode(), "JX932", "网页", ".xlsx"),
    (b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", "JX932", "网页", ".xlsx"),
    (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "JX932",
        "XML 格式的电子表格",
        ".xlsx",
    ),
    ("项目名称,金额\n某项目,10\n".encode("gb18030"), "JX932", "文本文件", ".xlsx"),
    ("项目名称\t金额".encode("utf-16"), "JX932", "文本文件", ".xlsx"),
    (bytes(range(1, 200)), "JX932", "不认识", ".xlsx"),
    (b"", "JX903", "文件是空的", "重新"),
    (b"PK\x03\x04", "JX904", "损坏", "另存为"),
]


@pytest.mark.parametrize(("content", "code", "what", "fix"), REFUSED, ids=[one[2] for one in REFUSED])
def test_promise_4_is_refused_by_what_it_is(tmp_path, content, code, what, fix):
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refusal:
        read_foreign(path)
    found = refusal.value.finding
    assert (found.code, found.place) == (code, "自评表.xlsx")
    assert what in found.what
    assert fix in found.fix or fix in found.why


@pytest.mark.parametrize("part", ["ppt/presentation.xml", "content.xml", "xl/workbook.bin"])
def test_other_packages_are_left_to_the_reader_of_workbooks(tmp_path, part):
    with zipfile.ZipFile(tmp_path / "别的.xlsx", "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refusal, match="JX902"):
        read_foreign(tmp_path / "别的.xlsx")


def test_the_suffix_says_nothing(tmp_path, sunhe, word):
    shutil.copy(sunhe, tmp_path / "自评表.xls")
    assert read_foreign(tmp_path / "自评表.xls").kind is ForeignKind.XLSX
    assert read_foreign(word([["甲"]], name="自评表.xlsx")).kind is ForeignKind.DOCX


def test_a_missing_file_and_a_lock_file(tmp_path):
    for name, code in (("没有.docx", "JX901"), ("~$自评表.docx", "JX910")):
        if "~" in name:
            (tmp_path / name).write_bytes(b"x")
        with pytest.raises(Refusal, match=code):
            read_foreign(tmp_path / name)
