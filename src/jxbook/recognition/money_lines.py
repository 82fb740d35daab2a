"""The lines of a money block → the total, its parts, and lines that are in no sum: parts of a part, other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from jxbook.dataclass import dataclass, replace
from jxbook.form import NO_ENTRY, Entry, Funding, FundingRow
from jxbook.form import labels as known
from jxbook.pattern import pattern

TOTAL_LABEL = "年度资金总额"
OF_WHICH = "其中"
_TOTAL = pattern(
    r"(?:年度|全年|本年度?|项目|财政|预算)*(?:资金|金额|预算)?(?:申请)?(?:总额|总计|合计|总数)"
    r"|.*总金额|预算资金|.*(?:支出|资金|预算|拨款)(?:总额|总计|合计|总数)|项目资金|小计"
)
_PART = pattern(
    r"(?:当年|本年|上年|历年|中央|省|市|县|区|州|乡|镇|财政|地方|其他|其它|自筹|自有|单位|社会|债券|专项债|银行|贷款|上级|本级|"
    r"一般公共|政府性基金|国有资本|专户|事业|经营|结转|结余|配套|捐赠|基本支出|项目支出).*"
)
_MONEY = pattern(r"[^,;.]{0,12}(?:资金|拨款|收入|结转|结余|自筹|预算|基金|债券|补助|贷款|经费|配套)")
_REST = pattern(r"(?:其他|其它|单位|社会|自筹|自有)(?:资金|收入|来源)?|(?:单位|部门)?自筹(?:资金)?")
"""What is a part of the whole, wherever it stands."""
_YEAR = pattern(r"((?:19|20)\d{2})(?:年度?)?\Z")
_AMOUNTS = ("initial_amount", "budget_amount", "spent_amount")
_ENTRIES = ("initial_budget", "budget", "spent")
_STATED = ("points", "rate", "earned")
_MOST_PARTS = 11


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A line of the block: its label as it is printed, "" without one, and the row that it makes."""

    name: str
    row: FundingRow

    @property
    def year(self) -> int | None:
        """The year that is its label: 2023年."""
        match = _YEAR.match(self.name)
        return int(match[1]) if match else None


def is_total(name: str) -> bool:
    """Does a label name all the money?"""
    return name in known.FUNDING_TOTAL or bool(_TOTAL.fullmatch(name))


def names_money(name: str) -> bool:
    """Does a label name a line of money at all: 年度资金总额, 其中：…, 上年结转资金?"""
    return is_total(name) or name.startswith(OF_WHICH) or bool(_MONEY.fullmatch(name))


def funding_of(lines: Sequence[MoneyLine], unit: str, year: int | None) -> Funding:
    """The money block that these lines make. `year` is the form's, where a line is the money of one year."""
    if not lines:
        return Funding(FundingRow(TOTAL_LABEL, unit=unit), (), unit)
    if _are_years(lines):
        return _of_years(lines, unit, year)
    at = next((turn for turn, one in enumerate(lines) if is_total(one.name)), None)
    if at is None and _leads(lines):
        at = 0
    total = None if at is None else lines[at].row
    others = [one for turn, one in enumerate(lines) if turn != at][:_MOST_PARTS]
    beyond = tuple(one.row for turn, one in enumerate(lines) if turn != at)[_MOST_PARTS:]
    inner = _inner(others, total)
    parts = tuple(one.row for one, within in zip(others, inner, strict=True) if not within)
    further = tuple(one.row for one, within in zip(others, inner, strict=True) if within) + beyond
    if total is not None:
        return _block(total, parts, further, unit)
    if lines[0].name.startswith(OF_WHICH):
        return Funding(FundingRow(TOTAL_LABEL, unit=unit), parts, unit, further=further)
    return _summed(parts, further, unit)


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
    together = _differ(first.row, top) == 0 and any(_amounts(first.row))
    if rest[0].name.startswith(OF_WHICH):
        return together or not any(_REST.fullmatch(one.name) for one in rest)
    return together and not _PART.fullmatch(first.name)


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
        for name in _STATED
    }
    own: dict[str, Entry] = {name: found[0] for name, found in stated.items() if len(found) == 1}
    nothing: dict[str, Any] = dict.fromkeys(own, NO_ENTRY)
    parts = tuple(replace(one, **nothing) for one in parts)
    sums = {name: _sum(parts, name) for name in _ENTRIES}
    total = FundingRow(TOTAL_LABEL, unit=unit, **sums, **own)
    return replace(_block(total, parts, further, unit), summed=True)


def _sum(parts: Sequence[FundingRow], name: str) -> Entry:
    """The sum of a column in the cell of its first amount; blank where one of them is no amount."""
    entries = [getattr(one, name) for one in parts]
    filled = [one for one in entries if not one.blank and not one.none]
    amounts = [getattr(one, _AMOUNTS[_ENTRIES.index(name)]) for one in parts if getattr(one, name) in filled]
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
    free = [
        turn > 0 and not _REST.fullmatch(one.name.removeprefix("其中:")) for turn, one in enumerate(lines)
    ]
    return product(*((False, True) if one else (False,) for one in free))


def _cost(lines: Sequence[MoneyLine], inner: tuple[bool, ...], total: FundingRow | None) -> tuple[int, ...]:
    """How little a reading fits: columns that do not add up, parts that exceed theirs, parts of a part for which no
    其中 speaks, lines with 其中 among lines without, parts of a part that are not all of it."""
    top = [one for one, within in zip(lines, inner, strict=True) if not within]
    wrong = 0 if total is None else _differ(total, [one.row for one in top])
    exceed = unsaid = short = 0
    for above, below in _groups(lines, inner):
        said = below[0].name.startswith(OF_WHICH)
        missed = _differ(above.row, [one.row for one in below])
        short += missed
        exceed += _differ(above.row, [one.row for one in below], less=said)
        unsaid += 0 if said else 1 if missed == 0 and len(below) > 1 else 100
    begun = {one.name.startswith(OF_WHICH) for one in top[1:]}
    mixed = len(begun) > 1 or (total is None and True in begun)
    return exceed + unsaid // 100, wrong, unsaid, int(mixed), short, sum(inner)


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


def _differ(whole: FundingRow, parts: Sequence[FundingRow], *, less: bool = False) -> int:
    """In how many columns the parts do not add up; with `less` they may come to less."""
    wrong = 0
    for name in _AMOUNTS:
        amounts = [one for part in parts if (one := getattr(part, name)) is not None]
        stated = getattr(whole, name)
        added = sum(amounts, Decimal(0))
        if stated is not None and amounts and added != stated:
            wrong += 0 if less and added < stated else 1
    return wrong


def _amounts(row: FundingRow) -> Iterator[Decimal]:
    return (one for name in _AMOUNTS if (one := getattr(row, name)) is not None)
