"""No heading with nothing under it: an empty one goes, and one over nothing but a gap becomes part of what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.dataclass import replace
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
from jxbook.report.markup import number_of

_KEPT = 1
"""The level whose headings stand whatever is under them: the parts that an outline prescribes."""
_SAME = 2
_LEVELS = 4


def tidied(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without empty headings, those over a gap alone as one line that names what is missing; numbered anew."""
    found: list[Block] = []
    dropped = False
    for block in reversed(blocks):
        if not isinstance(block, Heading) or "：" in block.text:  # 项目名称：… says its own content
            found.append(block)
            continue
        under = found[-1] if found else None
        if _ends(under, block.level):
            dropped = True
        elif block.level > _KEPT and isinstance(under, Paragraph) and _alone(found, block.level):
            found[-1] = Paragraph(_asked(under.text, bare(block.text)))
            dropped = True
        else:
            found.append(block)
    if not dropped:
        return tuple(blocks)
    found.reverse()
    return tuple(_numbered(found))


def _ends(block: Block | None, level: int) -> bool:
    """Does a section of this level end before it says anything?"""
    if isinstance(block, Heading):
        return block.level <= level
    return block is None or isinstance(block, Title | PageBreak | Attachments | Signature | AnnexLabel)


def _alone(behind: list[Block], level: int) -> bool:
    """Is the next block, the last one here, nothing but asked for, and the only one of its section?"""
    under = behind[-1]
    assert isinstance(under, Paragraph)
    after = behind[-2] if len(behind) > 1 else None
    return only_asked(under.text) and _ends(after, level)


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
            counters[block.level - 1] += 1
            counters[block.level :] = [0] * (_LEVELS - block.level)
            block = replace(block, number=number_of(block.level, counters[block.level - 1]))
        found.append(block)
    return found
