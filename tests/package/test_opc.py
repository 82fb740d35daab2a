"""Relationships and content types: as an independent reader finds them, whatever way they are spelled."""

import io
from pathlib import Path

import docx
import pytest
from docx.opc.pkgreader import PackageReader

import jxbook.document.docx
from jxbook.finding import Refusal
from jxbook.package import Package, open_zip
from jxbook.package.opc import OFFICE, PACKAGE, content_types_xml, relations_path, relations_xml
from jxbook.package.writer import deflated, zip_bytes

TYPES = "[Content_Types].xml"


def package(**parts: str) -> Package:
    """A package of parts whose names have "__" for "/" and no ending."""
    members = [deflated(f"{name.replace('__', '/')}.xml", text.encode()) for name, text in parts.items()]
    return open_zip(zip_bytes(members), "f")


def with_relations(source: str, *elements: str, others: tuple[str, ...] = ()) -> Package:
    """A package in which the part `source` has these relationships."""
    members = [deflated(relations_path(source), relations_xml(elements))]
    return open_zip(zip_bytes([*members, *(deflated(name, b"<x/>") for name in others)]), "f")


def element(target: str, more: str = "", number: int = 1) -> str:
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/styles" Target="{target}"{more}/>'


@pytest.fixture(params=["ours", "python-docx"])
def document(request: pytest.FixtureRequest) -> bytes:
    if request.param == "ours":
        return Path(jxbook.document.docx.__file__).with_name("reference.docx").read_bytes()
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def test_python_docx_finds_the_same(document: bytes) -> None:
    reader = PackageReader.from_file(io.BytesIO(document))
    opened = open_zip(document, "f.docx")
    types = opened.content_types()
    theirs = {str(name): content_type for name, content_type, _, _ in reader.iter_sparts()}
    assert {name: types.of(name.lstrip("/")) for name in theirs} == theirs
    reached = opened.reached(opened.relations())
    assert {f"/{name}" for name in reached if not name.endswith(".rels")} == set(theirs)
    ours = {
        (source, one.id, one.type, one.given_target)
        for source in ("/", *theirs)
        for one in opened.relations(source.lstrip("/"))
    }
    assert ours == {
        (str(source), one.rId, one.reltype, one.target_ref) for source, one in reader.iter_srels()
    }


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("styles.xml", "xl/styles.xml"),
        ("/xl/styles.xml", "xl/styles.xml"),
        ("../xl/./styles.xml", "xl/styles.xml"),
        ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("../../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_target_is_a_path_inside_the_package(target: str, leads_to: str) -> None:
    [relation] = with_relations("xl/workbook.xml", element(target)).relations("xl/workbook.xml")
    assert (relation.id, relation.kind, relation.target) == ("rId1", "styles", leads_to)
    assert relation.xml == element(target)


def test_a_link_out_of_the_package_leads_nowhere_and_stays_as_it_was() -> None:
    text = element("http://127.0.0.1/a?b&amp;c", ' TargetMode="External"')
    [relation] = with_relations("a.xml", text).relations("a.xml")
    assert relation.target == ""
    assert relation.xml == text


def test_a_part_without_relationships_has_none() -> None:
    assert package(a="<x/>").relations("a.xml") == ()
    assert package(a="<x/>").relations() == ()


def test_parts_are_reached_once_also_in_a_circle_and_under_other_spellings() -> None:
    to = [element(target, number=number) for number, target in enumerate(("a.xml", "A.XML", "b.xml"))]
    opened = with_relations("a.xml", *to, others=("a.xml", "c.xml"))
    assert opened.reached(opened.relations("a.xml")) == ["a.xml", "_rels/a.xml.rels"]


def test_of_a_content_type_case_says_nothing_and_the_part_outweighs_the_extension() -> None:
    types = f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="XML" ContentType="text/plain"/>
        <Override PartName="/xl/Workbook.xml" ContentType="a/b"/></Types>"""
    found = open_zip(zip_bytes([deflated(TYPES, types.encode())]), "f").content_types()
    assert found.of("XL/workbook.xml") == "a/b"
    assert found.of("xl/styles.Xml") == "text/plain"
    assert found.of("xl/picture.png") == ""


def test_what_is_written_is_read() -> None:
    written = {"word/document.xml": "a/b", "word/媒体&.xml": "c/d"}
    found = open_zip(zip_bytes([deflated(TYPES, content_types_xml(written))]), "f").content_types()
    assert {part: found.of(part) for part in written} == written


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<Relationships>", "JX904"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><Relationships>&a;</Relationships>', "JX908"),
        (f"<Relationships>{'<a/>' * 1_500_001}</Relationships>", "JX907"),
    ],
)
def test_hostile_relationships_are_refused(xml: str, code: str) -> None:
    opened = open_zip(zip_bytes([deflated("_rels/.rels", xml.encode(), 0)]), "f")
    with pytest.raises(Refusal, match=code):
        opened.relations()


def test_a_package_that_does_not_say_its_types_is_damaged() -> None:
    with pytest.raises(Refusal, match="JX904"):
        package(a="<x/>").content_types()
