"""What a check yields: a finding that does not know its code yet; the check's file name is the code."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Severity
from jxbook.form import Entry
from jxbook.place import CellRef


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing found. `cell` is None when it is about the whole form, or in a cell function."""

    severity: Severity
    cell: CellRef | None
    what: str
    why: str
    fix: str

    def finding(self, code: str, place: str = "") -> Finding:
        """The finding of the check with this code; `place` stands in for a missing cell."""
        return Finding(code, self.severity, self.cell, self.what, self.why, self.fix, place)


def error(at: Entry | CellRef | None, what: str, why: str, fix: str) -> Flaw:
    """The form is wrong, or would be sent back."""
    return Flaw(Severity.ERROR, _cell(at), what, why, fix)


def warning(at: Entry | CellRef | None, what: str, why: str, fix: str) -> Flaw:
    """A reviewer would ask."""
    return Flaw(Severity.WARNING, _cell(at), what, why, fix)


def note(at: Entry | CellRef | None, what: str, why: str, fix: str) -> Flaw:
    """Worth a second look."""
    return Flaw(Severity.NOTE, _cell(at), what, why, fix)


def _cell(at: Entry | CellRef | None) -> CellRef | None:
    return at.cell if isinstance(at, Entry) else at
