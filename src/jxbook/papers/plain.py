"""Plain text and Markdown → lines and tables.

A table is written as Markdown has it, between pipes; or as text that was taken out of a Word document has it: each
cell on a line that opens with a tab, the rows parted by blank lines; or one row in a line, its cells parted by tabs; or
as HTML, which is how Markdown writes merged cells, and a report of ours its tables.
"""

from __future__ import annotations

from jxbook.package.limits import MAX_PART
from jxbook.papers.html_tables import read_table, split_tables, without_tags
from jxbook.pattern import pattern
from jxbook.prose import Line, Rank
from jxbook.refusals.reading import Excess, Unread, not_read, too_large, too_much
from jxbook.workbook.bounds import require_bounded
from jxbook.workbook.grid import Cell, Grid, Sheet

_MARK = pattern(r"\[bookmark: [^\]\n]{0,80}\]")
_HEADING = pattern(r"(#{1,6})\s+(.*)\Z")
_RULE = pattern(r"[\s:|-]*\Z")
_EMPHASIS = pattern(r"\*\*|__|`")
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_QUOTED = pattern(r"\A> ")
_RANKS = (Rank.PART, Rank.CHINESE, Rank.BRACKETED, Rank.ARABIC, Rank.PARENTHESISED, Rank.CIRCLED)
_TOTAL = pattern(r"\s*(?:总\s*分|合\s*计|综合得分|总得分)\s*\Z")
_MOST_TABLES = 2000
TextRow = list[str]


def read_plain(data: bytes, name: str) -> tuple[tuple[Line, ...], Grid]:
    """The lines of a text, each table one of them, and the tables. Raises Refusal JX907 (too large), JX932 (no text)."""
    if len(data) > MAX_PART:
        raise too_large(name)
    text = _decoded(data, name)
    reading = _PlainLines(name)
    for piece, is_table in split_tables(_MARK.sub("", text)):
        if is_table:
            reading.take_html(piece)
            continue
        for line in piece.split("\n"):
            reading.take(line)
    reading.close()
    grid = Grid(tuple(reading.tables))
    require_bounded(grid.sheets, name)
    return tuple(reading.lines), grid


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, UTF-16 by its mark, or GB 18030, in which a Chinese Windows writes its text files."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise not_read(name, Unread.UNKNOWN)


class _PlainLines:
    """The lines of a file read so far, and the table that is open."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.lines: list[Line] = []
        self.tables: list[Sheet] = []
        self._rows: list[TextRow] = []
        self._row: TextRow = []
        self._down = False
        """Is the open table one whose cells stand below one another?"""

    def take(self, line: str) -> None:
        """One more line."""
        bare = line.strip()
        if bare.startswith("|") and bare.endswith("|") and len(bare) > 1:
            self._switch(down=False)
            if "--" not in bare or not _RULE.match(bare):
                self._rows.append([_plain(cell) for cell in bare[1:-1].split("|")])
        elif line.startswith("\t"):
            self._switch(down=True)
            self._row.append(line[1:].strip(" "))
        elif "\t" in bare:
            self._switch(down=False)
            self._rows.append([cell.strip() for cell in line.split("\t")])
        elif self._down and self._row and bare:
            self._row[-1] += f"\n{bare}"  # a cell of several lines
        elif self._down and not bare:
            self._end_row()
        else:
            self.close()
            self._take_text(line)

    def take_html(self, html: str) -> None:
        """A table that is written as HTML. Raises Refusal JX907 where it spans too much."""
        self.close()
        self._add(read_table(html, self._next, self._name))

    @property
    def _next(self) -> str:
        return f"表{len(self.tables) + 1}"

    def _add(self, table: Sheet) -> None:
        if len(self.tables) == _MOST_TABLES:
            raise too_much(self._name, Excess.TABLES, _MOST_TABLES)
        self.tables.append(table)
        self.lines.append(Line("", table=True))

    def _take_text(self, line: str) -> None:
        if heading := _HEADING.match(line):
            text = _plain(heading[2].rstrip().rstrip("#").rstrip())
            self.lines.append(Line(text, rank=None if len(heading[1]) == 1 else _RANKS[len(heading[1]) - 1]))
        else:
            self.lines.append(Line(_plain(_QUOTED.sub("", line))))

    def _switch(self, down: bool) -> None:
        if self._rows and self._down != down:
            self.close()
        self._down = down

    def _end_row(self) -> None:
        if self._row:
            self._rows.append(self._row)
            self._row = []

    def close(self) -> None:
        """The table that is open ends here."""
        self._end_row()
        if self._rows:
            self._add(_sheet(self._next, self._rows))
        self._rows, self._down = [], False


def _plain(text: str) -> str:
    """What is read where Markdown and its tags are shown: without marks of emphasis, escaped characters as they are."""
    shown = _EMPHASIS.sub("", text).replace("<br>", "\n")
    return _ESCAPED.sub(r"\1", without_tags(shown)).strip().removesuffix("\\")


def _sheet(name: str, rows: list[TextRow]) -> Sheet:
    """A table as a sheet. Of cells that were merged a text tells nothing: a row of totals is read from its right end."""
    width = max(map(len, rows))
    cells: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(rows, 1):
        shift = width - len(row) if len(row) > 1 and _TOTAL.match(row[0]) else 0
        for column, text in enumerate(row, 1):
            if text:
                cells[number, column + (shift if column > 1 else 0)] = Cell(text)
    return Sheet(name, cells, (), of_word=True)
