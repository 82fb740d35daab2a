"""What 看板 takes from 自评表."""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.template.board_formulas import UNGROUPED
from jxbook.values import Raw, fold, shown
from jxbook.values.entry import NONE_WORDS


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator row as it stands in 自评表, its merged labels filled down."""

    level1: str
    level2: str
    name: str = ""
    points: Raw = None
    earned: Raw = None
    others: tuple[str, ...] = ()
    """The entries 年度指标值 and 实际完成值."""

    @property
    def group(self) -> str:
        return self.level1 or UNGROUPED

    @property
    def title(self) -> str:
        return self.name or self.level2

    @property
    def counts(self) -> bool:
        """Something is filled in, and the row is not marked as not applicable."""
        entries = map(fold, (self.name, *self.others, shown(self.points)))
        return self.earned != "—" and any(one and one not in NONE_WORDS for one in entries)


@dataclass(frozen=True, slots=True)
class Head:
    """The single cells of 自评表 that 看板 shows."""

    project: Raw = None
    year: str = ""
    budget: Raw = None
    spent: Raw = None
    rate: Raw = None
    execution_points: Raw = None
    execution_earned: Raw = None
    points: Raw = None
    total: Raw = None
    grade: Raw = None
