"""The tables of a 核对单, and how they name cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jxbook.document.blocks import Align, Table, TableCell
from jxbook.pattern import pattern

BOX = "□"
"""What a reviewer ticks."""
_SHEET = pattern(r"([^＋－×÷（）、]{1,40}!)(?=[A-Z])")


def slip_table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], left: tuple[int, ...]
) -> Table:
    """A table in small type with a line of headings; the columns of `left` are prose."""
    return table_of_cells(heads, widths, (cells(row, left) for row in rows))


def table_of_cells(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[tuple[TableCell, ...]]
) -> Table:
    """The same of rows that are cells already."""
    head = tuple([TableCell(text) for text in heads])
    return Table("", "", tuple(widths), (head, *rows), header_rows=1, small=True)


def cells(texts: Iterable[str], left: tuple[int, ...]) -> tuple[TableCell, ...]:
    """The cells of a row, prose in the columns of `left`."""
    return tuple(
        [TableCell(text, align=Align.LEFT if at in left else Align.CENTER) for at, text in enumerate(texts)]
    )


def cells_said(where: str) -> str:
    """自评表!E6－自评表!F6 → 自评表!E6－F6: a sheet is named again only where it changes."""
    sheet = ""

    def named(found: re.Match[str]) -> str:
        nonlocal sheet
        before, sheet = sheet, found[1]
        return "" if before == sheet else sheet

    return _SHEET.sub(named, where)
