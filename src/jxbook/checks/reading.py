"""What a check of running text looks at: the text cells of a form, or the paragraphs of a report, one as the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate, groupby
from operator import itemgetter

from jxbook.checks.case import Case
from jxbook.checks.project import Years, years_of
from jxbook.dataclass import cached_property, dataclass
from jxbook.pattern import pattern
from jxbook.place import CellRef, Spot
from jxbook.policy import Policy
from jxbook.prose import ReadParagraph
from jxbook.prose.figures import beginnings
from jxbook.prose.marks import widened
from jxbook.prose.tables import PrintedTable

_LONGEST_QUOTE = 60
_ARTICLE = pattern(r"\s*第[一二三四五六七八九十]{1,3}条\s")
_ARTICLES = 3
_TEXTS = (str, date)
_VALUE = pattern(r"无\Z|[≥≤=]?[0-9]{1,9}(?:\.[0-9]{1,4})?(?:%|[个人次场项件户家元天]|人次|万元)?\Z")
"""What is no running text: 无, ≥20场, 95.5%. A month is, for 13月 does not exist."""
_IN_A_CELL = ReadParagraph("", 0)
"""What stands in a cell is placed by the cell, and has no place in a report."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of running text and its place: a paragraph of a report, or a line of a cell (`cell`), whose `name` is
    what a message calls it. `text`: what it says, half-width marks among Chinese words as full-width ones."""

    text: str
    paragraph: ReadParagraph
    cell: CellRef | None = None
    name: str = ""

    @classmethod
    def of(cls, paragraph: ReadParagraph) -> TextPart:
        """A paragraph of a report."""
        return cls(widened(paragraph.text), paragraph)

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
        return tuple([one for block in self.blocks for one in block if one.text])

    @cached_property
    def text(self) -> str:
        """All passages, one to a line: words that stand nowhere in it need not be looked for in each."""
        return "\n".join([one.text for one in self.passages])

    @cached_property
    def _begins(self) -> list[int]:
        """Where each of `passages` begins in `text`, and where one more would."""
        return [*accumulate([len(one.text) + 1 for one in self.passages], initial=0)]

    def holding(self, *words: str, or_matching: re.Pattern[str] | None = None) -> tuple[TextPart, ...]:
        """The passages in which one of these words stands, or what a pattern finds in one line: no other need be asked
        for what is not said without them."""
        numbers = self._holding(words)
        if or_matching is not None:
            numbers = sorted({*numbers, *self._matching(or_matching)})
        return tuple([self.passages[number] for number in numbers])

    def matching(self, words: re.Pattern[str]) -> tuple[TextPart, ...]:
        """The passages in which a pattern finds something that stands in one line."""
        return tuple([self.passages[number] for number in self._matching(words)])

    def standing_at(self, finds: Iterable[Callable[[int], int]]) -> tuple[TextPart, ...]:
        """The passages in which one of these finds something: asked from a place of `text` on, each tells the next
        place, -1 for none. Of a passage with thousands of places each is asked for one."""
        begins = self._begins
        numbers: set[int] = set()
        for find in finds:
            at = find(0)
            while at >= 0:
                number = bisect_right(begins, at) - 1
                numbers.add(number)
                at = find(begins[number + 1])
        return tuple([self.passages[number] for number in sorted(numbers)])

    def found(self, words: re.Pattern[str]) -> Iterator[tuple[TextPart, re.Match[str]]]:
        """Every place in which such a pattern finds something, each with its passage."""
        for passage in self.matching(words):
            for match in words.finditer(passage.text):
                yield passage, match

    def blocks_holding(self, *words: str) -> Iterator[tuple[ReadTogether, list[int]]]:
        """The blocks of the passages of `holding`, each with the places that these have in it."""
        return self._by_block(self._holding(words))

    def blocks_matching(self, words: re.Pattern[str]) -> Iterator[tuple[ReadTogether, list[int]]]:
        """The blocks of the passages of `matching`, each with the places that these have in it."""
        return self._by_block(self._matching(words))

    def _holding(self, words: tuple[str, ...]) -> list[int]:
        text, begins = self.text, self._begins
        found: set[int] = set()
        for word in words:
            at = text.find(word)
            while at >= 0:
                number = bisect_right(begins, at) - 1
                found.add(number)
                at = text.find(word, begins[number + 1])
        return sorted(found)

    def _matching(self, words: re.Pattern[str]) -> list[int]:
        text, begins, search = self.text, self._begins, words.search
        found: list[int] = []
        match = search(text)
        while match:
            number = bisect_right(begins, match.start()) - 1
            found.append(number)
            match = search(text, begins[number + 1])
        return found

    def _by_block(self, numbers: list[int]) -> Iterator[tuple[ReadTogether, list[int]]]:
        for block, held in groupby([self._places[number] for number in numbers], key=itemgetter(0)):
            yield self.blocks[block], [at for _, at in held]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Of each of `passages` the number of its block, and its own in there."""
        return [
            (number, at)
            for number, block in enumerate(self.blocks)
            for at, one in enumerate(block)
            if one.text
        ]

    @cached_property
    def numbered(self) -> tuple[TextPart, ...]:
        """The passages in which a figure may stand."""
        return self.figured(1)

    def figured(self, least: int) -> tuple[TextPart, ...]:
        """The passages in which so many figures may stand, or more: a rate is told by two at least, a sum by three."""
        return tuple([self.passages[number] for number, most in self._figures.items() if most >= least])

    @cached_property
    def _figures(self) -> Mapping[int, int]:
        """How many figures may stand in each of `passages`, in their order, without those in which none may."""
        begins = self._begins
        return Counter([bisect_right(begins, at) - 1 for at in beginnings(self.text)])

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
        return TextPart.of(paragraph)

    @cached_property
    def project(self) -> Years:
        """When the project ran, by its form or by what the text says of it."""
        year = self.case.form.year if self.case is not None else None
        if year is None and self.case is not None and not self.whole:
            return Years(None, None)  # JX101 asks for it; no cell says it for sure
        return years_of([one.text for one in self.passages], year)


def of_form(case: Case) -> Reading:
    """The text cells of a form, without those in which no more than a number stands, or 无."""
    return Reading(tuple(_cells(case)), case.policy, case)


def of_paper(
    paragraphs: tuple[ReadParagraph, ...],
    policy: Policy,
    case: Case | None = None,
    tables: tuple[PrintedTable, ...] = (),
) -> Reading:
    """A report with its tables, and the form that belongs to it."""
    return Reading((tuple(map(TextPart.of, paragraphs)),), policy, case, whole=True, tables=tables)


def _cells(case: Case) -> Iterator[ReadTogether]:
    explaining = case.explaining
    for label, entry in case.entries:
        if entry.raw is None or not isinstance(entry.raw, _TEXTS):
            continue
        cell, text = entry.cell, entry.text
        if not text or _VALUE.match(text) or (explaining and cell in explaining):
            continue
        lines = widened(text).split("\n")
        if cell is None:
            written = text.split("\n")
            yield tuple(
                [
                    TextPart(line, ReadParagraph(written[at], at + 1), None, label)
                    for at, line in enumerate(lines)
                    if line.strip()
                ]
            )
        else:
            yield tuple([TextPart(line, _IN_A_CELL, cell, label) for line in lines if line.strip()])
