"""What a spreadsheet program supplies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from jxbook.assess import Source
from jxbook.finding import Finding
from jxbook.place import CellRef


class Host(Protocol):
    """An open document, and the windows of the program in which it is open."""

    def source(self) -> Source:
        """The document as it stands on the screen, its formulas calculated. Raises Refusal."""

    def put_findings(self, findings: Sequence[Finding], status: str) -> None:
        """Replace what 校验结果 says; `status` stands above the findings. Raises Refusal where that cannot be."""

    def put_formulas(self, formulas: Mapping[CellRef, str]) -> None:
        """Put formulas, without their "=", into blank cells of the form. Raises Refusal where that cannot be."""

    def turn_to_findings(self) -> None:
        """Bring 校验结果 to the front."""

    def ask(self, question: str) -> bool:
        """Ask, True for yes; also where nobody can be asked."""

    def tell(self, message: str) -> None:
        """Say something that the user has to know."""

    def show(self, path: Path) -> bool:
        """Open a file as a double click would; False where no program opens it."""
