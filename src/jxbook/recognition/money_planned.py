"""What a form says of a budget beside its amount: by what it was changed, whether it is the adjusted one, what came in.

A heading that speaks of more or less, 调增, 核减, 增减额, is over a change, never over an adjusted budget. 预算调整数 is
what some offices call the adjusted budget and others the change.
"""

from __future__ import annotations

from enum import Enum, auto

from jxbook.dataclass import dataclass
from jxbook.form import NO_ENTRY, Entry
from jxbook.pattern import pattern
from jxbook.place import CellRef

_FIRST_LESS = pattern(r"[^增加]*[减回].*[增加]")
_FINAL = pattern(r"(?:全年)?(?:调整后|调整预算|最终|追加后|[调核追压]减后|调增后|增减后|变更后)")
_CARRIED = pattern(
    r"(?:上年度?|上一年度?|以前年度|往年|历年)(?:财政|资金|预算)?(?:结转结余|结转和结余|结转|结余)(?:资金|指标|预算)?(?:数|额|金额)?"
)
_OF_BUDGET = "预算", "调", "追", "核", "压"
_WHOLE = "全年"
_ADJUSTED = pattern(r"调整预算(?:数|额|金额)?")


class Way(Enum):
    """What a heading says of an amount beside a budget."""

    SIGNED = auto()
    """The sign says it: 调增（减）, 增减额; and what was added: 追加."""
    LESS = auto()
    """It was taken away, with a minus before it or without: 核减."""
    TURNED = auto()
    """调减（增）: it does not say whether a minus turns what is less into more."""
    OPEN = auto()
    """预算调整数: a change or what came of it."""
    ADJUSTED = auto()
    """调整预算数: what came of it, unless the amounts are against that."""
    CARRIED = auto()
    """上年结转: the budget beside it may hold it already."""


@dataclass(frozen=True, slots=True)
class BudgetChange:
    """An amount by which a budget was changed, and the heading that says so, as it is printed."""

    way: Way
    amount: Entry
    heading: Entry


@dataclass(frozen=True, slots=True)
class Planned:
    """What a line of money says of its budget beside the columns of its row: the changes; the label of the one
    budget that is there; its heading as it is printed, where that is of all years; whether a change stands
    behind what was spent; what came in; and the
    cells of its row that the form's own formula of the rate names."""

    changes: tuple[BudgetChange, ...] = ()
    label: str = ""
    all_years: Entry = NO_ENTRY
    behind: bool = False
    received: Entry = NO_ENTRY
    rated: frozenset[CellRef] = frozenset()

    @property
    def of_year(self) -> bool:
        """May the budget hold the changes already: by its label, or as they stand behind all else?"""
        return _WHOLE in self.label or self.adjusted or self.behind

    @property
    def adjusted(self) -> bool:
        """Does it hold them by its label?"""
        return is_final(self.label)


NOTHING_SAID = Planned()


def way_of(heading: str) -> Way:
    """What the label of a change says."""
    if is_carried(heading):
        return Way.CARRIED
    more, less = "增" in heading or "加" in heading, "减" in heading or "收回" in heading
    if more and less:
        return Way.TURNED if _FIRST_LESS.match(heading) else Way.SIGNED
    if less:
        return Way.LESS
    if more or "变" in heading:
        return Way.SIGNED
    return Way.ADJUSTED if says_adjusted(heading) else Way.OPEN


def is_carried(heading: str) -> bool:
    """Is it what was left over of the years before?"""
    return bool(_CARRIED.fullmatch(heading))


def says_of_budget(heading: str) -> bool:
    """Does the label of a change say that it is one of the budget, and not of what was spent or left?"""
    return any(word in heading for word in _OF_BUDGET)


def says_adjusted(heading: str) -> bool:
    """Is it a budget as it was adjusted, by a name that may also be that of a change: 调整预算数?"""
    return bool(_ADJUSTED.fullmatch(heading))


def is_final(text: str) -> bool:
    """Does a heading of a budget say that it is the adjusted one, which counts beside the first one?"""
    return bool(_FINAL.match(text))
