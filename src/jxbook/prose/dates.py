"""Months and days that a text names, and the spans between them."""

from __future__ import annotations

import itertools
from calendar import monthrange

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

_MOMENT = pattern(
    r"(?:(?P<year>(?:19|20)\d\d)\s*年\s*)?(?<![\d/.])(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?(?!以|内|之内)"
)
_BETWEEN = pattern(r"\s*(?:初|底|末|份|[上中下]旬)?\s*(?:至|到|—+|-|－|~|～)\s*(?:20\d\d年)?\s*\Z")
_NEXT_YEAR = pattern(r"次年|翌年|来年|第二年|下一?年")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A month, or a day of it, at `start`..`end`; `year` is None where the text leaves it out."""

    text: str
    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def exists(self) -> bool:
        """Is there such a day? 2月30日 is none; 2月29日 without its year may be."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]

    def __lt__(self, other: StatedDate) -> bool:
        """Earlier beyond doubt: both years known, and the days where they decide."""
        if self.year is None or other.year is None:
            return False
        if (self.year, self.month) != (other.year, other.month):
            return (self.year, self.month) < (other.year, other.month)
        return self.day is not None and other.day is not None and self.day < other.day


def stated_dates(text: str) -> tuple[StatedDate, ...]:
    """Every month and day of a text in order; a month above 12 is one that does not exist, not a number of months."""
    found = []
    for match in _MOMENT.finditer(text):
        year, day = match["year"], match["day"]
        month = int(match["month"])
        if (month > 12 or not month) and year is None:
            continue  # 18月 may be a length of time
        found.append(
            StatedDate(
                match[0],
                match.start(),
                match.end(),
                int(year) if year else None,
                month,
                int(day) if day else None,
            )
        )
    return tuple(found)


def spans(text: str, found: tuple[StatedDate, ...]) -> tuple[tuple[StatedDate, StatedDate], ...]:
    """Those that follow one another as from … to …; the second takes the year of the first unless it has its own."""
    result = []
    for first, second in itertools.pairwise(found):
        between = text[first.end : second.start]
        if len(between) > 12 or _NEXT_YEAR.search(between) or not _BETWEEN.match(between):
            continue
        result.append((first, second))
    return tuple(result)
