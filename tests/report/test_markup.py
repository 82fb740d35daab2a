"""Markup: numbers are generated, and no text of a user can become structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.document.blocks import Heading, Note, PageBreak, Paragraph, Subtitle, Table, Title
from jxbook.report.markup import escape, mark_of, read_markup
from jxbook.values.numerals import in_chinese


def test_headings_are_numbered_and_counted_anew_under_each_parent():
    text = "# 某某项目\n# 绩效评价报告\n# （2024年度）\n## 甲\n### 子\n### 丑\n#### 一级\n##### 细\n## 乙\n### 寅\n"
    blocks = read_markup(text, {})
    assert blocks[:2] == (Title("某某项目\n绩效评价报告"), Subtitle("（2024年度）"))
    assert [(b.number, b.text) for b in blocks if isinstance(b, Heading)] == [
        ("一、", "甲"),
        ("（一）", "子"),
        ("（二）", "丑"),
        ("1.", "一级"),
        ("（1）", "细"),
        ("二、", "乙"),
        ("（一）", "寅"),
    ]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        *((1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")),
        *((100, "一百"), (101, "一百零一"), (110, "一百一十"), (2024, "二千零二十四"), (3005, "三千零五")),
        *((0, "〇"), (10_000, "10000")),
    ],
)
def test_chinese_numbers(count, text):
    assert in_chinese(count) == text


def test_lines_join_to_paragraphs_and_blank_lines_part_them():
    assert read_markup("甲\n乙\n\n丙\n> 说明\n丁", {}) == (
        Paragraph("甲乙"),
        Paragraph("丙"),
        Note("说明"),
        Paragraph("丁"),
    )


def test_a_table_stands_where_its_mark_stands_on_a_page_of_its_own():
    table = Table("表", "", (1,), ())
    blocks = read_markup(f"前{mark_of('form')}后", {"form": (PageBreak(), table)})
    assert blocks == (Paragraph("前"), PageBreak(), table, Paragraph("后"))


def test_a_mark_may_bring_nothing_and_leaves_the_paragraphs_apart():
    assert read_markup(f"前{mark_of('form')}后", {"form": ()}) == (Paragraph("前"), Paragraph("后"))


def test_three_equal_signs_alone_begin_a_new_page():
    assert read_markup("前\n  === \n后\n甲===乙", {}) == (
        Paragraph("前"),
        PageBreak(),
        Paragraph("后甲===乙"),
    )


def test_headings_below_a_further_title_are_counted_anew():
    text = "# 摘要\n## 甲\n### 子\n===\n# 某某项目\n# 绩效评价报告\n# （2024年度）\n## 乙\n### 丑\n"
    blocks = read_markup(text, {})
    assert [(b.number, b.text) for b in blocks if isinstance(b, Heading)] == [
        ("一、", "甲"),
        ("（一）", "子"),
        ("一、", "乙"),
        ("（一）", "丑"),
    ]
    assert [b for b in blocks if isinstance(b, Title)] == [Title("摘要"), Title("某某项目\n绩效评价报告")]


@pytest.mark.parametrize("line", ["1.前期调研", "1．前期调研", "（1）前期调研", "一、前期调研"])
def test_a_number_typed_by_hand_is_text(line):
    assert read_markup(f"{line}\n\n正文", {}) == (Paragraph(line), Paragraph("正文"))


@pytest.mark.parametrize("text", ["===", "====", " === ", "======"])
def test_promise_5_equal_signs_of_a_user_are_text(text):
    assert read_markup(escape(text), {}) == (Paragraph(text.strip()),)


def test_line_breaks_of_a_user_become_paragraphs():
    assert read_markup(escape("第一段\r\n第二段\n\n第三段"), {}) == (
        Paragraph("第一段"),
        Paragraph("第二段"),
        Paragraph("第三段"),
    )


@given(st.text(alphabet=st.sampled_from("#>= \n\r甲<>&;\ue000a{}%"), max_size=40))
def test_promise_5_no_text_of_a_user_becomes_structure_and_none_of_it_is_lost(text):
    blocks = read_markup(f"正文{escape(text)}", {})
    assert all(isinstance(block, Paragraph) for block in blocks)
    written = "".join(block.text for block in blocks)
    bare = str.maketrans("", "", " \n\r\ue000")
    assert written.translate(bare) == f"正文{text}".translate(bare)
