"""A notice is about one year: the forms of others that came along are counted, and left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jxbook.bureau.whole import Whole
from jxbook.dataclass import replace


def main_year(run: Whole) -> int | None:
    """The year of most projects, of two that have as many the later one; None where no form names any."""
    years = Counter(one.year for one in run.once if one.year is not None)
    return max(years, key=lambda year: (years[year], year), default=None)


def of_one_year(run: Whole, year: int) -> Whole:
    """The run as if only the forms of this year had come, and those that name none."""
    kept = {id(one) for one in run.forms if one.year in (year, None)}
    return replace(
        run,
        forms=tuple(one for one in run.forms if id(one) in kept),
        once=tuple(one for one in run.once if id(one) in kept),
        counted=tuple(one for one in run.counted if id(one) in kept),
        shared=tuple(one for one in run.shared if id(one.forms[0]) in kept),
    )


def other_years(run: Whole, year: int | None) -> Iterator[str]:
    """How many forms are of other years, or of none."""
    years = Counter(one.year for one in run.once)
    others = [
        f"{one}年度{count}份" for one, count in sorted(years.items(), key=str) if one not in (year, None)
    ]
    if others:
        yield f"另收到其他年度的自评表（{'、'.join(others)}），不在本次通报之列。"
    if years[None] and year is not None:
        yield f"没有写明年度的自评表{years[None]}份，按本年度计入。"
