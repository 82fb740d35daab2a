"""The office's own formulas beside ours: one that says 等级, and others that compare 总分.

While there is no 总分 its cell says so in words, and to a worksheet a text is above every number: >=90 holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.pattern import pattern
from jxbook.place import CellRef, column_letters
from jxbook.workbook.grid import Sheet

_GRADE = pattern(r'"(优|良|中|差|好|较好|一般|较差)秀?好?等?"')
_TEXT = pattern(r'"[^"]*"')
_COMPARES = pattern(r"[<>]|LOOKUP\(|MATCH\(")


def says_grade(sheet: Sheet, cell: CellRef) -> bool:
    """Does a cell hold a formula that chooses between names of grades?"""
    held = sheet.cells.get((cell.row, cell.column))
    return held is not None and len(set(_GRADE.findall(held.formula or ""))) > 1


def comparing(sheet: Sheet, total: CellRef) -> Iterator[CellRef]:
    """The cells of the sheet whose formulas compare what stands in `total`, without asking whether it is a number."""
    letters = column_letters(total.column)
    named = re.compile(rf"(?<![A-Z$!:\d.])\$?{letters}\$?{total.row}(?![\d(:])")
    for place, cell in sorted(sheet.cells.items()):
        formula = _TEXT.sub("", (cell.formula or "").upper())
        if named.search(formula) and _COMPARES.search(formula) and "ISNUMBER(" not in formula:
            yield sheet.ref(*place)
