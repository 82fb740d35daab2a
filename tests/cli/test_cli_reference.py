"""`jxbook report --reference`: the file is read within bounds before anything else happens."""

import os

import pytest

from jxbook.package import file as bounded


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("empty", "文件读不出来"),
        ("lock file", "文件读不出来"),
        ("too large", "文件太大"),
        ("pipe", "无法读取"),
    ],
)
def test_a_file_that_is_no_document_is_refused_at_once(jxbook, mine, tmp_path, monkeypatch, kind, what):
    styles = tmp_path / ("~$样式.docx" if kind == "lock file" else "样式.docx")
    if kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no such files")
        os.mkfifo(styles)  # reading it would wait for ever
    else:
        styles.write_bytes(b"" if kind == "empty" else b"PK" + bytes(200_000))
    if kind == "too large":
        monkeypatch.setattr(bounded, "MAX_FILE", 150_000)
    ran = jxbook("report", mine, "-o", tmp_path / "报告.docx", "--reference", styles)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("JX601 [") and what in ran.err
    assert not (tmp_path / "报告.docx").exists()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "这是 PDF 文件"),
        (b"{\\rtf1 x}", "这是 RTF 文档"),
        (b"\x89PNG\r\n\x1a\n", "这是图片"),
        ("样式".encode(), "这是文本文件"),
    ],
)
def test_a_file_of_another_kind_is_told_by_its_kind(jxbook, mine, tmp_path, data, what):
    styles = tmp_path / "样式.docx"
    styles.write_bytes(data)
    ran = jxbook("report", mine, "-o", tmp_path / "报告.docx", "--reference", styles)
    assert ran.status == 2 and ran.err.startswith("JX601 [样式.docx]") and what in ran.err


def test_a_workbook_is_told_to_be_one(jxbook, mine, tmp_path):
    ran = jxbook("report", mine, "-o", tmp_path / "报告.docx", "--reference", mine)
    assert ran.status == 2 and ran.err.startswith("JX601 [") and "Excel 工作簿" in ran.err
