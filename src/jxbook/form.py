"""A form as it was filled in: every entry with the cell it stands in, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jxbook.place import CellRef
from jxbook.values import Actual, Kind, Raw, Target, as_number, read_actual, read_target, shown
from jxbook.values.entry import NONE_WORDS
from jxbook.values.fold import fold
from jxbook.values.quantity import read_quantity
from jxbook.values.units import read_unit


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the form: its raw value and its cell (None when the form has no such place).

    A formula's value is its cached one; `unknown` is True when the file holds none.
    """

    raw: Raw = None
    cell: CellRef | None = None
    number_format: str = "General"
    unknown: bool = False

    @property
    def text(self) -> str:
        """What a person sees in the cell."""
        return shown(self.raw, self.number_format)

    @property
    def blank(self) -> bool:
        """Nothing is filled in."""
        return not self.text

    @property
    def none(self) -> bool:
        """无, — or /: said to be not applicable."""
        return fold(self.text) in NONE_WORDS

    @property
    def number(self) -> Decimal | None:
        """The entry as a plain number ("1,000" and "10万元" too, unit left aside), None if it is none."""
        number = as_number(self.raw)
        if number is None and not isinstance(self.raw, bool):
            quantity = read_quantity(fold(self.text))
            number = quantity.number if quantity else None
        return number


NO_ENTRY = Entry()
_NO_TARGET = Target("", Kind.BLANK)
_NO_ACTUAL = Actual("", Kind.BLANK)


def amount(entry: Entry, unit: str) -> Decimal | None:
    """An entry as an amount of money in `unit`: 80000元 in a form in 万元 is 8. None where it is no amount."""
    number = as_number(entry.raw)
    if number is not None or isinstance(entry.raw, bool):
        return number
    quantity, own = read_quantity(fold(entry.text)), read_unit(unit)
    if quantity is None or own is None or quantity.unit.dimension not in ("", own.dimension):
        return None
    plain_number = quantity.unit.factor == 1 and not quantity.unit.dimension
    return quantity.number if plain_number else quantity.number * quantity.unit.factor / own.factor


@dataclass(frozen=True, slots=True)
class Project:
    """The head of the form. `facts` holds further lines by their label, such as 项目类型 or 项目开始时间."""

    name: Entry = NO_ENTRY
    code: Entry = NO_ENTRY
    supervisor: Entry = NO_ENTRY
    implementer: Entry = NO_ENTRY
    facts: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One row of the money block. `unit` is the form's; an amount with a unit of its own is converted."""

    label: str
    initial_budget: Entry = NO_ENTRY
    budget: Entry = NO_ENTRY
    spent: Entry = NO_ENTRY
    unit: str = "万元"

    @property
    def initial_amount(self) -> Decimal | None:
        """年初预算数 in `unit`, None where it is no amount."""
        return amount(self.initial_budget, self.unit)

    @property
    def budget_amount(self) -> Decimal | None:
        """全年预算数 in `unit`, None where it is no amount."""
        return amount(self.budget, self.unit)

    @property
    def spent_amount(self) -> Decimal | None:
        """全年执行数 in `unit`, None where it is no amount."""
        return amount(self.spent, self.unit)


@dataclass(frozen=True, slots=True)
class Funding:
    """The money block. `points`, `rate` and `earned` are what the form states, not what is computed."""

    total: FundingRow
    parts: tuple[FundingRow, ...] = ()
    unit: str = "万元"
    points: Entry = NO_ENTRY
    rate: Entry = NO_ENTRY
    earned: Entry = NO_ENTRY


@dataclass(frozen=True, slots=True)
class Goal:
    """年度总体目标: what was expected and what was achieved."""

    expected: Entry = NO_ENTRY
    achieved: Entry = NO_ENTRY


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of 绩效指标: the entries, and the target and actual as read. `earned` is the stated 得分."""

    level1: Entry
    level2: Entry
    name: Entry
    target: Entry
    actual: Entry
    points: Entry
    earned: Entry = NO_ENTRY
    reason: Entry = NO_ENTRY
    verdict: Entry = NO_ENTRY
    target_value: Target = _NO_TARGET
    actual_value: Actual = _NO_ACTUAL

    @classmethod
    def read(
        cls,
        level1: Entry,
        level2: Entry,
        name: Entry,
        target: Entry,
        actual: Entry,
        points: Entry,
        earned: Entry = NO_ENTRY,
        reason: Entry = NO_ENTRY,
        verdict: Entry = NO_ENTRY,
    ) -> Indicator:
        """An indicator whose target and actual are read from their entries."""
        return cls(
            level1,
            level2,
            name,
            target,
            actual,
            points,
            earned,
            reason,
            verdict,
            read_target(target.raw, target.number_format),
            read_actual(actual.raw, actual.number_format),
        )

    @property
    def used(self) -> bool:
        """Something is filled in, and the row is not marked 无 as a whole."""
        filled = [e for e in (self.name, self.target, self.actual, self.points) if not e.blank]
        return any(not entry.none for entry in filled)

    @property
    def title(self) -> str:
        """The indicator's name, or its place where the name is missing."""
        return self.name.text or f"{self.level2.text or self.level1.text}（未填名称）"


@dataclass(frozen=True, slots=True)
class Passage:
    """A row of 报告素材: text for one section, completing the generated one or replacing it."""

    section: str
    text: Entry
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A whole 项目支出绩效自评表 with what belongs to it."""

    sheet: str
    year: int | None
    policy_id: str
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
