"""A form as it was filled in: every entry with the cell it stands in, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, auto

from jxbook.dataclass import cached_property, dataclass, field
from jxbook.form.entry import NO_ENTRY, Entry, amount
from jxbook.form.indicator import Indicator
from jxbook.form.records import NO_RECORDS, Records
from jxbook.place import CellRef


@dataclass(frozen=True, slots=True)
class Project:
    """The head of the form. `facts` holds further lines by their label, such as 项目类型 or 项目开始时间."""

    name: Entry = NO_ENTRY
    code: Entry = NO_ENTRY
    supervisor: Entry = NO_ENTRY
    implementer: Entry = NO_ENTRY
    facts: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True)  # without slots: the amounts are kept once somebody has asked for them
class FundingRow:
    """One row of the money block. `unit` is the form's; an amount with a unit of its own is converted.

    `points`, `rate` and `earned` are what the form states beside it.
    """

    label: str
    initial_budget: Entry = NO_ENTRY
    budget: Entry = NO_ENTRY
    spent: Entry = NO_ENTRY
    unit: str = "万元"
    points: Entry = NO_ENTRY
    rate: Entry = NO_ENTRY
    earned: Entry = NO_ENTRY
    change: Entry = NO_ENTRY
    """By how much the budget was changed, with its sign, where the form has a column or a line of it."""
    taken: tuple[Entry, ...] = ()
    """The amounts, as they stand in the form, of which its budget was reckoned, or would be if the form told how."""

    @cached_property
    def initial_amount(self) -> Decimal | None:
        """年初预算数 in `unit`, None where it is no amount."""
        return amount(self.initial_budget, self.unit)

    @cached_property
    def budget_amount(self) -> Decimal | None:
        """全年预算数 in `unit`, None where it is no amount."""
        return amount(self.budget, self.unit)

    @cached_property
    def spent_amount(self) -> Decimal | None:
        """全年执行数 in `unit`, None where it is no amount."""
        return amount(self.spent, self.unit)


class Unsure(Enum):
    """What a form leaves open of its 全年预算数."""

    CHANGE = auto()
    """Whether an amount is a change or what came of it, or is in the budget already: 预算调整数."""
    CARRIED = auto()
    """Whether the budget holds what was left over of the years before: 上年结转."""
    ALL_YEARS = auto()
    """What it is: there is only the money of the whole project, 项目总预算."""


@dataclass(frozen=True, slots=True)
class BudgetDoubt:
    """Why a form does not tell 全年预算数 for certain. `heading` is that of the amount in question, as it is printed;
    `readings` are what the budget may come to."""

    heading: Entry
    about: Unsure
    readings: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingSum:
    """A line 小计 of the money block and the lines that it sums up. `some`: these say 其中, and need not be all."""

    row: FundingRow
    parts: tuple[FundingRow, ...]
    some: bool = False


@dataclass(frozen=True, slots=True)
class Funding:
    """The money block. `points`, `rate` and `earned` are what the form states, not what is computed.

    `summed`: no line of the form states the total, it is the sum of the parts, in the cell of the first one.
    """

    total: FundingRow
    parts: tuple[FundingRow, ...] = ()
    unit: str = "万元"
    points: Entry = NO_ENTRY
    rate: Entry = NO_ENTRY
    earned: Entry = NO_ENTRY
    further: tuple[FundingRow, ...] = ()
    """Lines that are in no sum of the parts: parts of a part, their 小计, the money of other years."""
    summed: bool = False
    sums: tuple[FundingSum, ...] = ()
    """Its lines 小计, which are among `parts` or `further`."""
    doubt: BudgetDoubt | None = None
    """What keeps 全年预算数 from being known, or makes it only likely."""

    @property
    def lines(self) -> tuple[FundingRow, ...]:
        """What stands in the form, line by line."""
        return (*(() if self.summed else (self.total,)), *self.parts, *self.further)

    @property
    def tells_rate(self) -> Entry:
        """Where 执行率 is to be read: in its own box, else by the spent amount."""
        return self.rate if self.rate.cell else self.total.spent


@dataclass(frozen=True, slots=True)
class Goal:
    """年度总体目标: what was expected and what was achieved; `weight` where a form has several, each with its own."""

    expected: Entry = NO_ENTRY
    achieved: Entry = NO_ENTRY
    weight: Entry = NO_ENTRY


@dataclass(frozen=True, slots=True)
class Passage:
    """A row of 报告素材: text for one section, completing the generated one or replacing it."""

    section: str
    text: Entry
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class LabelPoints:
    """The points that a label of 一级 or 二级指标 promises, 产出指标（50分）; `rows` count its indicators from 0."""

    label: Entry
    points: Decimal
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A line 小计 of the indicator table, with what it states. `sums` are the stretches of indicators, counted from 0, as
    first and one beyond the last, that it may be the sum of, likeliest first: it does not say where they begin."""

    label: Entry
    points: Entry
    earned: Entry
    sums: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class OtherScore:
    """Points that follow from no target: a row of 项目决策 in a block of its own, or the goal as a whole."""

    name: Entry
    points: Entry = NO_ENTRY
    earned: Entry = NO_ENTRY


@dataclass(frozen=True, slots=True)
class DoubtfulHeading:
    """A heading of the indicator table that is not known for certain: an unknown one, one over nothing known, or
    one that was `taken` for a known one, whose name this is, because it is like it. `like` is the nearest one."""

    entry: Entry
    like: str = ""
    taken: str = ""
    numbers: bool = False
    """Numbers stand in its column."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of the file that look like indicators and are no part of the form: the name in the first one, and their
    numbers on its sheet."""

    first: Entry
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows by their number and columns by their letter, of one sheet, that nobody sees and that count all the same; an entry
    that stands in the first of them."""

    first: Entry
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A whole 项目支出绩效自评表 with what belongs to it."""

    sheet: str
    year: int | None
    policy_id: str
    """The policy that the form names, else the one it was made with, "" where neither is known."""
    project: Project
    funding: Funding
    goal: Goal
    indicators: tuple[Indicator, ...]
    total_points: Entry = NO_ENTRY
    total: Entry = NO_ENTRY
    grade: Entry = NO_ENTRY
    title_year: Entry = NO_ENTRY
    year_entry: Entry = NO_ENTRY
    policy_entry: Entry = NO_ENTRY
    passages: tuple[Passage, ...] = ()
    """What staff wrote under 报告素材; blank rows are left out."""
    places: tuple[Passage, ...] = ()
    """Every row of 报告素材, blank or not."""
    cleaned: tuple[CellRef, ...] = ()
    """Cells from which forbidden characters were removed on reading."""
    more_goals: tuple[Goal, ...] = ()
    """年度目标2 and on, in forms that have several."""
    boxes: Mapping[str, Entry] = field(default_factory=dict)
    """Further boxes of the form by their label, such as 评价结论 or 存在问题."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The columns of the indicator table, field → heading; empty where the form was not read from a sheet."""
    headings: tuple[DoubtfulHeading, ...] = ()
    """Its headings that were not understood, or only by their likeness."""
    label_points: tuple[LabelPoints, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()
    other_scores: tuple[OtherScore, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    records: Records = NO_RECORDS
    """What the unit recorded beside the form: survey, interviews, costs, sub-projects, evidence."""
    made_for: str = ""
    """The id of the policy that a workbook of ours was made with, "" for a form of somebody else."""
    fingerprint: str = ""
    """Tells by which values of that policy its worksheet formulas score, "" where nothing is known of them."""

    adopted: bool = False
    """It is a form of somebody else's in which our formulas stand."""

    @property
    def ours(self) -> bool:
        """Is it in a workbook of ours: does it name its policy, or remember the one that it was made with?"""
        return bool(self.made_for) or not self.policy_entry.blank

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All 年度目标, one at least."""
        return (self.goal, *self.more_goals)
