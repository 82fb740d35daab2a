"""What is wrong in a policy file, as its author is to read it: the line, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.dataclass import dataclass
from jxbook.finding import Refusal
from jxbook.place import CellRef
from jxbook.refusals.policies import faulty_policy

_MOST = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake. `line` counts from 1; 0 when it belongs to no line, such as a section that is missing.

    `cell` is where it stands when the policy was written as a workbook.
    """

    line: int
    what: str
    fix: str
    cell: CellRef | None = None

    def __str__(self) -> str:
        where = f"[{self.cell}] " if self.cell else f"第{self.line}行：" if self.line else ""
        return f"{where}{self.what}，{self.fix}"


class FaultyPolicy(Refusal):
    """Refusal JX921: a policy file with mistakes, ten of them at most, in the order of its lines."""

    entry = faulty_policy

    def __init__(self, place: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line)[:_MOST])
        self.count = f"共{len(faults)}处" + (f"，先列出{_MOST}处" if len(faults) > _MOST else "")
        why = str(self.faults[0])
        if len(self.faults) > 1:
            why = f"{self.count}：" + "；".join(f"（{at}）{fault}" for at, fault in enumerate(self.faults, 1))
        super().__init__(self.entry.finding(place, why))

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for each mistake, where there are several."""
        if len(self.faults) == 1:
            return (str(self),)
        one = self.finding
        return (
            f"{one.code} [{one.place}] {one.what} — {self.count} — {one.fix}",
            *(f"  {fault}" for fault in self.faults),
        )
