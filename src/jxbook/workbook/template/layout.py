"""Where everything stands in 自评表: the rows of the printed form, reckoned from the policy."""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.policy import Level2, Policy

PARTS = ("其中：当年财政拨款", "上年结转资金", "其他资金")
"""The rows under 年度资金总额."""

TITLE, SUBTITLE, NAME = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Slot:
    """An indicator row: its 一级 and 二级指标, and which of the latter's rows it is, from 0."""

    row: int
    level1: str
    level2: Level2
    turn: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a form. `money` and `goal` are header rows; `header` is that of the indicator table."""

    head: tuple[tuple[int, tuple[str, ...]], ...]
    money: int
    goal: int
    header: int
    slots: tuple[Slot, ...]

    @classmethod
    def of(cls, policy: Policy) -> Layout:
        """The layout that a policy asks for."""
        head = tuple(enumerate(policy.values("layout.head_rows"), NAME + 1))
        money = NAME + 1 + len(head)
        goal = money + 2 + len(PARTS)
        header = goal + 2
        slots: list[Slot] = []
        for one in policy.tree.level1:
            for two in one.level2:
                for turn in range(two.rows):
                    slots.append(Slot(header + 1 + len(slots), one.name, two, turn))
        return cls(head, money, goal, header, tuple(slots))

    @property
    def funds(self) -> int:
        """The row 年度资金总额."""
        return self.money + 1

    @property
    def first(self) -> int:
        """The first indicator row."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last indicator row."""
        return self.header + len(self.slots)

    @property
    def total(self) -> int:
        """The row 总分."""
        return self.last + 1
