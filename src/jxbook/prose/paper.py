"""A paper, from its lines: which are headings, under which a paragraph stands, what number opens it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jxbook.dataclass import dataclass, replace
from jxbook.pattern import pattern
from jxbook.prose.labels import Label, Rank, Series, read_label

_LONGEST_HEADING = 45
_TITLE_ENDS = pattern(r"[。：:；;]")
_SHOWN = 14  # characters of a heading in the name of a section
_SIGNED_ON = pattern(
    r"(?:20\d\d|二[〇○零0]..)年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\Z"
)
_STOPS = pattern(r"[，。；：]")
_LONGEST_OFFICE = 30
_BELOW = {rank: tuple(one for one in Rank if one > rank) for rank in Rank}
_OTHER = {"、": Rank.CHINESE, "（）": Rank.BRACKETED}
"""What a number that a word processor made may have been before it came out in Arabic digits, by its shape."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as a file has it. `label`: the number that its program generates, which is not in `text`.

    `rank`: the level that its style gives it, None for body text; `table`: a whole table stands here.
    """

    text: str
    label: Label | None = None
    rank: Rank | None = None
    table: bool = False


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph with its place in the paper. `number` counts from 1; `title` is its heading, "" in body text.

    `label` is typed in `text`, or generated (`generated`) and then not in it. `body`: where its own text begins,
    behind label and heading. `path`: the headings above it and its own, by rank.
    """

    text: str
    number: int
    label: Label | None = None
    generated: bool = False
    title: str = ""
    body: int = 0
    path: tuple[tuple[Rank, str, str], ...] = ()
    table: bool = False

    @property
    def section(self) -> str:
        """The headings that it stands under, in short: 四（三）2 项目时效性分析."""
        labels = "".join(label for _, label, _ in self.path)
        title = self.path[-1][2] if self.path else ""
        return f"{labels} {title[:_SHOWN]}".strip()

    @property
    def rank(self) -> Rank | None:
        """The rank of the heading that it is or opens with; None in body text."""
        return self.path[-1][0] if self.title and self.path else None

    @property
    def own(self) -> str:
        """Its text without label and heading."""
        return self.text[self.body :]

    def under(self, words: re.Pattern[str]) -> bool:
        """Does it stand under a heading that says this, or is it one?"""
        return any(words.search(title) for _, _, title in self.path)


def read_paper(lines: Iterable[Line]) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a paper; blank lines are left out, each table counts as one."""
    return tuple(_paragraphs(lines))


def _paragraphs(lines: Iterable[Line]) -> Iterator[ReadParagraph]:
    path: tuple[tuple[Rank, str, str], ...] = ()
    series: dict[Rank, Series] = {rank: Series() for rank in Rank}
    number = 0
    for line in lines:
        if not line.text.strip() and not line.table:
            continue
        number += 1
        if line.table:
            yield ReadParagraph("", number, path=path, table=True)
            continue
        label = line.label or read_label(line.text)
        generated = line.label is not None
        start = 0 if generated or label is None else len(label.text)
        if label is not None:
            label = _settled(label, series)
        title, body = _title(line, label, start)
        if title:
            rank = label.rank if label else line.rank
            assert rank is not None
            path = (
                *(one for one in path if one[0] < rank),
                (rank, label.bare if label else "", title),
            )
        if label is not None:
            for one in _BELOW[label.rank]:
                series[one].clear()
            series[label.rank].take(label.number)
        yield ReadParagraph(line.text, number, label, generated, title, body, path)


def _settled(label: Label, series: dict[Rank, Series]) -> Label:
    """A label whose rank is uncertain takes the one where it follows; that of a heading first."""
    other = _OTHER.get(label.shape)
    if not label.made or other is None:
        return label
    wanted = label.number
    if series[other].fits(wanted) and (wanted > 1 or not series[label.rank].fits(wanted)):
        return replace(label, rank=other)
    if wanted == 1 and not series[other].fits(2):
        return replace(label, rank=other)
    return label


def _title(line: Line, label: Label | None, start: int) -> tuple[str, int]:
    """The heading that a line is or opens with, and where the text behind it begins."""
    text = line.text
    if line.rank is not None and len(text) <= _LONGEST_HEADING * 2:
        return text[start:].strip(), len(text)
    if label is None:
        return "", 0
    inner = text[start:]
    end = _TITLE_ENDS.search(inner)
    title = inner[: end.start()] if end else inner
    if not title.strip() or len(title) > _LONGEST_HEADING:
        return "", start
    if label.rank > Rank.BRACKETED and ("，" in title or len(title) > _LONGEST_HEADING // 2):
        return "", start
    return title.strip(), start + (end.end() if end else len(inner))


def is_signature(following: Sequence[ReadParagraph]) -> bool:
    """Do these paragraphs open with the name of an office and a date, or with a date: 落款?"""
    for at, one in enumerate(following[:2]):
        text = "".join(one.text.split())
        if _SIGNED_ON.match(text):
            return True
        if at or one.label or one.table or len(text) > _LONGEST_OFFICE or _STOPS.search(text):
            return False
    return False
