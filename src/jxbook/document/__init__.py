"""A Document, and what writes it as a file: docx, html, md."""

from __future__ import annotations

from jxbook.document.blocks import Document

__all__ = ["FORMATS", "Document", "render"]

FORMATS = ("docx", "html", "md")


def render(document: Document, kind: str = "docx", reference: bytes | None = None) -> bytes:
    """A document as a file's bytes: "docx", "html" or "md" (UTF-8).

    `reference` is an office's own reference.docx; its styles and page set-up replace ours.
    """
    if kind == "docx":
        from jxbook.document.docx.file import render_docx

        return render_docx(document, reference)
    if kind == "html":
        from jxbook.document.html import render_html

        return render_html(document).encode("utf-8")
    if kind == "md":
        from jxbook.document.markdown import render_markdown

        return render_markdown(document).encode("utf-8")
    raise ValueError(f"unknown format: {kind}")
