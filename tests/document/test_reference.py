"""reference.docx: built by code, and laid out after GB/T 9704—2012."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openxml_audit import FileFormat, OpenXmlValidator

import jxbook.document.docx.reference as reference

FILE = Path(reference.__file__).with_name("reference.docx")


@pytest.fixture(scope="module")
def word() -> WordDocument:
    return docx.Document(str(FILE))


def test_the_file_is_what_the_code_builds() -> None:
    assert FILE.read_bytes() == reference.build(), "run: python -m jxbook.document.docx.reference"


def test_word_accepts_it() -> None:
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(FILE).errors == []


def test_page_is_a4_with_official_margins(word: WordDocument) -> None:
    [section] = word.sections
    measured = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    for length, millimetres in zip(measured, (210, 297, 37, 35, 28, 26), strict=True):
        assert length is not None and abs(length - Mm(millimetres)) < Mm(0.05)


def test_text_area_holds_22_lines_of_28_characters(word: WordDocument) -> None:
    [section] = word.sections
    height = section.page_height - section.top_margin - section.bottom_margin
    width = section.page_width - section.left_margin - section.right_margin
    normal = word.styles["Normal"]
    spacing = normal.element.rPr.find(qn("w:spacing"))
    character = Pt(16) + Pt(int(spacing.get(qn("w:val"))) / 20)
    assert height // normal.paragraph_format.line_spacing == 22
    assert width // character == 28


@pytest.mark.parametrize(
    ("name", "font", "points", "outline"),
    [
        ("Title", "方正小标宋简体", 22, None),
        ("Heading 1", "黑体", 16, 0),
        ("Heading 2", "楷体_GB2312", 16, 1),
        ("Heading 3", "仿宋_GB2312", 16, 2),
        ("Heading 4", "仿宋_GB2312", 16, 3),
        ("Normal Indent", "仿宋_GB2312", 16, None),
        ("表格文字", "宋体", 10.5, None),
        ("footer", "宋体", 14, None),
    ],
)
def test_fonts_and_sizes(
    word: WordDocument, name: str, font: str, points: float, outline: int | None
) -> None:
    style = word.styles[name]
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    chain = [own for own in (style.element.rPr, defaults) if own is not None]
    fonts = next(own.find(qn("w:rFonts")) for own in chain if own.find(qn("w:rFonts")) is not None)
    size = next(own.find(qn("w:sz")) for own in chain if own.find(qn("w:sz")) is not None)
    level = style.element.pPr.find(qn("w:outlineLvl"))
    assert fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:hAnsi")) == font
    assert int(size.get(qn("w:val"))) == points * 2
    assert (None if level is None else int(level.get(qn("w:val")))) == outline
    assert style.font.bold is None and style.font.color.rgb is None


def test_headings_and_body_begin_two_characters_in(word: WordDocument) -> None:
    for name in ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Normal Indent"):
        indent = word.styles[name].element.pPr.find(qn("w:ind"))
        assert indent.get(qn("w:firstLineChars")) == "200"
        assert indent.get(qn("w:firstLine")) == "640"


def test_page_number_is_outside_on_odd_and_even_pages(word: WordDocument) -> None:
    [section] = word.sections
    assert word.settings.odd_and_even_pages_header_footer
    assert not section.different_first_page_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        [paragraph] = footer.paragraphs
        [field] = paragraph._p.findall(qn("w:fldSimple"))
        assert field.get(qn("w:instr")).strip() == "PAGE"
        assert "".join(text.text for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"


def test_absent_fonts_have_a_stand_in() -> None:
    with zipfile.ZipFile(io.BytesIO(FILE.read_bytes())) as package:
        table = package.read("word/fontTable.xml").decode()
    for name, stand_in in (("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("方正小标宋简体", "华文中宋")):
        assert f'<w:font w:name="{name}"><w:altName w:val="{stand_in}"/>' in table
