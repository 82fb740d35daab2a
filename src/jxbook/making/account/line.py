"""One cell of a foreign file, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.place import CellRef


class Outcome(StrEnum):
    """What became of a cell."""

    MOVED = "已放入"
    COMPUTED = "由程序计算"
    LABEL = "表头标签"
    OTHER_FORM = "另一张表"
    CHECK = "需要核对"
    UNKNOWN = "未认出"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One cell of the source: where, what it says, what became of it, its new place, and a remark."""

    where: str
    text: str
    state: Outcome
    target: str = ""
    note: str = ""
    cell: CellRef | None = None


def counts(lines: tuple[AccountLine, ...]) -> Mapping[Outcome, int]:
    """How many lines of each state."""
    return {state: sum(line.state is state for line in lines) for state in Outcome}
