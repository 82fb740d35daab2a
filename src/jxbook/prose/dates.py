"""Months and days that a text names, and the spans between them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern

_MOMENT = pattern(
    r"(?=\d)(?:(?P<year>(?:19|20)\d\d)\s{0,4}年\s{0,4})?(?<![\d/.])(?P<month>\d{1,2})\s{0,4}月(?:\s{0,4}(?P<day>\d{1,2})\s{0,4}[日号])?(?!以|内|之内)"
)
_BETWEEN = pattern(
    r"\s{0,4}(?:初|底|末|份|[上中下]旬)?\s{0,4}(?:至|到|—{1,4}|-|－|~|～)\s{0,4}(?:20\d\d年)?\s{0,4}\Z"
)
_DELAY = pattern(r"(?P<way>推迟|延迟|延期|滞后|拖延|逾期|提前)了?(?P<days>\d{1,4})\s*天")
_DUE = pattern(r"计划|合同|原定|应于|应当|要求|规定")
_NET = pattern(r"扣除|剔除|扣减|不含|不计|顺延|工作日")
_DONE = pattern(r"实际|于\Z")
_STOP = pattern(r"[。！？\n]")
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

    @property
    def on(self) -> date | None:
        """The day in the calendar, where the text gives it in full."""
        if self.year is None or self.day is None or not self.exists:
            return None
        return date(self.year, self.month, self.day)

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


@dataclass(frozen=True, slots=True)
class Delay:
    """What a text says of the days between the day that was planned and the one on which it was done.

    `days`: as the calendar has it, below zero where it was done early; `stated`: as the text has it.
    """

    planned: StatedDate
    done: StatedDate
    stated: int
    days: int
    way: str
    start: int
    end: int

    def holds(self, slack: Decimal) -> bool:
        """Within so many days, and the right way round? One day, where the first may be counted or not."""
        return abs(self.stated - self.days) <= slack


def delays(text: str, found: tuple[StatedDate, ...]) -> Iterator[Delay]:
    """合同工期至2024年11月30日，实际竣工日期为2024年12月20日，推迟20天: of one sentence, both days given in full."""
    begin = 0
    starts = [one.start for one in found if one.on is not None]
    if len(starts) < 2:
        return
    starts = [one.start for one in found]
    for stop in (*(one.end() for one in _STOP.finditer(text)), len(text)):
        held = found[bisect_left(starts, begin) : bisect_left(starts, stop)]
        full = [one for one in held if one.on is not None]
        said = list(_DELAY.finditer(text, begin, stop)) if full else []
        if len(said) == 1 and len(full) >= 2 and not _NET.search(text, begin, stop):
            planned, done = (one for one in full[-2:])
            if (
                done.end <= said[0].start()
                and _DUE.search(text, begin, planned.start)
                and not _DUE.search(text, planned.end, done.start)
                and _DONE.search(text, planned.end, done.start)
            ):
                assert planned.on is not None and done.on is not None
                stated = int(said[0]["days"]) * (-1 if said[0]["way"] == "提前" else 1)
                days = (done.on - planned.on).days
                yield Delay(planned, done, stated, days, said[0]["way"], planned.start, said[0].end())
        begin = stop
