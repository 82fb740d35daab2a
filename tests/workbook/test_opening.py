"""Opening a workbook: of every other file it is said what it is."""

import zipfile
from pathlib import Path

import pytest

from jxbook.finding import Refusal
from jxbook.workbook.reader import read_grid

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    """A compound file that has a stream of this name."""
    return OLE + f"{name}\0".encode("utf-16-le")


def refusal(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_grid(path)
    finding = caught.value.finding
    assert finding.place == path.name
    assert finding.what and finding.why and finding.fix
    return caught.value


def code(path: Path) -> str:
    return refusal(path).finding.code


def zip_of(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, b"<x/>")
    return path


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("空.xlsx", b"", "JX903"),
        ("文本.xlsx", "项目名称,金额".encode(), "JX902"),
        ("网页.xls", b"<html><table/></html>", "JX902"),
        ("加密.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "JX905"),
        ("旧版.xls", OLE + "Workbook".encode("utf-16-le"), "JX906"),
        ("更旧.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00", "JX906"),
        ("旧文档.doc", OLE + "WordDocument".encode("utf-16-le"), "JX902"),
        ("~$自评.xlsx", b"", "JX910"),
        ("半截.xlsx", b"PK\3\4" + bytes(100), "JX904"),
    ],
)
def test_files_that_are_no_workbook(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert code(path) == expected


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("word/document.xml", "Word"),
        ("content.xml", "OpenDocument"),
        ("xl/workbook.bin", "xlsb"),
        ("a.txt", "Excel"),
    ],
)
def test_other_zip_files_are_named(tmp_path: Path, part: str, word: str) -> None:
    finding = refusal(
        zip_of(tmp_path / "f.xlsx", "[Content_Types].xml" if "/" in part else "x", part)
    ).finding
    assert finding.code == "JX902"
    assert word in finding.what


def test_an_old_workbook_that_speaks_of_word_is_none(tmp_path: Path) -> None:
    """Streams are told by their whole name in the directory, not by a text in a cell."""
    path = tmp_path / "旧版.xls"
    path.write_bytes(stream("Workbook") + "WordDocument、EncryptedPackage等".encode("utf-16-le"))
    assert code(path) == "JX906"


def test_workbook_part_missing(tmp_path: Path) -> None:
    assert code(zip_of(tmp_path / "f.xlsx", "[Content_Types].xml", "xl/styles.xml")) == "JX904"
