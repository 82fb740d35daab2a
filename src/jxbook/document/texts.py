"""The texts of a Document, in the order in which a Word file has them."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.document.blocks import AnnexLabel, Attachments, Block, Chart, Document, Heading, Table
from jxbook.document.marks import bare

_ANNEX = "附件"
"""How the label of an annex begins, which says where its table stands."""


def texts_by_section(document: Document) -> Iterator[tuple[str, Block, str]]:
    """Every text of a report in order, with the section it stands in ("" before the first) and its block."""
    section = ""
    for block in document.blocks:
        caption = block.caption if isinstance(block, Table) and not section.startswith(_ANNEX) else ""
        section = block_section(block) or bare(caption) or section
        for text in texts_of(block):
            yield section, block, text


def texts_of(block: object) -> Iterator[str]:
    """The texts of a block in the order in which a Word file has them."""
    if isinstance(block, Table):
        yield from (block.caption, block.subcaption)
        yield from (cell.text for row in block.rows for cell in row)
        yield block.note
    elif isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Attachments):
        yield from block.titles
    elif isinstance(block, Chart):
        yield block.title
    else:
        yield getattr(block, "text", "")


def block_section(block: object) -> str:
    """What a figure in this block, or below it, is said to stand under."""
    if isinstance(block, Heading):
        return f"{block.number}{bare(block.text)}"
    if isinstance(block, AnnexLabel):
        return block.text
    if isinstance(block, Table) and block.label:
        return f"{block.label}　{bare(block.caption)}"
    return ""
