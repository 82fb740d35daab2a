"""Where a thing stands in a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@lru_cache(maxsize=512)  # a form's cells are named again and again, and stand in a few columns
def column_letters(column: int) -> str:
    """1 → "A", 27 → "AA", 16384 → "XFD"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell: the sheet's name, the row and the column, both counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The address inside its sheet, "G15"."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.address}"
