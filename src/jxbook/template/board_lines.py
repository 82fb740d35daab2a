"""What 看板 takes from 自评表."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.values import Raw


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An indicator row as it stands in 自评表, by the fields of its columns."""

    level1: str
    level2: str
    name: Raw = None
    points: Raw = None
    earned: Raw = None
    target: Raw = None
    actual: Raw = None


@dataclass(frozen=True, slots=True)
class Head:
    """The single cells of 自评表 that 看板 shows, named as its formulas name them."""

    project: Raw = None
    year: Raw = None
    budget: Raw = None
    spent: Raw = None
    rate: Raw = None
    execution_points: Raw = None
    execution_earned: Raw = None
    points: Raw = None
    total: Raw = None
    grade: Raw = None
