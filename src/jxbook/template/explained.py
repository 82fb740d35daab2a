"""A sheet of explanations: banners, headings, and lines of a label and a text."""

from __future__ import annotations

from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook.row_height import height

_WIDTHS = {"A": 2, "B": 21, "C": 8, "D": 66}
_TEXT_WIDTH = _WIDTHS["C"] + _WIDTHS["D"]
_SMALL = 9.0


class Explained:
    """The sheet as it is written from top to bottom."""

    def __init__(self, writer: SheetWriter) -> None:
        self._writer = writer
        self._row = 1
        writer.widths(_WIDTHS)
        writer.hide_grid()

    def banner(self, text: str, traits: str, least: float = 22) -> None:
        self._writer.put(f"B{self._row}:D{self._row}", text, traits)
        self._writer.height(self._row, height(text, sum(_WIDTHS.values()) - _WIDTHS["A"], least=least))
        self._row += 1

    def heading(self, text: str) -> None:
        self._writer.put(f"B{self._row}:D{self._row}", text, "heading")
        self._writer.height(self._row, 27)
        self._row += 1

    def section(self, heading: str, lines: tuple[tuple[str, str], ...]) -> None:
        self.heading(heading)
        for label, text in lines:
            self.line(label, text, "rule centre shade")

    def line(self, label: str, text: str, traits: str) -> None:
        self._writer.put(f"B{self._row}", label, traits)
        self._writer.put(f"C{self._row}:D{self._row}", text, "rule indent")
        self._writer.height(self._row, height(text, _TEXT_WIDTH - 2, least=20))
        self._row += 1

    def small(self, label: str, word: str, text: str) -> None:
        """A line in small type: a label, a word, a text."""
        self._writer.put(f"B{self._row}", label, "rule small")
        self._writer.put(f"C{self._row}", word, "rule small centre")
        self._writer.put(f"D{self._row}", text, "rule small")
        needed = max(height(label, _WIDTHS["B"], _SMALL), height(text, _WIDTHS["D"], _SMALL))
        self._writer.height(self._row, needed)
        self._row += 1

    def finish(self) -> None:
        """Lay the sheet out for printing and protect it."""
        self._writer.print_on_a4(f"A1:D{self._row - 1}", pages=2)
        self._writer.protect()
