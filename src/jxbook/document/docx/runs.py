"""A text as runs of a Word paragraph, each figure in a bookmark of its own."""

from __future__ import annotations

from html import escape, unescape

from jxbook.document.bookmarks import Names
from jxbook.document.layout import allowed, one_newline
from jxbook.document.marks import parted

_TEXT = '<w:t xml:space="preserve">'
_BEGINS, _ENDS = f"<w:r>{_TEXT}", "</w:t></w:r>"
_TOGETHER = 5_000
"""Runs that are put together at once: of a text with half a million of them each would cost more than it says."""
_LINE_BREAK, _TAB = f"</w:t><w:br/>{_TEXT}", f"</w:t><w:tab/>{_TEXT}"


class Runs:
    """Writes the texts of one document, in their order: bookmarks are numbered through it."""

    __slots__ = ("names", "number")

    def __init__(self) -> None:
        self.names, self.number = Names(), 0

    def of(self, text: str, properties: str = "") -> str:
        """The runs of a text; what stands before its first figure has these w:rPr."""
        if not text:
            return ""
        if "&" in text or "<" in text or ">" in text:
            text = escape(text, quote=False)
        begins = f"<w:r>{properties}{_TEXT}" if properties else _BEGINS
        if text.isprintable():  # as none is with marks, line breaks or anything in it that is left out
            return f"{begins}{text}{_ENDS}"
        first, figures = parted(text)
        runs = [f"{begins}{_inside(first)}{_ENDS}"] if first or properties else []
        together: list[str] = []
        number, bookmark_of = self.number, self.names.next
        for name, _, shown, behind in figures:
            number += 1
            bookmark = bookmark_of(unescape(name) if "&" in name else name)
            runs.append(
                f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
                f"{_BEGINS}{shown if shown.isprintable() else _inside(shown)}{_ENDS}"
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
            if behind:
                runs.append(f"{_BEGINS}{behind if behind.isprintable() else _inside(behind)}{_ENDS}")
            if len(runs) > _TOGETHER:
                together.append("".join(runs))
                runs.clear()
        self.number = number
        return "".join((*together, *runs) if together else runs)


def _inside(text: str) -> str:
    """A text with its line breaks and tabs as Word has them, without what XML forbids."""
    if text.isprintable():
        return text
    return allowed(one_newline(text).replace("\n", _LINE_BREAK).replace("\t", _TAB))
