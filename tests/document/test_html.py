"""The HTML page: complete, escaped, tables with real spans."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jxbook.document.blocks import Document, Heading, Note, Paragraph, Subtitle, Table, TableCell, Title
from jxbook.document.html import render_html

GOLDEN = Path(__file__).with_name("golden") / "small.html"
ANY_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")))


class Reader(HTMLParser):
    """Collects the tags in order, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page.partition("<body>")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_golden_file(small_document: Document) -> None:
    assert render_html(small_document) == GOLDEN.read_text(encoding="utf-8")


def test_whole_report(report: Document) -> None:
    page = render_html(report)
    assert '<html lang="zh-CN">' in page and "size: A4; margin: 37mm 26mm 35mm 28mm" in page
    assert "http" not in page, "the page must need no other file"
    tags = Reader(page).tags
    assert [tags.count(tag) for tag in ("h1", "h2", "h3", "h4", "h5", "table")] == [1, 7, 9, 3, 1, 1]
    assert '<td rowspan="14">绩<br>效<br>指<br>标</td>' in page


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_no_text_can_change_the_structure(text: str) -> None:
    def page(words: str) -> Reader:
        row = (TableCell(words, bold=True),)
        blocks = (Title(words), Subtitle(words), Heading(1, "一、", words), Paragraph(words), Note(words))
        return Reader(
            render_html(Document(words, (*blocks, Table(f"表{words}", f"（{words}）", (1,), (row,)))))
        )

    assert page(text).tags == page("甲").tags
    assert page(text).text.count(text) >= 8


def test_forbidden_characters_are_left_out() -> None:
    assert "<p>甲乙</p>" in render_html(Document("", (Paragraph("甲\x01\x00乙\ufffe"),)))
