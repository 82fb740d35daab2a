"""A notice and the tables of an overview are about one year: the forms of others that came along are counted, and
left out of them."""

from __future__ import annotations

from collections import Counter

from jxbook.bureau.run_result import RunResult
from jxbook.dataclass import replace


def main_year(run: RunResult) -> int | None:
    """The year of most projects, of two that have as many the later one; None where no form names any."""
    years = Counter(one.year for one in run.once if one.year is not None)
    return max(years, key=lambda year: (years[year], year), default=None)


def of_one_year(run: RunResult, year: int) -> RunResult:
    """The run as if only the forms of this year had come, and those that name none."""
    kept = {id(one) for one in run.forms if one.year in (year, None)}
    return replace(
        run,
        forms=tuple(one for one in run.forms if id(one) in kept),
        once=tuple(one for one in run.once if id(one) in kept),
        counted=tuple(one for one in run.counted if id(one) in kept),
        shared=tuple(one for one in run.shared if id(one.forms[0]) in kept),
    )


def of_other_years(run: RunResult, year: int | None) -> str:
    """How many forms are of other years than this one: 2023年度3份、2022年度1份. "" where none is."""
    years = Counter(one.year for one in run.once if one.year not in (year, None))
    return "、".join(f"{one}年度{count}份" for one, count in sorted(years.items(), key=str))


def without_year(run: RunResult) -> int:
    """How many forms name no year."""
    return sum(one.year is None for one in run.once)
