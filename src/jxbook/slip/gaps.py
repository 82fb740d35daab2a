"""What a report still asks for: its markers, with the places in which they are to be answered."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.document.blocks import Document, Signature
from jxbook.document.marks import PLACED, bare
from jxbook.document.texts import texts_by_section
from jxbook.facts.words import OPEN, TO_SETTLE
from jxbook.pattern import pattern

_MARKER = pattern(f"(?:{PLACED.pattern})?({OPEN}|{TO_SETTLE})([^】]*)】")

_LEAD = pattern("[一二三四五六七八九十]+是[^。，；【]{1,24}")
"""How an item of a list begins, by which a reader finds it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A marker of a report: what it asks for, where in the report it stands, where the answer is to be written.

    `settle`: it asks which of two figures is right, not for something that is missing.
    """

    what: str
    section: str
    where: str
    settle: bool


def gaps_of(document: Document) -> tuple[Gap, ...]:
    """Every marker of a report, in the order of the text."""
    return tuple(_gaps(document))


def _gaps(document: Document) -> Iterator[Gap]:
    for section, block, text in texts_by_section(document):
        if OPEN not in text and TO_SETTLE not in text:
            continue
        lead = _LEAD.match(bare(text))
        place = f"{section or '落款'}“{lead[0]}”" if lead else section or "落款"
        if isinstance(block, Signature):
            place = "落款"
        for where, kind, what in _MARKER.findall(text):
            yield Gap(bare(what), place, where, kind == TO_SETTLE)
