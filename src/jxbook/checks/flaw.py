"""What a check yields: a finding that does not know its code yet; the check's file name is the code."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Severity
from jxbook.form import Entry
from jxbook.place import CellRef, Spot


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing found. `at` is None when it is about the whole of a form or text, or in a cell function."""

    severity: Severity
    at: CellRef | Spot | None
    what: str
    why: str
    fix: str

    def finding(self, code: str, place: str = "") -> Finding:
        """The finding of the check with this code; `place` stands in for a missing one."""
        cell = self.at if isinstance(self.at, CellRef) else None
        spot = self.at if isinstance(self.at, Spot) else None
        return Finding(code, self.severity, cell, self.what, self.why, self.fix, place, spot)


def error(at: Entry | CellRef | Spot | None, what: str, why: str, fix: str) -> Flaw:
    """The form is wrong, or would be sent back."""
    return Flaw(Severity.ERROR, _place(at), what, why, fix)


def warning(at: Entry | CellRef | Spot | None, what: str, why: str, fix: str) -> Flaw:
    """A reviewer would ask."""
    return Flaw(Severity.WARNING, _place(at), what, why, fix)


def note(at: Entry | CellRef | Spot | None, what: str, why: str, fix: str) -> Flaw:
    """Worth a second look."""
    return Flaw(Severity.NOTE, _place(at), what, why, fix)


def _place(at: Entry | CellRef | Spot | None) -> CellRef | Spot | None:
    return at.cell if isinstance(at, Entry) else at
