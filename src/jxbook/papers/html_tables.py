"""The tables that stand as HTML in a Markdown text → sheets, merged cells as a browser shows them.

The text is a stranger's: it is walked through once, tag by tag, and what a table may span is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.foreign.word import caption_cells
from jxbook.pattern import pattern
from jxbook.refusals.reading import too_large
from jxbook.workbook.bounds import MAX_CELLS
from jxbook.workbook.grid import Cell, Merge, Sheet

_OPENS, _CLOSES = pattern(r"(?i)<table[\s>]"), pattern(r"(?i)</table\s{0,9}>")
_FOLLOWS = pattern(r"</table>\s{0,9}<table class=\"(?:small )?follows\">")
_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})((?:\s[^<>]{0,999})?)/?>")
_SPANS = pattern(r"""(?i)\b(col|row)span\s{0,9}=\s{0,9}["']?(\d{1,4})""")
_MOST_COLUMNS = 99
_BREAKS = frozenset({"br", "p", "div", "small", "span", "li"})
"""Tags at which a cell or a caption goes on in another line."""
_LINED = frozenset({"br", "p", "div", "li"})


def split_tables(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text in their order, each with whether it is a table; one that never ends is text.

    A table that our own reports call a continuation (its class is `follows`) is read as more rows of the one above.
    """
    text = _FOLLOWS.sub("", text)
    at = 0
    while (opens := _OPENS.search(text, at)) is not None:
        closes = _CLOSES.search(text, opens.end())
        if closes is None:
            break
        yield text[at : opens.start()], False
        yield text[opens.start() : closes.end()], True
        at = closes.end()
    yield text[at:], False


def without_tags(line: str) -> str:
    """A line of text without the tags in it."""
    return _TAG.sub("", line) if "<" in line else line


def read_table(html: str, sheet: str, place: str) -> Sheet:
    """The table that stands in this HTML, as a sheet of this name. Raises Refusal JX907 where it spans too much."""
    table = _HtmlTable(place)
    at = 0
    for tag in _TAG.finditer(html):
        table.text(html[at : tag.start()])
        table.tag(tag[2].lower(), tag[3], closing=bool(tag[1]))
        at = tag.end()
    table.close()
    return Sheet(
        sheet, {**table.cells, **caption_cells(table.captions)}, tuple(table.merges.values()), of_word=True
    )


class _HtmlTable:
    """The table read so far; a merged cell that reaches down holds its columns in the rows below."""

    def __init__(self, place: str) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merges: dict[tuple[int, int], Merge] = {}
        self.captions: list[str] = []
        self._place = place
        self._row = self._column = self._places = 0
        self._held: dict[int, int] = {}
        """Column → the last row that a cell above holds there."""
        self._open: tuple[int, int] | None = None
        self._in_caption = False
        self._pieces: list[str] = []

    def text(self, piece: str) -> None:
        """Characters between two tags."""
        if self._open or self._in_caption:
            self._pieces.append(piece)

    def tag(self, name: str, attributes: str, *, closing: bool) -> None:
        """One tag."""
        if name in ("td", "th", "tr", "caption", "tbody"):
            self.close()
        if name == "tr" and not closing:
            self._row, self._column = self._row + 1, 0
        elif name in ("td", "th") and not closing and self._row:
            self._begin(attributes)
        elif name == "caption":
            self._in_caption = not closing
        elif name in _BREAKS and (self._in_caption or name in _LINED):
            self.text("\n")

    def _begin(self, attributes: str) -> None:
        spans = {which.lower(): max(1, int(number)) for which, number in _SPANS.findall(attributes)}
        across, down = spans.get("col", 1), spans.get("row", 1)
        column = self._column + 1
        while self._held.get(column, 0) >= self._row:
            column += 1
        right, bottom = column + across - 1, self._row + down - 1
        self._places += across
        if right > _MOST_COLUMNS or self._places > MAX_CELLS:
            raise too_large(self._place)
        if down > 1:
            self._held.update(dict.fromkeys(range(column, right + 1), bottom))
        self._open, self._column = (self._row, column), right
        if (bottom, right) != self._open:
            self.merges[self._open] = Merge(*self._open, bottom, right)

    def close(self) -> None:
        """The cell or the caption that is open ends here."""
        from html import unescape

        lines = (line.strip() for line in unescape("".join(self._pieces)).split("\n"))
        if self._in_caption:
            self.captions += filter(None, lines)
        elif self._open and (text := "\n".join(lines).strip()):
            self.cells[self._open] = Cell(text)
        self._open, self._in_caption, self._pieces = None, False, []
