"""Where a thing stands: in a workbook, or in a running text."""

from __future__ import annotations

from functools import lru_cache

from jxbook.dataclass import dataclass, field


@lru_cache(maxsize=512)  # a form's cells are named again and again, and stand in a few columns
def column_letters(column: int) -> str:
    """1 → "A", 27 → "AA", 16384 → "XFD"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


CAPTIONS = 101
"""Where the lines before a table of a Word document stand: right of any column that Word allows."""


@dataclass(frozen=True, slots=True)
class CellRef:
    """One cell: the sheet's name, the row and the column, both counted from 1. `of_word`: the sheet is a table of a
    Word document, which knows no addresses; the lines before it stand from column CAPTIONS on."""

    sheet: str
    row: int
    column: int
    of_word: bool = field(default=False, compare=False)

    def __lt__(self, other: CellRef) -> bool:
        """Row by row, as one reads."""
        return (self.sheet, self.row, self.column) < (other.sheet, other.row, other.column)

    @property
    def address(self) -> str:
        """The address inside its sheet, "G15"."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        if not self.of_word:
            return f"{self.sheet}!{column_letters(self.column)}{self.row}"
        if self.column >= CAPTIONS:
            return f"{self.sheet}前面的文字"
        return f"{self.sheet}第{self.row}行第{self.column}列"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a running text: `quote` is the characters `start` to `end` of a paragraph.

    Paragraphs are counted from 1 in the order of the text; `section` names the headings above, "四（三）2 …", and is ""
    before the first.
    """

    section: str
    paragraph: int
    quote: str
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.section or '开头'}，第{self.paragraph}段"
