"""What a new workbook holds of itself, which in a foreign file is nothing that anybody filled in."""

from __future__ import annotations

from collections.abc import Container

from jxbook.form import Entry
from jxbook.form.labels import label
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.workbook import names
from jxbook.workbook.grid import Cell, Grid

_NUMBER = pattern(r"\d+")


class PrintedTexts:
    """What the new workbook holds of itself: text, numbers by their column, formulas whatever row they are in."""

    def __init__(self, made: Grid, carried: Container[CellRef]) -> None:
        self.labels: set[str] = set()
        self._texts: set[tuple[str, int, str]] = set()
        self._formulas: set[tuple[str, str]] = set()
        self._computed: set[tuple[str, int]] = set()
        for sheet in made.sheets:
            for where, cell in sheet.cells.items():
                if cell.formula is not None:
                    self._formulas.add((sheet.name, _NUMBER.sub("#", cell.formula)))
                    self._computed.add((sheet.name, where[1]))
                elif (ref := sheet.ref(*where)) not in carried:
                    text = Entry(cell.value, ref, cell.number_format).text
                    self._texts.add((sheet.name, 0 if isinstance(cell.value, str) else where[1], text))
                    if sheet.name in (names.FORM, names.FACTS):
                        self.labels.add(label(cell.value))

    def has(self, sheet: str, column: int, cell: Cell, text: str) -> bool:
        """Does the sheet print this text, or this number in this column?"""
        return (sheet, 0 if isinstance(cell.value, str) else column, text) in self._texts

    def computes(self, sheet: str, column: int) -> bool:
        """Do formulas of ours stand in this column? Another program may have written them anew, or their values."""
        return (sheet, column) in self._computed

    def has_formula(self, sheet: str, formula: str) -> bool:
        """Does the sheet hold this formula, in this row or another, or is it of ours by its function's name?"""
        return "JX_" in formula or (sheet, _NUMBER.sub("#", formula)) in self._formulas
