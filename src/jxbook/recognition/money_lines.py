"""The lines of a money block → the total, its parts, and lines that are in no sum: parts of a part, other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow, FundingSum
from jxbook.form.labels import OF_WHICH, without_of_which
from jxbook.pattern import pattern
from jxbook.recognition.money_change import settled
from jxbook.recognition.money_line import (
    AMOUNTS,
    PART,
    REST,
    STATED,
    TOTAL_LABEL,
    MoneyLine,
    amounts_of,
    differ,
    is_total,
)
from jxbook.recognition.money_sums import MoneySum, of_part, sums_in

_MOST_PARTS = 11
_COMES_IN = pattern(r"(?!其中).{0,8}(?:收入|结余)(?:合计|总计|总额)?")
_ALL_YEARS = pattern(r"(?:项目|计划|概算|工程)*总投资(?:额)?|(?:项目)?概算(?:总额|数)?")
_GOES_OUT = pattern(r"(?!其中|基本|项目).{0,8}支出(?:合计|总计|总额)?")


def funding_of(lines: Sequence[MoneyLine], unit: str, year: int | None) -> Funding:
    """The money block that these lines make. `year` is the form's, where a line is the money of one year."""
    if not lines:
        return Funding(FundingRow(TOTAL_LABEL, unit=unit), (), unit)
    rows, doubt = settled([one.row for one in lines], [one.planned for one in lines])
    settled_lines = [replace(one, row=row) for one, row in zip(lines, rows, strict=True)]
    funding = _together(settled_lines, unit, year)
    return replace(funding, doubt=doubt) if doubt else funding


def _together(lines: Sequence[MoneyLine], unit: str, year: int | None) -> Funding:
    lines = _of_year_alone(_of_spending(lines))
    if _are_years(lines):
        return _of_years(lines, unit, year)
    at = _total_at(lines)
    sums = tuple(sums_in(lines, at))
    aside = {turn for one in sums for turn in ((one.at,) if one.above else one.parts)}
    counted = [turn for turn in range(len(lines)) if turn not in aside]
    if at is None and counted and _leads([lines[turn] for turn in counted]):
        at = counted[0]
    total = None if at is None else lines[at].row
    parts_at = [turn for turn in counted if turn != at][:_MOST_PARTS]
    inner = _inner([lines[turn] for turn in parts_at], total)
    top = {turn for turn, within in zip(parts_at, inner, strict=True) if not within}
    parts = tuple(lines[turn].row for turn in sorted(top))
    further = tuple(one.row for turn, one in enumerate(lines) if turn != at and turn not in top)
    if total is not None:
        funding = _block(total, parts, further, unit)
    elif lines[0].name.startswith(OF_WHICH):
        funding = Funding(FundingRow(TOTAL_LABEL, unit=unit), parts, unit, further=further)
    else:
        funding = _summed(parts, further, unit)
    return replace(funding, sums=tuple(_sum_of(lines, one) for one in sums)) if sums else funding


def _of_spending(lines: Sequence[MoneyLine]) -> Sequence[MoneyLine]:
    """The lines of what is spent, without those of what comes in and is left, where a fund or a department has both:
    基金收入, 其中：…, 基金支出, 年末结余. What comes in is nobody's budget, and may well be more than planned."""
    both = all(any(way.fullmatch(one.name) for one in lines) for way in (_COMES_IN, _GOES_OUT))
    if not both or not any(way.fullmatch(lines[0].name) for way in (_COMES_IN, _GOES_OUT)):
        return lines
    spent, goes_out = list[MoneyLine](), True
    for one in lines:
        goes_out = bool(_GOES_OUT.fullmatch(one.name)) or (goes_out and not _COMES_IN.fullmatch(one.name))
        if goes_out:
            spent.append(one)
    return spent


def _of_year_alone(lines: Sequence[MoneyLine]) -> Sequence[MoneyLine]:
    """The lines without that of what the project costs over all its years, beside a line of all the money of the year."""
    own = [one for one in lines if not _ALL_YEARS.fullmatch(one.name)]
    return own if len(own) < len(lines) and any(is_total(one.name) for one in own) else lines


def _total_at(lines: Sequence[MoneyLine]) -> int | None:
    """The line that says that it is all the money; one that is the sum of a part, or 小计, only for want of another, and
    where it does not stand between others."""
    totals = [turn for turn, one in enumerate(lines) if is_total(one.name)]
    whole = [turn for turn in totals if not of_part(lines[turn])]
    return next((turn for turn in whole or totals if whole or turn in (0, len(lines) - 1)), None)


def _sum_of(lines: Sequence[MoneyLine], one: MoneySum) -> FundingSum:
    parts = [lines[turn] for turn in one.parts]
    some = bool(parts) and parts[0].name.startswith(OF_WHICH)
    return FundingSum(lines[one.at].row, tuple(part.row for part in parts), some)


def _block(
    total: FundingRow, parts: tuple[FundingRow, ...], further: tuple[FundingRow, ...], unit: str
) -> Funding:
    return Funding(total, parts, unit, total.points, total.rate, total.earned, further)


def _leads(lines: Sequence[MoneyLine]) -> bool:
    """Is the first line the total, though its label does not say so: the only one, one without a label, one over
    其中, or one that the others make together?"""
    first, rest = lines[0], lines[1:]
    if not rest or not first.name:
        return True
    if first.name.startswith(OF_WHICH):
        return False
    top = [one.row for one, within in zip(rest, _inner(rest, first.row), strict=True) if not within]
    together = differ(first.row, top) == 0 and any(amounts_of(first.row))
    if rest[0].name.startswith(OF_WHICH):
        return together or not any(REST.fullmatch(one.name) for one in rest)
    return together and not PART.fullmatch(first.name)


def _are_years(lines: Sequence[MoneyLine]) -> bool:
    """Is each line the money of a year, beside one for all of them?"""
    years = sum(one.year is not None for one in lines)
    return years > 1 or (years == 1 and all(one.year or is_total(one.name) for one in lines))


def _of_years(lines: Sequence[MoneyLine], unit: str, year: int | None) -> Funding:
    """One line for each year: the one that has the points counts, else that of the form's year, else the last."""
    pointed = [one for one in lines if one.row.points.number or one.row.earned.number is not None]
    own = [one for one in lines if one.year is not None and one.year == year]
    latest = max((one for one in lines if one.year is not None), key=lambda one: one.year or 0)
    chosen = next(iter((*own, *pointed)), latest) if len(pointed) != 1 else pointed[0]
    further = tuple(one.row for one in lines if one is not chosen)
    return _block(replace(chosen.row, label=TOTAL_LABEL), (), further, unit)


def _summed(parts: tuple[FundingRow, ...], further: tuple[FundingRow, ...], unit: str) -> Funding:
    """No line states the total: it is the sum. What is stated, or reckoned, beside one part alone is the whole's."""
    stated = {
        name: [entry for one in parts if not (entry := getattr(one, name)).blank or entry.computed]
        for name in STATED
    }
    own: dict[str, Any] = {name: found[0] for name, found in stated.items() if len(found) == 1}
    nothing: dict[str, Any] = dict.fromkeys(own, NO_ENTRY)
    parts = tuple(replace(one, **nothing) for one in parts)
    sums: dict[str, Any] = {name: _sum(parts, name) for name in AMOUNTS}
    total = FundingRow(TOTAL_LABEL, unit=unit, **sums, **own)
    return replace(_block(total, parts, further, unit), summed=True)


def _sum(parts: Sequence[FundingRow], name: str) -> Entry:
    """The sum of a column in the cell of its first amount; blank where one of them is no amount."""
    entries = [getattr(one, name) for one in parts]
    filled = [one for one in entries if not one.blank and not one.none]
    amounts = [getattr(one, AMOUNTS[name]) for one in parts if getattr(one, name) in filled]
    first = next(iter((*filled, *entries)), NO_ENTRY)
    if not filled or None in amounts:
        return Entry(None, first.cell, unknown=any(one.unknown for one in entries))
    return Entry(sum(amounts, Decimal(0)), first.cell, computed=True)


def _inner(lines: Sequence[MoneyLine], total: FundingRow | None) -> tuple[bool, ...]:
    """Which lines are parts of a part. 其中 does not say where it ends: of all readings the one that adds up counts,
    and of these the simplest."""
    flat = (False,) * len(lines)
    if len(lines) < 2 or not any(_cost(lines, flat, total)):
        return flat
    return min(_readings(lines), key=lambda one: _cost(lines, one, total))


def _readings(lines: Sequence[MoneyLine]) -> Iterator[tuple[bool, ...]]:
    """Every way to have lines within the one above them; what is a part of the whole by its name never is."""
    free = [turn > 0 and not REST.fullmatch(without_of_which(one.name)) for turn, one in enumerate(lines)]
    return product(*((False, True) if one else (False,) for one in free))


def _cost(lines: Sequence[MoneyLine], inner: tuple[bool, ...], total: FundingRow | None) -> tuple[int, ...]:
    """How little a reading fits, what weighs most first: parts that exceed theirs or belong to it by no word and no sum,
    columns of the whole that do not add up, parts of the latter kind, those for which a sum alone speaks, lines with 其中
    among lines without, parts of a part that are not all of it, parts of parts at all."""
    top = [one for one, within in zip(lines, inner, strict=True) if not within]
    wrong = 0 if total is None else differ(total, [one.row for one in top])
    exceed = by_nothing = by_sum = short = 0
    for above, below in _groups(lines, inner):
        said = below[0].name.startswith(OF_WHICH)
        missed = differ(above.row, [one.row for one in below])
        adds_up = missed == 0 and len(below) > 1
        short += missed
        exceed += differ(above.row, [one.row for one in below], less=said)
        by_sum += not said and adds_up
        by_nothing += not said and not adds_up
    begun = {one.name.startswith(OF_WHICH) for one in top[1:]}
    mixed = len(begun) > 1 or (total is None and True in begun)
    return exceed + by_nothing, wrong, by_nothing, by_sum, int(mixed), short, sum(inner)


def _groups(
    lines: Sequence[MoneyLine], inner: tuple[bool, ...]
) -> Iterator[tuple[MoneyLine, list[MoneyLine]]]:
    """Each part with the parts of it."""
    above, below = lines[0], list[MoneyLine]()
    for one, within in zip(lines, inner, strict=True):
        if within:
            below.append(one)
            continue
        if below:
            yield above, below
        above, below = one, []
    if below:
        yield above, below
