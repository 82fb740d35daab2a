"""The Markdown text: what a user typed is shown as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jxbook.document.blocks import Document, Heading, Note, Paragraph, Title
from jxbook.document.markdown import render_markdown

GOLDEN = Path(__file__).with_name("golden") / "small.md"
HARMFUL = st.text(st.sampled_from("#*_|<>`-+=~1.)[]!&\\$:\n\t 甲a"), max_size=12)


def test_golden_file(small_document: Document) -> None:
    assert render_markdown(small_document) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("#甲", r"\#甲"),
        ("*甲* _乙_ `丙`", r"\*甲\* \_乙\_ \`丙\`"),
        ("|甲|", r"\|甲\|"),
        ("<script>&lt;", r"\<script\>\&lt;"),
        ("- 甲\n+ 乙\n===", "\\- 甲\\\n\\+ 乙\\\n\\==="),
        ("1. 甲\n2) 乙\n86.53分", "1\\. 甲\\\n2\\) 乙\\\n86.53分"),
        ("    缩进\n\n", "缩进"),
        ("上\n\n下", "上\\\n\\\n下"),
    ],
)
def test_markup_in_text_is_escaped(text: str, markdown: str) -> None:
    assert render_markdown(Document("", (Paragraph(text),))) == f"{markdown}\n"


def test_tables_have_no_blank_line_that_would_end_them(report: Document) -> None:
    table = render_markdown(report).partition("<table>")[2].partition("</table>")[0]
    assert "\n\n" not in table


@settings(max_examples=200, deadline=None)
@given(HARMFUL)
@example("甲\n---")
@example("a|b\n-|-")
def test_no_text_can_change_the_structure(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = (
        Title(f"甲{text}"),
        Heading(1, "一、", text),
        Paragraph(f"乙{text}"),
        Paragraph(f"{text}丙"),
        Note("注"),
    )
    tokens = parser.parse(render_markdown(Document("", blocks)))
    kinds = [token.tag for token in tokens if token.nesting == 1]
    assert kinds == ["h1", "h2", "p", "p", "blockquote", "p"]
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "hardbreak"}
