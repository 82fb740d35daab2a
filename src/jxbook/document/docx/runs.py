"""A text as runs of a Word paragraph, each figure in a bookmark of its own."""

from __future__ import annotations

from html import escape, unescape

from jxbook.document.bookmarks import Names
from jxbook.document.layout import allowed_in_xml, one_newline
from jxbook.document.marks import parted

_TEXT = '<w:t xml:space="preserve">'
_BEGINS, _ENDS = f"<w:r>{_TEXT}".encode(), b"</w:t></w:r>"
_TOGETHER = 5_000
"""Pieces of runs that are put together at once: of a text with half a million of them each would cost more than it says."""
_LINE_BREAK, _TAB = f"</w:t><w:br/>{_TEXT}", f"</w:t><w:tab/>{_TEXT}"


class Runs:
    """Writes the texts of one document, in their order: bookmarks are numbered through it.

    In UTF-8 at once: next to Chinese, every character of the tags would take two bytes until the whole is encoded.
    """

    __slots__ = ("names", "number")

    def __init__(self) -> None:
        self.names, self.number = Names(), 0

    def of(self, text: str, properties: str = "") -> bytes:
        """The runs of a text in UTF-8; what stands before its first figure has these w:rPr."""
        if not text:
            return b""
        if "&" in text or "<" in text or ">" in text:
            text = escape(text, quote=False)
        begins = f"<w:r>{properties}{_TEXT}".encode() if properties else _BEGINS
        if text.isprintable():  # as none is with marks, line breaks or anything in it that is left out
            return b"".join((begins, text.encode(), _ENDS))
        first, figures = parted(text)
        runs = [begins, _inside(first), _ENDS] if first or properties else []
        together: list[bytes] = []
        number = self.number
        for name, _, shown, behind in figures:
            number += 1
            bookmark = self.names.next(unescape(name) if "&" in name else name)
            runs += (
                f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'.encode(),
                _BEGINS,
                shown.encode() if shown.isprintable() else _inside(shown),
                f'</w:t></w:r><w:bookmarkEnd w:id="{number}"/>'.encode(),
            )
            if behind:
                runs += (_BEGINS, behind.encode() if behind.isprintable() else _inside(behind), _ENDS)
            if len(runs) > _TOGETHER:
                together.append(b"".join(runs))
                runs.clear()
        self.number = number
        return b"".join((*together, *runs))


def _inside(text: str) -> bytes:
    """A text with its line breaks and tabs as Word has them, without what XML forbids."""
    if text.isprintable():
        return text.encode()
    return allowed_in_xml(one_newline(text).replace("\n", _LINE_BREAK).replace("\t", _TAB))
