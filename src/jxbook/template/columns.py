"""The columns of 自评表: which field stands in which, how wide they are, and how other blocks share them.

A is the narrow one with the standing labels, the fields follow from B on; beyond the printed page come a
spacer and the columns that are not printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jxbook.dataclass import dataclass
from jxbook.form.table import Column, column_of
from jxbook.place import column_letters
from jxbook.workbook.cellvalues import position

STANDING = "A"
_STANDING_WIDTH = 4.5
_PAGE_WIDTH = 107.1
"""In half-width characters; a wider table is printed smaller."""
_PIXELS, _CELL_PADDING, _POINTS_PER_PIXEL = 7, 5, 0.75
"""Of a character in a column's width."""
_SPACER_WIDTH, _CHECKS_WIDTH, _LAST_YEAR_WIDTH = 2, 40, 18

ColumnSpan = tuple[str, str]
"""The first and the last letter of neighbouring columns."""
_Partings = dict[int, tuple[float, tuple[int, ...]]]
"""How many columns are used → how far that is from what is wanted, and where each part ends."""


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Field → span of its columns, in the order of the page; heading of each; width of every printed column."""

    spans: Mapping[str, ColumnSpan]
    headings: Mapping[str, str]
    widths: Mapping[str, float]

    @classmethod
    def of(cls, headings: Sequence[str], least: int) -> SheetColumns:
        """The columns of these headings of the indicator table, at least so many with STANDING.

        Where the table has fewer, 三级指标 takes several.
        """
        named = {one.field: one for one in map(column_of, headings)}
        more = max(0, least - len(named) - 1)
        spans: dict[str, ColumnSpan] = {}
        widths = {STANDING: _STANDING_WIDTH}
        wide = _stretched(tuple(named.values()))
        for field in named:
            taken = 1 + more if field == "name" else 1
            letters = [column_letters(len(widths) + 1 + turn) for turn in range(taken)]
            spans[field] = letters[0], letters[-1]
            widths |= dict.fromkeys(letters, round(wide[field] / taken, 1))
        return cls(spans, {field: one.heading for field, one in named.items()}, widths)

    def __contains__(self, field: str) -> bool:
        return field in self.spans

    def __getitem__(self, field: str) -> str:
        """The letter of the column where the entries of a field stand."""
        return self.spans[field][0]

    @property
    def last(self) -> str:
        """The last printed column."""
        return max(self.widths, key=_number)

    @property
    def spacer(self) -> str:
        """The narrow column beside the printed page."""
        return self._beyond(1)

    @property
    def checks(self) -> str:
        """The column 本行校验, and of the buttons."""
        return self._beyond(2)

    @property
    def last_year(self) -> str:
        """The column 上年实际完成值, in workbooks that have it."""
        return self._beyond(3)

    @property
    def all_widths(self) -> Mapping[str, float]:
        """The widths of all columns, printed or not."""
        return {**self.widths, self.spacer: _SPACER_WIDTH, self.checks: _CHECKS_WIDTH}

    @property
    def last_year_width(self) -> Mapping[str, float]:
        """The width of the column 上年实际完成值."""
        return {self.last_year: _LAST_YEAR_WIDTH}

    def width(self, first: str, last: str) -> float:
        """How wide neighbouring columns are together."""
        return sum(self.widths[letter] for letter in self.letters(first, last))

    @property
    def points(self) -> float:
        """How wide the printed columns are together, in points."""
        return points_across(self.widths.values())

    def letters(self, first: str, last: str) -> Iterator[str]:
        """The letters from one column to another."""
        return map(column_letters, range(_number(first), _number(last) + 1))

    def before(self, letter: str) -> str:
        """The column left of this one."""
        return column_letters(_number(letter) - 1)

    def after(self, letter: str) -> str:
        """The column right of this one."""
        return column_letters(_number(letter) + 1)

    def share(self, first: str, last: str, shares: Sequence[float]) -> tuple[ColumnSpan, ...]:
        """Neighbouring columns parted so that the parts' widths come nearest to these shares of the whole."""
        letters = tuple(self.letters(first, last))
        unit = self.width(first, last) / sum(shares)
        wanted = [one * unit for one in shares]
        best: _Partings = {0: (0.0, ())}
        for turn, width in enumerate(wanted, 1):
            reached: _Partings = {}
            for start, (cost, ends) in best.items():
                for end in range(start + 1, len(letters) - (len(wanted) - turn) + 1):
                    off = self.width(letters[start], letters[end - 1]) - width
                    reached[end] = min(reached.get(end, (float("inf"), ())), (cost + off * off, (*ends, end)))
            best = reached
        ends = best[len(letters)][1]
        return tuple((letters[start], letters[end - 1]) for start, end in zip((0, *ends), ends, strict=False))

    def _beyond(self, steps: int) -> str:
        return column_letters(_number(self.last) + steps)


def points_across(widths: Iterable[float]) -> float:
    """How wide columns of these widths are together, in points."""
    return sum(round(width * _PIXELS) + _CELL_PADDING for width in widths) * _POINTS_PER_PIXEL


def _number(letter: str) -> int:
    return position(f"{letter}1")[1]


def _stretched(columns: Sequence[Column]) -> Mapping[str, float]:
    """Field → width, the wordy columns widened until the page is full."""
    split = any(one.field == "nature" for one in columns)
    widths = {one.field: (split and one.split_width) or one.width for one in columns}
    spare = _PAGE_WIDTH - _STANDING_WIDTH - sum(widths.values())
    wordy = [one.field for one in columns if one.wordy]
    if spare <= 0 or not wordy:
        return widths
    total = sum(widths[field] for field in wordy)
    return {**widths, **{field: round(widths[field] * (1 + spare / total), 1) for field in wordy}}
