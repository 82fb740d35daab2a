"""What runs, what is fetched and what is embedded in a stranger's reference never reaches a report."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

import jxbook.document.docx
from jxbook.document.blocks import Document, Paragraph
from jxbook.document.docx.file import render_docx
from jxbook.finding import Refusal
from jxbook.package.writer import deflated, zip_bytes

OWN = Path(jxbook.document.docx.__file__).with_name("reference.docx").read_bytes()
REPORT = Document("甲", (Paragraph("乙"),))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
SETTINGS, FOOTER, STYLES = "word/settings.xml", "word/footer1.xml", "word/styles.xml"
RELS = {part: part.replace("word/", "word/_rels/") + ".rels" for part in (SETTINGS, FOOTER, STYLES)}
REMOTE = "http://example.invalid/x"
with zipfile.ZipFile(io.BytesIO(OWN)) as _package:
    PARTS = {name: _package.read(name) for name in _package.namelist()}


def relations(kind: str, target: str, *, outside: bool = False) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    ).encode()


def with_markup(part: str, markup: str) -> bytes:
    """The part with this behind the tag of its root."""
    text = PARTS[part].decode()
    root = text.index("<w:")
    end = text.index(">", root)
    spaces = " ".join(one for one in SPACES.split() if one.split("=")[0] not in text[root:end])
    return f"{text[:end]} {spaces}>{markup}{text[end + 1 :]}".encode()


def rendered(parts: dict[str, bytes], types: str = "") -> dict[str, bytes]:
    kinds = PARTS["[Content_Types].xml"].replace(b"<Override", types.encode() + b"<Override", 1)
    reference = zip_bytes(
        [deflated(name, data) for name, data in (PARTS | {"[Content_Types].xml": kinds} | parts).items()]
    )
    with zipfile.ZipFile(io.BytesIO(render_docx(REPORT, reference))) as report:
        docx.Document(io.BytesIO(render_docx(REPORT, reference)))
        return {name: report.read(name) for name in report.namelist()}


def run(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


BLIP = '<w:drawing><a:blip r:{}="rId7"/></w:drawing>'
TYPES = (
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
    '<Override PartName="/word/vba.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
)


@pytest.mark.parametrize(
    ("part", "markup", "kind", "target", "outside"),
    [
        (SETTINGS, '<w:attachedTemplate r:id="rId7"/>', "attachedTemplate", f"{REMOTE}.dotm", True),
        (SETTINGS, '<w:mailMerge><w:dataSource r:id="rId7"/></w:mailMerge>', "mailMergeSource", REMOTE, True),
        (FOOTER, run(BLIP.format("link")), "image", f"{REMOTE}.png", True),
        (FOOTER, run('<w:pict><v:imagedata r:href="rId7"/></w:pict>'), "image", f"{REMOTE}.png", True),
        (FOOTER, run(f'<w:pict><v:imagedata src="{REMOTE}"/></w:pict>'), "image", f"{REMOTE}.png", True),
        (FOOTER, run('<w:object><o:OLEObject r:id="rId7"/></w:object>'), "oleObject", "ole.bin", False),
        (FOOTER, run(BLIP.format("embed")), "image", "ole.bin", False),
        (FOOTER, run('<w:control r:id="rId7"/>'), "control", "ole.bin", False),
        (FOOTER, '<w:altChunk r:id="rId7"/>', "aFChunk", "ole.bin", False),
        (STYLES, "", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vba.bin", False),
        (FOOTER, run(f"<w:instrText> INCLUDEPICTURE {REMOTE} </w:instrText>"), "image", "none.png", False),
        (FOOTER, run("<w:instrText>DDE</w:instrText><w:instrText>AUTO x</w:instrText>"), "image", "n.png", False),
        (FOOTER, f'<w:p><w:fldSimple w:instr="INCLUDETEXT {REMOTE}"/></w:p>', "image", "none.png", False),
    ],
)  # fmt: skip
def test_what_runs_or_is_fetched_stays_behind(
    part: str, markup: str, kind: str, target: str, outside: bool
) -> None:
    hostile = {
        part: with_markup(part, markup),
        RELS[part]: relations(kind, target, outside=outside),
        "word/ole.bin": b"\xd0\xcf\x11\xe0",
        "word/vba.bin": b"macros",
    }
    report = rendered(hostile, TYPES)
    assert not [name for name in report if name.endswith(".bin")]
    everything = b"".join(report.values())
    for trace in (b"example.invalid", b"rId7", b"External", b"INCLUDE", b"AUTO x", b"OLEObject"):
        assert trace not in everything


def test_a_picture_of_the_letterhead_comes_along() -> None:
    hostile = {
        FOOTER: with_markup(FOOTER, run(BLIP.format("embed"))),
        RELS[FOOTER]: relations("image", "seal.png"),
        "word/seal.png": b"\x89PNG",
    }
    report = rendered(hostile, TYPES)
    assert report["word/seal.png"] == b"\x89PNG"
    assert report[FOOTER] == hostile[FOOTER] and report[RELS[FOOTER]] == hostile[RELS[FOOTER]]


def test_a_page_number_with_its_switch_stays() -> None:
    footer = with_markup(FOOTER, run(r"<w:instrText> PAGE \* MERGEFORMAT </w:instrText>"))
    assert rendered({FOOTER: footer})[FOOTER] == footer


@pytest.mark.parametrize("part", [*PARTS, RELS[FOOTER]])
@pytest.mark.parametrize("mark", ["<!-- 甲 -->", "<?mark x?>"])
def test_a_comment_in_any_part_does_no_harm(part: str, mark: str) -> None:
    text = PARTS.get(part, relations("image", "none.png")).decode()
    begin = text.index("<", text.index("?>") + 1 if "?>" in text else 0)
    end = text.index(">", begin) + 1
    inside = text[:end] + mark + text[end:]
    spread = inside.replace("/><", f"/>{mark}<")
    for commented in (inside, spread):
        report = rendered({part: commented.encode()})
        assert "word/document.xml" in report


def test_a_reference_whose_document_lies_elsewhere_is_refused() -> None:
    elsewhere = PARTS["_rels/.rels"].replace(
        b'Target="word/document.xml"', b'Target="http://x" TargetMode="External"'
    )
    with pytest.raises(Refusal, match="JX601"):
        rendered({"_rels/.rels": elsewhere})
