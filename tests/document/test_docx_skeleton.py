"""An office's own reference document: what is taken from it, what stays behind, what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from openxml_audit import FileFormat, OpenXmlValidator

import jxbook.document.docx
from jxbook.document.blocks import Document
from jxbook.document.docx.file import render_docx
from jxbook.finding import Refusal
from jxbook.package.writer import deflated, zip_bytes

OWN = Path(jxbook.document.docx.__file__).with_name("reference.docx").read_bytes()
STYLES, DOCUMENT, TYPES = "word/styles.xml", "word/document.xml", "[Content_Types].xml"


def changed(path: str, pattern: str, replacement: str, data: bytes = OWN) -> bytes:
    """The package with every match of `pattern` in the part at `path` replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text, count = re.subn(pattern, replacement, parts[path].decode(), flags=re.DOTALL)
    assert count, f"nothing to change in {path}"
    parts[path] = text.encode()
    return zip_bytes(tuple(deflated(name, content) for name, content in parts.items()))


def without_style(*names: str) -> bytes:
    data = OWN
    for name in names:
        data = changed(STYLES, rf'<w:style (?:(?!<w:style ).)*?w:name w:val="{name}".*?</w:style>', "", data)
    return data


def names(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return set(package.namelist())


@pytest.fixture(scope="module")
def office_reference() -> bytes:
    """What an office may have: python-docx's template with margins, a header, a picture-less old text."""
    word = docx.Document()
    word.sections[0].left_margin = word.sections[0].right_margin = Mm(40)
    word.sections[0].page_width = Mm(210)
    word.sections[0].header.paragraphs[0].text = "青禾区财政局"
    word.add_paragraph("旧报告的正文")
    word.core_properties.comments = "内部"
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_layout_is_the_offices_and_its_text_stays_behind(
    tmp_path: Path, report: Document, office_reference: bytes
) -> None:
    data = render_docx(report, office_reference)
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    word = docx.Document(str(path))
    assert word.sections[0].header.paragraphs[0].text == "青禾区财政局"
    assert word.paragraphs[0].style.name == "Title"
    assert sum(column.width for column in word.tables[0].columns) == pytest.approx(Mm(130), abs=Mm(0.1))
    assert all("旧报告" not in paragraph.text for paragraph in word.paragraphs)
    assert word.core_properties.comments == ""
    assert not {"customXml/item1.xml", "word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"} & names(data)
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path).errors == []


def test_styles_that_an_office_lacks_are_added(report: Document, office_reference: bytes) -> None:
    word = docx.Document(io.BytesIO(render_docx(report, office_reference)))
    assert word.tables[0].cell(0, 0).paragraphs[0].style.name == "表格文字"
    assert word.styles["表格文字"].base_style == word.styles["Normal"]


def test_styles_are_found_by_name_under_any_id(report: Document) -> None:
    data = changed(STYLES, '"Heading1"', '"1"', changed(STYLES, '"NormalIndent"', '"a&amp;b"'))
    word = docx.Document(io.BytesIO(render_docx(report, data)))
    styles = {paragraph.style.name: paragraph.style.style_id for paragraph in word.paragraphs}
    assert (styles["Heading 1"], styles["Normal Indent"]) == ("1", "a&b")


def test_own_reference_given_by_hand_changes_nothing(report: Document) -> None:
    assert render_docx(report, OWN) == render_docx(report)


def test_a_template_file_becomes_a_document(report: Document) -> None:
    template = changed(TYPES, r"document\.main", "template.main")
    assert render_docx(report, template) == render_docx(report)


def test_footers_of_an_earlier_section_are_kept(report: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(OWN)) as package:
        document = package.read(DOCUMENT).decode()
    section = re.search("<w:sectPr>.*</w:sectPr>", document)
    assert section is not None
    last = re.sub("<w:footerReference[^>]*>", "", section[0])
    earlier = f"<w:p><w:pPr>{section[0]}</w:pPr></w:p>{last}"
    word = docx.Document(
        io.BytesIO(render_docx(report, changed(DOCUMENT, "<w:sectPr>.*</w:sectPr>", earlier)))
    )
    assert len(word.sections) == 1
    assert not word.sections[0].footer.is_linked_to_previous
    assert not word.sections[0].even_page_footer.is_linked_to_previous


def test_missing_styles_are_all_named(report: Document) -> None:
    with pytest.raises(Refusal) as refused:
        render_docx(report, without_style("Title", "heading 2"))
    finding = refused.value.finding
    assert finding.code == "JX602"
    assert "“标题”、“标题 2”" in finding.what and "“标题”、“标题 2”" in finding.fix


def test_a_missing_lower_heading_is_added(report: Document) -> None:
    word = docx.Document(io.BytesIO(render_docx(report, without_style("heading 3", "heading 4"))))
    assert {"Heading 3", "Heading 4"} <= {paragraph.style.name for paragraph in word.paragraphs}


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param(b"", id="empty"),
        pytest.param("绩效".encode(), id="not a zip"),
        pytest.param(OWN[:9000], id="cut off"),
        pytest.param(OWN[:900] + bytes(50) + OWN[950:], id="damaged"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="encrypted or .doc"),
        pytest.param(zip_bytes((deflated("a.txt", b"a"),)), id="another zip"),
        pytest.param(zip_bytes((deflated("a.txt", bytes(31_000_000)),)), id="too large"),
        pytest.param(changed(DOCUMENT, "</w:body>", ""), id="broken XML"),
        pytest.param(changed(DOCUMENT, "schemas.openxmlformats.org/w", "purl.oclc.org/w"), id="strict"),
        pytest.param(changed(DOCUMENT, 'w:right="1474"', 'w:right="x"'), id="no number"),
        pytest.param(
            changed(
                TYPES,
                r"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "application/vnd.ms-word.document.macroEnabled.main",
            ),
            id="macros",
        ),
    ],
)
def test_unusable_references_are_refused(report: Document, reference: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        render_docx(report, reference)
    assert refused.value.finding.code == "JX601"
    assert refused.value.finding.fix
