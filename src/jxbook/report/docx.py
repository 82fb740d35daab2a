"""A Document as a Word file."""

from __future__ import annotations

from html import escape

from jxbook.report.document import Document
from jxbook.report.docx_body import document_xml
from jxbook.report.docx_package import HEAD, PACKAGE
from jxbook.report.docx_skeleton import CORE_PATH, own_skeleton, read_skeleton
from jxbook.report.docx_zip import deflated, stored, zip_bytes
from jxbook.report.layout import allowed_in_xml

_FAST = 3  # level 6 would make document.xml a tenth smaller and take five times as long


def render_docx(document: Document, reference: bytes | None = None) -> bytes:
    """The bytes of a .docx; the same document gives the same bytes.

    `reference` is the content of a Word document whose styles, page set-up, headers, footers and settings
    the report takes; None stands for jxbook's own, after GB/T 9704—2012. Characters that XML forbids are
    left out. Raises Refusal JX601 (reference cannot be used) or JX602 (it lacks a style), and ValueError for
    a table whose cells do not fit together.
    """
    skeleton = own_skeleton() if reference is None else read_skeleton(reference)
    text = document_xml(document, skeleton.styles, skeleton.section, skeleton.text_width)
    return zip_bytes(
        (
            *skeleton.members,
            deflated(skeleton.document_path, text, _FAST),
            stored(CORE_PATH, core_xml(document.title)),
        )
    )


def core_xml(title: str) -> bytes:
    """docProps/core.xml: title and creator; no date, so that equal reports are equal files."""
    return allowed_in_xml(
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:creator>jxbook</dc:creator></cp:coreProperties>"
    )
