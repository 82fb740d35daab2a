"""A Document as Markdown, for version control, mail and chat.

Tables are HTML inside the Markdown, which CommonMark allows. A pipe table knows no merged cells, and with
every place of a merged cell left blank or filled again the 自评表 is no longer legible as a form. HTML keeps
it the same form, and its text needs no second kind of escaping.
"""

from __future__ import annotations

from jxbook.document.blocks import (
    Align,
    AnnexLabel,
    Attachments,
    Block,
    Chart,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from jxbook.document.html import table_html
from jxbook.document.layout import attachment_lines, lines, percentages
from jxbook.pattern import pattern

_ANYWHERE = pattern(r"[\\`*_\[\]<>#|~&$]")
# A bullet, a rule, the underline of a heading, the row below a table's head, a list's number.
_AT_START = pattern(r"^(\d*)([-+=:]|(?<=\d)[.)](?=\s|$))")
_BLANK = " \t"


def render_markdown(document: Document) -> str:
    """Markdown text that ends with a line break.

    What a user typed is shown as typed: no character of it acts as Markdown. Blanks at the ends of lines and
    empty lines at the ends of a paragraph are left out, Markdown cannot show them.
    Raises ValueError for a table whose cells do not fit together.
    """
    return "\n\n".join(text for block in document.blocks if (text := _block(block))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Title(text):
            return f"# {_in_one_line(text)}"
        case Heading(level, number, text):
            return f"{'#' * (level + 1)} {_in_one_line(number + text)}"
        case Subtitle(text) | Paragraph(text) | Signature(text) | AnnexLabel(text):
            return _paragraph(text)
        case Attachments(titles):
            return "\n\n".join(map(_paragraph, attachment_lines(titles)))
        case Note(text):
            return "\n".join(f"> {line}".rstrip() for line in _paragraph(text).split("\n")) if text else ""
        case Table():
            return table_html(block)
        case Chart():
            return table_html(_as_table(block))
        case PageBreak():
            return ""


def _as_table(chart: Chart) -> Table:
    """A chart's figures, Markdown knows no drawing."""
    rows = [
        (TableCell(bar.label, align=Align.LEFT), TableCell(shown))
        for bar, shown in zip(chart.bars, percentages(chart), strict=True)
    ]
    return Table(chart.title, "", (3, 1), tuple(rows), label=chart.label)


def _in_one_line(text: str) -> str:
    return " ".join(_escaped(line) for line in map(_trimmed, lines(text)) if line)


def _paragraph(text: str) -> str:
    """The lines of a paragraph; each but the last ends with a backslash, which breaks the line."""
    inner = "\n".join(map(_trimmed, lines(text))).strip("\n")
    return "\\\n".join(_AT_START.sub(r"\1\\\2", _escaped(line)) for line in inner.split("\n"))


def _trimmed(line: str) -> str:
    return line.strip(_BLANK)


def _escaped(line: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", line)
