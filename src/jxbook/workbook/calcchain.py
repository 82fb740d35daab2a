"""The calculation chain: Excel's list of the cells with formulas.

It must not name a cell that holds no formula, or Excel offers to repair the file.
"""

from __future__ import annotations

from collections.abc import Collection

from jxbook.package.parser import Attributes, new_parser, run
from jxbook.refusals.writing import NotWritable, cell_not_writable
from jxbook.workbook.markup import names
from jxbook.workbook.offsets import tag_at

_LINK = names("c")


def without_cells(xml: bytes, gone: Collection[tuple[str, str]], place: str) -> bytes:
    """The chain's XML without the cells `gone` (sheet number, address), all else as it was.

    A link that states no sheet stands in the sheet of the link before it; so a link that follows a
    dropped one has its sheet written out. Raises Refusal JX913 when no formula would be left, as
    the chain must not be empty.
    """
    parser = new_parser(xml, place)
    pieces: list[bytes] = []
    done = 0
    sheet = stated = ""
    kept = 0

    def start(name: str, at: Attributes) -> None:
        nonlocal done, sheet, stated, kept
        if name not in _LINK:
            return
        sheet = at.get("i", sheet)
        tag = tag_at(xml, parser.CurrentByteIndex)
        if (sheet, at.get("r", "")) in gone:
            pieces.append(xml[done : tag.start])
            done = tag.end if tag.is_whole else xml.index(b">", tag.end) + 1
            return
        kept += 1
        if "i" not in at and sheet != stated:
            after_name = tag.start + 1 + len(tag.name)
            pieces.append(xml[done:after_name] + f' i="{sheet}"'.encode())
            done = after_name
        stated = sheet

    parser.StartElementHandler = start
    run(parser, xml, place)
    if not kept:
        raise cell_not_writable(place, NotWritable.ALL_FORMULAS)
    return b"".join([*pieces, xml[done:]])
