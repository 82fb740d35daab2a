"""The figures of a report as bookmarks of a Word file, each named for what it is.

A bookmark bears the name of its figure, shortened to a number, and counts how often that figure came before: so
it is found again in a report that somebody edited.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.document.blocks import Document
from jxbook.document.marks import is_marked, parted
from jxbook.document.texts import texts_by_section
from jxbook.pattern import pattern

_SENTENCE = pattern(r"[^。；\n]*")
_LONGEST = 400
"""Characters of a sentence before and behind a figure."""
PREFIX = "jx"


class Names:
    """Gives each figure of a report the name of its bookmark, in the order of the text."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def next(self, name: str) -> str:
        """The bookmark of the next figure of this name."""
        key = _key(name)
        turn = self.seen[key] = self.seen.get(key, 0) + 1
        return f"{key}{turn}"


@lru_cache(maxsize=1024)  # the report has the name of each figure, and the 核对单 once more
def _key(name: str) -> str:
    return f"{PREFIX}{zlib.crc32(name.encode()):08x}_"


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as a report prints it: its bookmark, its text, what it is, its cells, and where it stands: the section,
    the text as it is read, and the place in that at which it begins."""

    bookmark: str
    text: str
    name: str
    where: str
    section: str
    read: str
    start: int

    @property
    def sentence(self) -> str:
        """The sentence in which it stands, of one without end the part around it.

        It is cut out when asked for: most of half a million figures are those of a sentence told before."""
        text, start, end = self.read, self.start, self.start + len(self.text)
        if end - start == len(text):
            return text.strip()
        least = max(0, start - _LONGEST)
        first = max([text.rfind(mark, least, start) for mark in "。；\n"]) + 1
        rest = _SENTENCE.match(text, end, end + _LONGEST)
        return text[max(first, least) : rest.end() if rest else end].strip()


def printed(document: Document) -> Iterator[Printed]:
    """Every marked figure of a report, in the order of the text."""
    names = Names()
    for section, _, text in texts_by_section(document):
        if not is_marked(text):
            continue
        first, figures = parted(text)
        read = first + "".join([f"{shown}{behind}" for _, _, shown, behind in figures])
        start = len(first)
        for name, where, shown, behind in figures:
            yield Printed(names.next(name), shown, name, where, section, read, start)
            start += len(shown) + len(behind)
