"""A workbook open in Excel, as the desk works on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jxbook.assess import Source
from jxbook.children import show_file
from jxbook.dataclass import dataclass
from jxbook.excel.buttons.press import ask, tell
from jxbook.excel.buttons.protection import unprotected
from jxbook.excel.buttons.reading import book_source
from jxbook.excel.buttons.results import results_sheet, write_results
from jxbook.finding import Finding
from jxbook.place import CellRef


@dataclass(frozen=True, slots=True)
class OpenWorkbook:
    """A `Host`. `book` behaves like an xlwings.Book."""

    book: Any
    open_file: Callable[[Path], None] = show_file

    def source(self) -> Source:
        """All that stands in the workbook."""
        return book_source(self.book)

    def put_findings(self, findings: Sequence[Finding], status: str) -> None:
        """Write 校验结果."""
        write_results(self.book, findings, status)

    def put_formulas(self, formulas: Mapping[CellRef, str]) -> None:
        """Write formulas into the form."""
        for name in {cell.sheet for cell in formulas}:
            sheet = next(one for one in self.book.sheets if one.name == name)
            with unprotected(sheet):
                for cell, formula in formulas.items():
                    if cell.sheet == name:
                        sheet.range(cell.address).formula = f"={formula}"

    def turn_to_findings(self) -> None:
        """Show 校验结果."""
        results_sheet(self.book).activate()

    def ask(self, question: str) -> bool:
        """A box with 是 and 否."""
        return ask(self.book.app, question)

    def tell(self, message: str) -> None:
        """A box."""
        tell(self.book.app, message)

    def show(self, path: Path) -> bool:
        """Open a file."""
        try:
            self.open_file(path)
        except Exception:  # no Word, no association, a policy of the office
            return False
        return True
