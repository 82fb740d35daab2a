"""A text as runs of a Word paragraph, each figure in a bookmark of its own."""

from __future__ import annotations

from html import escape, unescape

from jxbook.document.bookmarks import Names
from jxbook.document.layout import allowed, one_newline
from jxbook.document.marks import parted

_TEXT = '<w:t xml:space="preserve">'
_BEGINS, _ENDS = f"<w:r>{_TEXT}", "</w:t></w:r>"
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
        if (
            text.isprintable()
        ):  # as no text is with marks, line breaks, tabs or anything in it that is left out
            return f"<w:r>{properties}{_TEXT}{text}{_ENDS}"
        first, figures = parted(text)
        first = first if first.isprintable() else _inside(first)
        runs = [f"<w:r>{properties}{_TEXT}{first}{_ENDS}"] if first or properties else []
        number = self.number
        for name, _, shown, behind in figures:
            number += 1
            bookmark = self.names.next(unescape(name) if "&" in name else name)
            shown = shown if shown.isprintable() else _inside(shown)
            runs.append(
                f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{_BEGINS}{shown}{_ENDS}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
            if behind:
                runs.append(f"{_BEGINS}{behind if behind.isprintable() else _inside(behind)}{_ENDS}")
        self.number = number
        return "".join(runs)


def _inside(text: str) -> str:
    """A text with its line breaks and tabs as Word has them, without what XML forbids."""
    return allowed(one_newline(text).replace("\n", _LINE_BREAK).replace("\t", _TAB))
