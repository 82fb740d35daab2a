"""A reference document is a stranger's file: read within the bounds of every package, refused in its own words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jxbook.document.docx
from jxbook.document.blocks import Document, Paragraph
from jxbook.document.docx.file import render_docx
from jxbook.document.docx.skeleton import own_skeleton
from jxbook.finding import Refusal
from jxbook.package.writer import deflated, zip_bytes

OWN = Path(jxbook.document.docx.__file__).with_name("reference.docx").read_bytes()
DOCUMENT, STYLES, RELATIONS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
DTD = b'<!DOCTYPE x [<!ENTITY a "ha">]>'
REPORT = Document("甲", (Paragraph("乙"),))
with zipfile.ZipFile(io.BytesIO(OWN)) as _package:
    PARTS = {name: _package.read(name) for name in _package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    return zip_bytes([deflated(name, data) for name, data in parts.items()])


def with_dtd(path: str) -> bytes:
    head, rest = PARTS[path].split(b"?>", 1)
    return packed(PARTS | {path: head + b"?>" + DTD + rest})


def with_password() -> bytes:
    data = bytearray(OWN)
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


TOO_LARGE, DAMAGED = "文件太大", "文件读不出来"
BOMB = PARTS[DOCUMENT].replace(b"</w:body>", b" " * 20_000_000 + b"</w:body>")
MANY_TAGS = PARTS[DOCUMENT].replace(b"<w:sectPr>", b"<w:p/>" * 1_600_000 + b"<w:sectPr>")


@pytest.mark.parametrize(
    ("reference", "what"),
    [
        pytest.param(packed(PARTS | {DOCUMENT: BOMB}), TOO_LARGE, id="a bomb"),
        pytest.param(packed(PARTS | {"x": bytes(31_000_000)}), TOO_LARGE, id="31 MB that nobody reads"),
        pytest.param(packed(PARTS | {DOCUMENT: MANY_TAGS}), TOO_LARGE, id="many tags"),
        pytest.param(packed(PARTS | {f"x/{n}": b"" for n in range(1000)}), TOO_LARGE, id="many parts"),
        pytest.param(with_dtd(DOCUMENT), DAMAGED, id="document type"),
        pytest.param(with_dtd(STYLES), DAMAGED, id="document type of the styles"),
        pytest.param(with_dtd(RELATIONS), DAMAGED, id="document type of the relationships"),
        pytest.param(with_dtd("[Content_Types].xml"), DAMAGED, id="document type of the types"),
        pytest.param(with_password(), DAMAGED, id="zip password"),
        pytest.param(packed(PARTS | {DOCUMENT.upper(): b"<x/>"}), DAMAGED, id="one name twice"),
        pytest.param(
            packed({name: data for name, data in PARTS.items() if name != STYLES}), DAMAGED, id="no styles"
        ),
    ],
)
def test_hostile_references_are_refused_in_words_about_references(reference: bytes, what: str) -> None:
    with pytest.raises(Refusal) as refused:
        render_docx(REPORT, reference)
    finding = refused.value.finding
    assert (finding.code, finding.what, finding.place) == ("JX601", what, "报告模板")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_damage_to_a_reference_ends_in_a_report_or_a_refusal(data: st.DataObject) -> None:
    own_skeleton()
    part = data.draw(st.sampled_from([DOCUMENT, STYLES, RELATIONS, "[Content_Types].xml", "_rels/.rels"]))
    content = bytearray(PARTS[part])
    at = data.draw(st.integers(0, len(content) - 1))
    junk = data.draw(st.sampled_from([b"", b"9", b"-", b'"', b"<", b"A", b"\0", b" ", b"w:"]) | st.binary())
    content[at : at + data.draw(st.integers(0, 3))] = junk
    try:
        render_docx(REPORT, packed(PARTS | {part: bytes(content)}))
    except Refusal as refused:
        assert refused.finding.code in ("JX601", "JX602")
