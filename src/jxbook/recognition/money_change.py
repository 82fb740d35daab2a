"""What a budget was changed by, in columns or lines of their own → the budget of the year, and what keeps it from being known.

Whether 预算调整数 is a change or the adjusted budget only the amounts tell: a minus, the rate that is printed, what was
spent. Where they do not, there is no budget, and it is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass, replace
from jxbook.form import NO_ENTRY, BudgetDoubt, Entry, FundingRow, Unsure, amount
from jxbook.recognition.money_planned import BudgetChange, Planned, Way
from jxbook.recognition.money_rate import is_of_received, is_share

_BOTH = frozenset({Way.OPEN, Way.ADJUSTED})
_AS_IT_IS = frozenset({0})
_LIKELY_IN_DOUBT = (Way.OPEN, Way.ADJUSTED, Way.TURNED, Way.CARRIED, Way.LESS, Way.SIGNED)


def settled(
    rows: Sequence[FundingRow], planned: Sequence[Planned]
) -> tuple[list[FundingRow], BudgetDoubt | None]:
    """The rows of a block, each with what is said of its budget, → the same with the budget of the year, and what keeps it
    from being known. All rows stand under the same headings: what one of them tells holds for all."""
    found, doubt = _changed(rows, planned)
    if doubt is None and (heading := next((one.all_years for one in planned if one.all_years.cell), None)):
        found, doubt = _of_all_years(found, heading)
    if doubt is None and not any(one.changes or one.received.cell for one in planned):
        return found, None
    lines = zip(found, rows, planned, strict=True)
    return [_with_all(row, before, said) for row, before, said in lines], doubt


def _with_all(row: FundingRow, before: FundingRow, said: Planned) -> FundingRow:
    """The row with every amount that went into its budget, and without a rate that is none of it."""
    amounts = (before.initial_budget, before.budget, *(one.amount for one in said.changes))
    taken = tuple(one for one in amounts if not one.blank) if said.changes or said.all_years.cell else ()
    rate = NO_ENTRY if is_of_received(said.received, row) else row.rate
    return replace(row, rate=rate, taken=taken)


def _of_all_years(rows: Sequence[FundingRow], heading: Entry) -> tuple[list[FundingRow], BudgetDoubt]:
    """The money of a project in all its years is the budget where the form reckons its own rate of it; else there is none."""
    own = next((one for one in rows if is_share(one.rate, one.spent_amount, one.budget_amount)), None)
    if own is not None and own.budget_amount is not None:
        return list(rows), BudgetDoubt(heading, Unsure.ALL_YEARS, (own.budget_amount,))
    return [replace(one, budget=NO_ENTRY) for one in rows], BudgetDoubt(heading, Unsure.ALL_YEARS)


def _changed(
    rows: Sequence[FundingRow], planned: Sequence[Planned]
) -> tuple[list[FundingRow], BudgetDoubt | None]:
    if not any(one.changes for one in planned):
        return list(rows), None
    both = any(row.initial_budget.cell and row.budget.cell for row in rows)
    if both:
        return [_with_change(row, said) for row, said in zip(rows, planned, strict=True)], None
    lines = [_Line.of(row, said) for row, said in zip(rows, planned, strict=True)]
    if (
        len({len(one.readings) for one in lines if one.readings}) > 1
    ):  # sources, each under headings of its own
        apart = [_changed([row], [said]) for row, said in zip(rows, planned, strict=True)]
        return [row for found, _ in apart for row in found], next(
            (doubt for _, doubt in apart if doubt), None
        )
    way = _way([one for one in lines if one.readings])
    if way is not None:
        return [one.read(way) for one in lines], None
    unsure = next(one for one in lines if len({reading.budget for reading in one.readings}) > 1)
    about = min(unsure.said.changes, key=lambda one: _LIKELY_IN_DOUBT.index(one.way))
    kind = Unsure.CARRIED if about.way is Way.CARRIED else Unsure.CHANGE
    amounts = tuple(
        sorted({one.budget for one in unsure.readings if one.budget is not None and one.budget >= 0})
    )
    return [one.unread() for one in lines], BudgetDoubt(about.heading, kind, amounts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a budget comes to by one way of reading its changes, None where it is out of the question, and the amounts that
    it so consists of: 0 is the first one, and the changes count from 1."""

    budget: Decimal | None
    of: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block and what its budget comes to by each way of reading its changes, () where it has no amount."""

    row: FundingRow
    said: Planned
    first: Entry
    readings: tuple[_Reading, ...]

    @classmethod
    def of(cls, row: FundingRow, said: Planned) -> _Line:
        first = row.budget if row.budget.cell else row.initial_budget
        return cls(row, said, first, _readings(first, said, row.unit))

    def read(self, way: int) -> FundingRow:
        """The row as one way has it; an amount that is none is left for a check to find."""
        changes = [one.amount for one in self.said.changes]
        filled = [one for one in changes if not _none(one)]
        if not self.readings:
            wrong = next((one for one in filled if amount(one, self.row.unit) is None), None)
            initial = self.first if wrong else NO_ENTRY
            return replace(self.row, initial_budget=initial, budget=wrong or self.first, change=changes[0])
        reading, first = self.readings[way], amount(self.first, self.row.unit)
        if reading.of == _AS_IT_IS:
            return replace(self.row, initial_budget=NO_ENTRY, budget=self.first)
        if 0 not in reading.of:
            alone = next((changes[at - 1] for at in reading.of), self.first)
            return replace(self.row, initial_budget=self.first, budget=self.first if _none(alone) else alone)
        if reading.budget == first:
            return replace(self.row, initial_budget=self.first, budget=self.first, change=changes[0])
        net = _reckoned(filled[0], (reading.budget or Decimal(0)) - (first or Decimal(0)))
        budget = _reckoned(filled[0], reading.budget)
        changed = any(one.way is not Way.CARRIED and not _none(one.amount) for one in self.said.changes)
        initial = self.first if changed else NO_ENTRY
        return replace(self.row, initial_budget=initial, budget=budget, change=net)

    def unread(self) -> FundingRow:
        return replace(
            self.row, initial_budget=self.first, budget=NO_ENTRY, change=self.said.changes[0].amount
        )


def _reckoned(entry: Entry, number: Decimal | None) -> Entry:
    return replace(entry, raw=number, number_format="General", computed=True)


def _none(entry: Entry) -> bool:
    return entry.blank or entry.none


def _amount(entry: Entry, unit: str) -> Decimal | None:
    return Decimal(0) if _none(entry) else amount(entry, unit)


def _readings(first: Entry, said: Planned, unit: str) -> tuple[_Reading, ...]:
    """The budget by each way of reading the changes, in an order that is the same for every line under the same
    headings; () where something is no amount or all is blank."""
    before, changes = _amount(first, unit), [(one, _amount(one.amount, unit)) for one in said.changes]
    nothing = _none(first) and all(_none(one.amount) for one in said.changes)
    if nothing or before is None or any(number is None for _, number in changes):
        return ()
    if said.adjusted:
        return (_Reading(before, _AS_IT_IS),)
    readings = _of_changes(
        before, [(at, *one) for at, one in enumerate(changes, 1) if one[0].way is not Way.CARRIED]
    )
    if said.of_year:
        readings = [*readings, _Reading(before, _AS_IT_IS)]
    for at, (one, number) in enumerate(changes, 1):
        if one.way is Way.CARRIED:
            readings += [
                _Reading(None if way.budget is None else way.budget + (number or 0), way.of | {at})
                for way in readings
            ]
    return tuple(readings)


def _of_changes(
    before: Decimal, changes: Sequence[tuple[int, BudgetChange, Decimal | None]]
) -> list[_Reading]:
    """What the first budget and its changes come to, each with its place among all of them."""
    open_ones = [(at, one, number) for at, one, number in changes if one.way in _BOTH]
    told = [(one, number) for _, one, number in changes if one.way not in _BOTH and number]
    all_of_it = frozenset({0, *(at for at, _, _ in changes)})
    if open_ones and len(open_ones) == len(changes):
        added = before + sum((number or Decimal(0) for _, _, number in open_ones), Decimal(0))
        at, last, number = next(
            (one for one in reversed(open_ones) if not _none(one[1].amount)), open_ones[-1]
        )
        signed = last.amount.text.startswith(("+", "＋"))
        came_to = None if signed else before if _none(last.amount) else number
        return [_Reading(added, all_of_it), _Reading(came_to, frozenset({at}))]
    sum_ = before + sum((_told(one, number or Decimal(0)) for one, number in told), Decimal(0))
    turned = sum(
        (_told(one, number or Decimal(0)) for one, number in told if one.way is Way.TURNED), Decimal(0)
    )
    readings = [_Reading(sum_, all_of_it)]
    if any(one.way is Way.TURNED for _, one, _ in changes):
        readings.append(_Reading(sum_ - 2 * turned, all_of_it))
    return readings


def _told(change: BudgetChange, number: Decimal) -> Decimal:
    """What a change adds to the budget where its heading says which way."""
    if change.way is Way.LESS:
        return -abs(number)
    if change.way is Way.TURNED:
        return -number
    return number if change.way is Way.SIGNED else Decimal(0)


def _way(lines: Sequence[_Line]) -> int | None:
    """The way of reading that the lines tell, None where several remain and it makes a difference."""
    if not lines:
        return 0
    left = list(range(len(lines[0].readings)))
    for test in (_possible, _is_divided, _agrees, _covers, _likely):
        for one in lines:
            stand = [way for way in left if test(one, one.readings[way])]
            left = stand or left
    if all(len({one.readings[way].budget for way in left}) == 1 for one in lines):
        return left[0]
    adjusted = any(change.way is Way.ADJUSTED for change in lines[0].said.changes)
    return 1 if adjusted and 1 in left else None


def _possible(line: _Line, reading: _Reading) -> bool:
    return reading.budget is not None and reading.budget >= 0


def _is_divided(line: _Line, reading: _Reading) -> bool:
    """Is this what the form's own formula of the rate divides by?"""
    amounts = (line.first, *(one.amount for one in line.said.changes))
    return {at for at, one in enumerate(amounts) if one.cell in line.said.rated} == reading.of


def _agrees(line: _Line, reading: _Reading) -> bool:
    """Is the rate that is printed what was spent of this budget?"""
    return is_share(line.row.rate, line.row.spent_amount, reading.budget)


def _covers(line: _Line, reading: _Reading) -> bool:
    """Was no more spent than this?"""
    spent = line.row.spent_amount
    return spent is None or reading.budget is None or spent <= reading.budget


def _likely(line: _Line, reading: _Reading) -> bool:
    """Nobody's budget is doubled to the cent: the same amount once more is what it came to."""
    return not reading.budget or reading.budget != 2 * (_amount(line.first, line.row.unit) or 0)


def _with_change(row: FundingRow, said: Planned) -> FundingRow:
    """A row that has 年初预算数 and 全年预算数: by how much it was changed, to be compared with them."""
    first = row.initial_budget
    filled = [one.amount for one in said.changes if not _none(one.amount)]
    readings = [one.budget for one in _readings(first, replace(said, label="", behind=False), row.unit)]
    if not filled or not readings or row.budget_amount in readings:
        return row
    before = _amount(first, row.unit) or Decimal(0)
    return replace(row, change=_reckoned(filled[0], (readings[0] or Decimal(0)) - before))
