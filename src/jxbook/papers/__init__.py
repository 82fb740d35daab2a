"""Reports that somebody wrote, as files: .docx, .md and .txt → their paragraphs and tables; comments into a copy."""

from __future__ import annotations

from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.package.file import read_bounded
from jxbook.place import CAPTIONS
from jxbook.prose import Line, ReadParagraph, read_paper
from jxbook.prose.tables import PrintedTable
from jxbook.refusals.reading import too_much_text
from jxbook.workbook.grid import Grid

SUFFIXES = frozenset({".docx", ".md", ".markdown", ".txt"})
"""How the names of reports end; whether a file is one is judged by its content too."""
MOST_CHARACTERS = 500_000
"""Characters of a report, five times those of the longest that is known: they are read in three seconds."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as data: its paragraphs in order, and its tables as sheets 表1, 表2 …; `data` is the file's bytes."""

    name: str
    data: bytes
    paragraphs: tuple[ReadParagraph, ...]
    grid: Grid
    texts: tuple[str, ...]
    word: bool = False

    @property
    def tables(self) -> tuple[PrintedTable, ...]:
        """Its tables as they are printed."""
        return tuple(
            PrintedTable(
                sheet.name,
                {
                    at: str(one.value)
                    for at, one in sheet.cells.items()
                    if one.value is not None and at[1] < CAPTIONS
                },
            )
            for sheet in self.grid.sheets
        )


def open_paper(path: Path) -> Paper:
    """The report at `path`.

    Raises Refusal: cannot be read (JX901 to JX910), or is of a kind that is not read (JX932).
    """
    data = read_bounded(path)
    return read_data(data, path.name)


def read_data(data: bytes, name: str) -> Paper:
    """The report that these bytes are: a Word document, else text. Raises Refusal as `open_paper`."""
    from jxbook.foreign.kinds import is_text, readable_kind

    if is_text(data):
        from jxbook.papers.plain import read_plain

        lines, grid = read_plain(data, name)
        return Paper(name, data, read_paper(_bounded(lines, name)), grid, _texts(lines))
    from jxbook.foreign import ForeignKind
    from jxbook.refusals.reports import no_report

    if readable_kind(data, name) is not ForeignKind.DOCX:
        raise no_report(name)
    from jxbook.foreign.word import read_word
    from jxbook.papers.word import read_lines

    lines = _bounded(read_lines(data, name), name)
    grid, _ = read_word(data, name)
    return Paper(name, data, read_paper(lines), grid, _texts(lines), word=True)


def _bounded(lines: tuple[Line, ...], name: str) -> tuple[Line, ...]:
    """The lines, unless they are more than any report. Raises Refusal JX907."""
    if sum(len(one.text) for one in lines) > MOST_CHARACTERS:
        raise too_much_text(name, MOST_CHARACTERS)
    return lines


def _texts(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(one.text for one in lines if one.text.strip())
