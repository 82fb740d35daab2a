"""The rows and columns of a sheet that its reader does not see: hidden, filtered, folded away, of no height or width."""

from __future__ import annotations

from jxbook.package.encoding import UTF16_MARKS
from jxbook.package.parser import Attributes, each_element
from jxbook.workbook.cellvalues import LAST_COLUMN, row_number
from jxbook.workbook.grid import ALL_SEEN, Unseen
from jxbook.workbook.markup import names

_ROW, _COLUMN = map(names, ("row", "col"))
_SIGNS = (b"hidden", b' ht="0', b" ht='0", b' width="0', b" width='0")
"""With the blank before them, or the margins of every page, right="0.47", would be taken for a height."""
_INVISIBLE = 1
"""Points of height, or characters of width, below which nothing can be read."""


def read_unseen(xml: bytes, place: str) -> Unseen:
    """What a sheet's part hides; almost none hides anything, and is but looked at. Raises Refusal as `each_element`, ValueError
    for rows that do not exist."""
    if not any(sign in xml for sign in _SIGNS) and not xml.startswith(UTF16_MARKS):
        return ALL_SEEN
    rows, columns = set[int](), set[int]()
    row = looked = 0

    def start(name: str, at: Attributes) -> None:
        nonlocal row, looked
        if name in _ROW:
            row = row_number(at["r"]) if "r" in at else row + 1
            if _is_hidden(at, "ht"):
                rows.add(row)
        elif name in _COLUMN and _is_hidden(at, "width"):
            first, last = (int(at[end]) for end in ("min", "max"))
            looked += max(0, last - first) + 1
            if looked <= LAST_COLUMN:  # no column of a real sheet is described twice
                columns.update(range(first, last + 1))

    each_element(xml, place, start)
    return Unseen(frozenset(rows), frozenset(columns)) if rows or columns else ALL_SEEN


def _is_hidden(at: Attributes, size: str) -> bool:
    if at.get("hidden") in ("1", "true"):
        return True
    try:
        return float(at.get(size, _INVISIBLE)) < _INVISIBLE
    except ValueError:
        return False
