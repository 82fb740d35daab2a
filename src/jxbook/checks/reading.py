"""What a check of running text looks at: the text cells of a form, or the paragraphs of a report, one as the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from jxbook.checks.case import Case
from jxbook.checks.project import Years, years_of
from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.place import CellRef, Spot
from jxbook.policy import Policy
from jxbook.prose import ReadParagraph
from jxbook.prose.marks import widened
from jxbook.prose.tables import PrintedTable

_LONGEST_QUOTE = 60
_ARTICLE = pattern(r"\s*第[一二三四五六七八九十]{1,3}条\s")
_ARTICLES = 3


@dataclass(frozen=True)
class TextPart:
    """A piece of running text and its place: a paragraph of a report, or a line of a cell (`cell`), whose `name` is
    what a message calls it."""

    paragraph: ReadParagraph
    cell: CellRef | None = None
    name: str = ""

    @cached_property
    def text(self) -> str:
        """What it says, half-width marks among Chinese words as full-width ones; every check asks for it."""
        return widened(self.paragraph.text)

    def at(self, start: int = 0, end: int | None = None) -> CellRef | Spot:
        """The place of some of its words, all of them without an end."""
        if self.cell is not None:
            return self.cell
        end = len(self.text) if end is None else end
        quote = self.paragraph.text[start:end]
        if len(quote) > _LONGEST_QUOTE:
            end = start + _LONGEST_QUOTE
            quote = self.paragraph.text[start:end]
        return Spot(self.paragraph.section, self.paragraph.number, quote, start, end)


ReadTogether = tuple[TextPart, ...]
"""Passages that are read one after the other: a report, or the lines of one cell."""


@dataclass(frozen=True)
class Reading:
    """Texts to check. `case` is the form that they belong to, None where there is none. `whole`: a report, which
    has headings and an end, and not single cells."""

    blocks: tuple[ReadTogether, ...]
    policy: Policy
    case: Case | None = None
    whole: bool = False
    tables: tuple[PrintedTable, ...] = ()
    """The tables of a report that are no forms; a form is checked as one."""

    @cached_property
    def passages(self) -> tuple[TextPart, ...]:
        """All passages that have words."""
        return tuple(one for block in self.blocks for one in block if one.text)

    @cached_property
    def text(self) -> str:
        """All passages, one to a line: words that stand nowhere in it need not be looked for in each."""
        return "\n".join([one.text for one in self.passages])

    @cached_property
    def paragraphs(self) -> tuple[ReadParagraph, ...]:
        """All paragraphs, tables too."""
        return tuple(one.paragraph for block in self.blocks for one in block)

    @cached_property
    def regulation(self) -> bool:
        """Is it a text of articles, 第一条 and on, and no report?"""
        return sum(bool(_ARTICLE.match(one.text)) for one in self.passages) >= _ARTICLES

    def part(self, paragraph: ReadParagraph) -> TextPart:
        """A paragraph of a report as what a finding is placed at."""
        return TextPart(paragraph)

    @cached_property
    def project(self) -> Years:
        """When the project ran, by its form or by what the text says of it."""
        year = self.case.form.year if self.case is not None else None
        return years_of([one.text for one in self.passages], year)


def of_form(case: Case) -> Reading:
    """The text cells of a form."""
    return Reading(tuple(_cells(case)), case.policy, case)


def of_paper(
    paragraphs: tuple[ReadParagraph, ...],
    policy: Policy,
    case: Case | None = None,
    tables: tuple[PrintedTable, ...] = (),
) -> Reading:
    """A report with its tables, and the form that belongs to it."""
    return Reading((tuple(TextPart(one) for one in paragraphs),), policy, case, whole=True, tables=tables)


def _cells(case: Case) -> Iterator[ReadTogether]:
    for label, entry in case.entries:
        if not isinstance(entry.raw, str | date) or entry.cell in case.explaining:
            continue
        lines = entry.text.split("\n")
        yield tuple(
            TextPart(ReadParagraph(line, number), entry.cell, label)
            for number, line in enumerate(lines, 1)
            if line.strip()
        )
