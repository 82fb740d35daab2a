"""Last year's form → the form that a continuing project starts the next year with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jxbook.assess import Assessed, assess
from jxbook.dataclass import dataclass, replace
from jxbook.form import NO_ENTRY, NO_RECORDS, Form, Funding, FundingRow, Goal, Indicator
from jxbook.form.facts import (
    EXTERNAL_GRADE,
    EXTERNAL_SCALE,
    EXTERNAL_TOTAL,
    FINISHED,
    RECEIVED,
    REPORT_DATE,
)
from jxbook.making.filled import fill_workbook
from jxbook.making.transfer import Moved
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.refusals.commands import last_year_unknown, year_not_later

_OF_ITS_YEAR = frozenset(
    {"填报日期", REPORT_DATE, RECEIVED, FINISHED, EXTERNAL_TOTAL, EXTERNAL_GRADE, EXTERNAL_SCALE}
)
"""Facts that are results or dates of the year they were written in."""
_A_YEAR = pattern(r"(?<!\d)((?:19|20)\d{2})(?=年|[-./]\d|[]〕］】]|[)）]\d+号)")
"""2024年, 2024-03, and the year in the number of a document: 〔2024〕8号."""


@dataclass(frozen=True, slots=True)
class OldYear:
    """A carried text that speaks of an earlier year: where it stands now."""

    cell: CellRef
    text: str
    year: int


@dataclass(frozen=True, slots=True)
class NextYear:
    """The new workbook, and what its user has to know. `last` is the year before, by whose policy it was made."""

    data: bytes
    year: int
    last: Assessed
    old_years: tuple[OldYear, ...]
    lost: tuple[str, ...]


def next_year(path: Path, year: int | None, policy: str | Path | None = None) -> NextYear:
    """The workbook for `year`, by default the year after that of the file at `path`, which may be a foreign one.

    Raises Refusal as reading and recognising do, JX926 where the year is unknown or not a later one.
    """
    assessed = assess(path, policy)
    form, chosen = assessed.form, assessed.whole
    new = year if year is not None else _following(form, path.name)
    if form.year is not None and new <= form.year:
        raise year_not_later(path.name, form.year)
    source = begun(form, new)
    reached = tuple(one.actual for one in form.indicators)
    filled = fill_workbook(source, chosen, last_year=reached)
    lost = tuple(f"{one.label}：{one.entry.text}" for one in filled.carried.lost if one.entry.text)
    of_last_year = {id(one) for one in reached}
    carried = [one for one in filled.carried.moved if id(one.entry) not in of_last_year]
    return NextYear(filled.data, new, assessed, tuple(_old_years(carried, source, new)), lost)


def _following(form: Form, name: str) -> int:
    if form.year is None:
        raise last_year_unknown(name)
    return form.year + 1


def begun(last: Form, year: int) -> Form:
    """The form at the beginning of `year`: head, goals and targets stay, all that was achieved or spent goes."""
    facts = {text: entry for text, entry in last.project.facts.items() if text not in _OF_ITS_YEAR}
    return replace(
        last,
        year=year,
        project=replace(last.project, facts=facts),
        funding=_unspent(last.funding),
        goal=_unreached(last.goal),
        more_goals=tuple(_unreached(one) for one in last.more_goals),
        indicators=tuple(_unreached_indicator(one) for one in last.indicators),
        total=NO_ENTRY,
        grade=NO_ENTRY,
        passages=(),
        boxes={},
        records=NO_RECORDS,
    )


def _unspent(last: Funding) -> Funding:
    """The rows without their amounts."""

    def bare(row: FundingRow) -> FundingRow:
        return FundingRow(row.label, unit=row.unit)

    parts = tuple(bare(row) for row in last.parts)
    return replace(last, total=bare(last.total), parts=parts, rate=NO_ENTRY, earned=NO_ENTRY)


def _unreached(last: Goal) -> Goal:
    return replace(last, achieved=NO_ENTRY)


def _unreached_indicator(last: Indicator) -> Indicator:
    if not last.used:
        return last
    bare = replace(last, earned=NO_ENTRY, reason=NO_ENTRY, verdict=NO_ENTRY, actual=NO_ENTRY)
    return replace(bare, actual_value=Indicator.read().actual_value)


def _old_years(moved: Iterable[Moved], source: Form, year: int) -> Iterator[OldYear]:
    """The carried texts that name another year than the new one."""
    for one in moved:
        if one.entry in (source.year_entry, source.title_year):
            continue
        named = [int(text) for text in _A_YEAR.findall(one.entry.text)]
        if old := [number for number in named if number != year]:
            yield OldYear(one.cell, one.entry.text, max(old))
