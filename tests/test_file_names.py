"""Names that every system allows: a report named by an entry, a sheet or another's file is never refused by Windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from jxbook.file_names import allowed_name, free_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("道路改造项目（二期）", "道路改造项目（二期）"),
        ("甲/乙:丙*丁", "甲_乙_丙_丁"),
        ("第一行\n第二行", "第一行 第二行"),
        ("\u202e表格", "_表格"),
        ("CON", "CON_"),
        ("nul.2024", "nul_.2024"),
        ("CONSTRUCTION", "CONSTRUCTION"),
        (" 末尾有点. . ", "末尾有点"),
        ("长" * 300, "长" * 60),
        ("...", "_"),
        ("\udcff", "_"),
    ],
)
def test_a_text_as_a_file_name(text: str, name: str) -> None:
    assert allowed_name(text) == name


def test_what_is_called_nothing_has_the_name_that_is_asked_for() -> None:
    assert allowed_name(" \n", "项目") == "项目"


def test_the_names_of_two_papers_have_the_same_number(tmp_path: Path) -> None:
    (tmp_path / "报告_核对单.docx").touch()
    assert [one.name for one in free_names(tmp_path, "报告.docx", "报告_核对单.docx")] == [
        "报告（2）.docx",
        "报告_核对单（2）.docx",
    ]
