"""What jxbook says to its user: findings, and refusals that carry one."""

from __future__ import annotations

from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.place import CellRef, Spot


class Severity(StrEnum):
    """How much a finding weighs; only an ERROR makes `jxbook check` exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word a user sees."""
        return {"error": "错误", "warning": "提醒", "note": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: where it stands, what it is, why it matters, what to do.

    `cell` is None when the finding is about the whole form or about a file; `place` then names it. `spot` is where it
    stands in a running text, which has no cells.
    """

    code: str
    severity: Severity
    cell: CellRef | None
    what: str
    why: str
    fix: str
    place: str = ""
    spot: Spot | None = None

    @property
    def where(self) -> str:
        """The place as a user reads it, "" when there is none."""
        return str(self.cell or self.spot or self.place)

    def __str__(self) -> str:
        return f"[{self.where}] {self.what} — {self.why} — {self.fix}"


class Refusal(Exception):
    """Raised when jxbook cannot go on. Carries the one finding that the user is to see; `jxbook.refusals` words it."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(f"{finding.code} {finding}")

    @property
    def lines(self) -> tuple[str, ...]:
        """What a terminal shows, line by line."""
        return (str(self),)
