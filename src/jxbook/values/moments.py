"""Points in time as forms state them: 12月, 12月底前, 2024年11月, 2024-11-30, 第三季度, 年底.

A moment is a span of days whose year may be missing; the form's own year completes it. A deadline and an
actual date are both compared by the last day of their span.
"""

from __future__ import annotations

from datetime import date

from jxbook.dataclass import dataclass, field, replace
from jxbook.pattern import pattern
from jxbook.values.numerals import CHINESE_DIGIT, NUMERALS, read_number

_FULL = pattern(
    r"(\d{4})(?:[-/年](\d{1,2})(?:[-/月](\d{1,2})[日号]?|月(?:份|底|末|内)?)?|\.(\d{1,2})\.(\d{1,2}))\Z"
)
_DOTTED = pattern(r"((?:19|20)\d{2})(?:\.?(0[1-9]|1[0-2])(\d{2})?|\.([1-9]))\Z")
_DOTTED_DAY = pattern(r"(\d{1,2})\.(\d{1,2})\Z")
_CHINESE = pattern(rf"{CHINESE_DIGIT}{{1,12}}(?=[年月日号])")
_MONTH = pattern(r"(\d{1,2})月(?:份|底|末|内)?\Z")
_DAY = pattern(r"(\d{1,2})月(?:(\d{1,2})[日号]|(上旬|中旬|下旬))\Z")
_YEAR = pattern(r"(\d{4})年(?:度|底|末|内|全年)?\Z")
_BARE_START = pattern(r"(\d{4})年\d{1,2}\Z")
_PARTS = {
    "一季度": 3,
    "二季度": 6,
    "三季度": 9,
    "四季度": 12,
    "1季度": 3,
    "2季度": 6,
    "3季度": 9,
    "4季度": 12,
    "上半年": 6,
    "下半年": 12,
    "年底": 12,
    "年末": 12,
    "年终": 12,
    "年内": 12,
    "年度内": 12,
    "全年": 12,
    "全年度": 12,
}
_THIS_YEAR = pattern(
    r"(?:本|当|今|该)(?:年度?(?=$|[内底末终]|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月)|财年)"
)
_PART = pattern(rf"(?:(\d{{4}})年)?第?({'|'.join(_PARTS)})(?:末|内|底)?\Z")
_TELLING = frozenset("年月季半/.-")
"""Every moment has one of these; most texts that are asked about have none."""
_LENGTHS = {"度": 3, "年": 6, "底": 1, "末": 1, "终": 1}
"""Months of a part of the year by its last character: 一季度, 上半年, 年底; all others are the whole year."""
_WHOLE_YEAR = frozenset({"全年", "全年度"})
_YEARS = range(1900, 2100)
_THIRDS = {"上旬": 10, "中旬": 20, "下旬": None}


@dataclass(frozen=True, slots=True)
class Moment:
    """A month, or a day of it; `year` is None where it was not written, `day` None for a whole month.

    `since` is the month and day with which it begins, where it is longer than that: 第三季度, 中旬. `also` is what it
    may be as well: a cell that was given 6.30 and 2024.10 holds 6.3 and 2024.1.
    """

    month: int
    day: int | None = None
    year: int | None = None
    since: tuple[int, int] | None = field(default=None, compare=False)
    also: Moment | None = field(default=None, compare=False)

    def first_day(self, year: int) -> date:
        """The first day of this span; `year` stands in where none was written."""
        return date(self.year or year, *(self.since or (self.month, self.day or 1)))

    def last_day(self, year: int) -> date:
        """The last day of this span; `year` stands in where none was written."""
        own = self.year or year
        return date(own, self.month, min(self.day or 31, days_in(own, self.month)))

    def __str__(self) -> str:
        year = f"{self.year}年" if self.year else ""
        return f"{year}{self.month}月" + (f"{self.day}日" if self.day else "")


def read_moment(text: str) -> Moment | None:
    """The point in time that a folded text wholly is, or None. "12个月" and "12天" are durations, not moments."""
    if _TELLING.isdisjoint(text):
        return None
    if not NUMERALS.isdisjoint(text):
        text = _CHINESE.sub(lambda found: str(read_number(found[0]) or found[0]), text)
    # 当年底, 本年度, 今年11月: the form's own year.
    if text[0] in "本当今该" and (match := _THIS_YEAR.match(text)):
        text = text[match.end() :].removeprefix("度") or "年内"
        text = f"年{text}" if text in ("内", "底", "末", "终") else text
    if text[:4].isdecimal() and (match := _FULL.match(text)):
        return _moment(match[2] or match[4], match[3] or match[5], match[1])
    if match := _DAY.match(text):
        if not match[3]:
            return _moment(match[1], match[2], None)
        found = _moment(match[1], str(_THIRDS[match[3]] or 31), None, third=True)
        return _since(found, int(match[1]), list(_THIRDS).index(match[3]) * 10 + 1)
    if match := _MONTH.match(text):
        return _moment(match[1], None, None)
    if "年" not in text and "季" not in text:
        return None  # a year has the one, and a part of it one of the two
    if match := _YEAR.match(text):
        return _since(_moment("12", None, match[1]), 12 if match[0][-1] in "底末" else 1)
    if match := _PART.match(text):
        last = _PARTS[match[2]]
        length = 12 if match[2] in _WHOLE_YEAR else _LENGTHS.get(match[2][-1], 12)
        return _since(_moment(str(last), None, match[1]), last + 1 - length)
    return None


def _since(moment: Moment | None, month: int, day: int = 1) -> Moment | None:
    return moment and replace(moment, since=(month, day))


def read_dotted(text: str, *, with_year: bool = True) -> Moment | None:
    """A time written as if it were a number: "2024.12", "2024.9", "20241130", and "12.31" where no year is asked for.

    Only what stands around it can tell that such a text is a time at all.
    """
    if match := _DOTTED.match(text):
        found = _moment(match[2] or match[4], match[3], match[1])
        return replace(found, also=_moment("10", None, match[1])) if found and match[4] == "1" else found
    if not with_year and (match := _DOTTED_DAY.match(text)):
        return of_decimals(match[1], match[2])
    return None


def of_decimals(month: str, day: str) -> Moment | None:
    """6.15 as 15 June; 6.3 is 3 June, and 30 June that lost its 0."""
    found, longer = _moment(month, day, None), _moment(month, day + "0", None) if len(day) == 1 else None
    return replace(found, also=longer) if found and longer else found


def days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def read_span(text: str) -> Moment | None:
    """The end of a span of months or days: "2024年1-12月" → December 2024. None for any other text."""
    if _TELLING.isdisjoint(text):
        return None
    first, _, last = text.replace("至", "-").replace("~", "-").rpartition("-")
    return end_of_span(first, last) if first else None


def end_of_span(first: str, last: str) -> Moment | None:
    """The end of a span given by its two ends, the year written with either of them."""
    end, start = read_moment(last), read_moment(first)
    if end is None:
        return None
    if start is None:
        match = _BARE_START.match(first)
        return (
            end
            if match is None and first.isdigit()
            else (replace(end, year=end.year or int(match[1])) if match else None)
        )
    return replace(end, year=end.year or start.year)


def of_date(day: date) -> Moment:
    """The moment of a date cell."""
    return Moment(day.month, day.day, day.year)


def _moment(month: str, day: str | None, year: str | None, third: bool = False) -> Moment | None:
    m, d, y = int(month), int(day) if day else None, int(year) if year else None
    if not 1 <= m <= 12 or (y is not None and y not in _YEARS):
        return None
    longest = days_in(y or 2000, m)
    if third and d is not None:
        d = min(d, longest)
    if d is not None and not 1 <= d <= longest:
        return None
    return Moment(m, d, y)
