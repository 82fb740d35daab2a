"""No heading with nothing under it: an empty one goes, and one over nothing but a gap becomes part of what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.document.blocks import (
    AnnexLabel,
    Attachments,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Title,
)
from jxbook.document.marks import bare
from jxbook.facts.words import OPEN, only_asked
from jxbook.prose import shared_run
from jxbook.report.markup import numbered_heading

_KEPT = 1
"""The level whose headings stand whatever is under them: the parts that an outline prescribes."""
_SAME, _FEWEST = 2, 2
_LEVELS = 4


def tidied(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without empty headings, those over a gap alone as one line that names what is missing; numbered anew.

    Of the parts of a section two at least keep their headings, however little stands under them: what will be written
    for one would run into the other.
    """
    made = _without_empty(blocks)
    lines = _gaps(made)
    if not lines and len(made) == len(blocks):
        return tuple(blocks)
    found: list[Block] = []
    for at, block in enumerate(made):
        if at in lines:
            continue
        if at - 1 in lines and isinstance(block, Paragraph):
            block = Paragraph(_asked(block.text, lines[at - 1]))
        found.append(block)
    return tuple(_numbered(found))


def _without_empty(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in reversed(blocks):
        if isinstance(block, Heading) and _ends(found[-1] if found else None, block.level) and _heads(block):
            continue
        found.append(block)
    found.reverse()
    return found


def _gaps(blocks: Sequence[Block]) -> dict[int, str]:
    """The places of the headings that go, with their text: over a gap alone, and two others of their section stay."""
    parts: dict[int, dict[int, Heading]] = {}
    above = [-1] * (_LEVELS + 1)
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            above[block.level :] = [at] * (_LEVELS + 1 - block.level)
            parts.setdefault(above[block.level - 1], {})[at] = block
    lines: dict[int, str] = {}
    for own in parts.values():
        most = len(own) - _FEWEST
        bare_gaps = (
            [at for at, heading in own.items() if _over_a_gap(blocks, at, heading)] if most > 0 else []
        )
        for at in bare_gaps[:most]:
            lines[at] = bare(own[at].text)
    return lines


def _heads(heading: Heading) -> bool:
    """Is it a heading over what follows, and not 项目名称：…, which says its own content?"""
    return "：" not in heading.text


def _over_a_gap(blocks: Sequence[Block], at: int, heading: Heading) -> bool:
    """Is a heading below the first level over one paragraph alone, and that nothing but asked for?"""
    if heading.level <= _KEPT or not _heads(heading):
        return False
    under, after = (*blocks[at + 1 : at + 3], None, None)[:2]
    return isinstance(under, Paragraph) and only_asked(under.text) and _ends(after, heading.level)


def _ends(block: Block | None, level: int) -> bool:
    """Does a section of this level end before it says anything?"""
    if isinstance(block, Heading):
        return block.level <= level
    return block is None or isinstance(block, Title | PageBreak | Attachments | Signature | AnnexLabel)


def _asked(text: str, heading: str) -> str:
    """【待补充：项目背景，包括立项的文件…】, where the hint does not name the section itself."""
    hint = bare(text).removeprefix(OPEN)
    if not bare(text).startswith(OPEN) or len(shared_run(heading, hint)) > _SAME:
        return text
    return text.replace(OPEN, f"{OPEN}{heading}，包括", 1)


def _numbered(blocks: list[Block]) -> list[Block]:
    counters = [0] * _LEVELS
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Title):
            counters = [0] * _LEVELS
        elif isinstance(block, Heading):
            block = numbered_heading(block.level, block.text, counters)
        found.append(block)
    return found
