"""The columns of the indicator table: which fields a policy prints, how they share the width of a page, and what stands
along them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from jxbook.dataclass import dataclass
from jxbook.form.table import column_of
from jxbook.policy import Policy
from jxbook.policy.columns import columns_of
from jxbook.report.tables.ruler import CellLine, Lines, Spans

WIDTH = 884
"""The width of the table in units; 5.7 of them are a millimetre on A4."""
STANDING = "standing"
"""The narrow column with the standing labels, left of all others."""
_STANDING_NEEDS = (56, 8, 8)
"""The least that holds its words, what it likes to have more, and that again where reasons are long."""
_NAME_WITHOUT_TARGET = 150
_LONG_REASON = 12
_SMALLER = 84
"""Per cent of the room that words need in small type."""
_SMALL_NEEDS: Mapping[str, int] = {
    STANDING: 56,
    "level1": 60,
    "level2": 92,
    "name": 116,
    "target": 84,
    "actual": 84,
    "reason": 110,
    "points": 50,
    "earned": 72,
}
_FLEXIBLE = ("name", "target", "actual", "reason")
_SMALL_CHARACTER, _SMALL_MARGIN, _MOST_LINES = 18, 23, 12
"""A character of 9 pt and the margins of a cell, in the units of the width; the most lines a cell is let have."""


@dataclass(frozen=True, slots=True)
class PrintedColumns:
    """The edges of the columns of the indicator table by field, and the headings printed above them."""

    spans: Mapping[str, tuple[int, int]]
    headings: Mapping[str, str]

    @classmethod
    def of(cls, policy: Policy, reasons: Iterable[str]) -> PrintedColumns:
        """The columns that a policy prints, filling the page; `reasons` are the texts under 偏差原因."""
        return _normal(policy.values("layout.columns"), any(len(reason) > _LONG_REASON for reason in reasons))

    @classmethod
    def in_small_type(cls, policy: Policy, longest: Mapping[str, int]) -> PrintedColumns:
        """The columns in small type, so that the longest text of each (by field, in characters) takes as few lines."""
        printed = columns_of(policy)
        headings = {field: one.heading for field, one in printed.items()}
        fields = (STANDING, *headings)
        needs = {STANDING: _STANDING_NEEDS, **{field: one.needs for field, one in printed.items()}}
        least = [_SMALL_NEEDS.get(field, needs[field][0] * _SMALLER // 100) for field in fields]
        room = [longest.get(field, 0) * _SMALL_CHARACTER for field in fields]
        widths = least
        for lines in range(1, _MOST_LINES + 1):
            wanted = [max(low, text // lines + _SMALL_MARGIN) for low, text in zip(least, room, strict=True)]
            if sum(wanted) <= WIDTH:
                widths = wanted
                break
        flexible = [fields.index(field) for field in _FLEXIBLE if field in fields]
        each, rest = divmod(WIDTH - sum(widths), len(flexible))
        for at in flexible:
            widths[at] += each
        widths[flexible[0]] += rest
        ends = accumulate(widths)
        return cls(dict(zip(fields, pairwise((0, *ends)), strict=True)), headings)

    def __contains__(self, field: str) -> bool:
        return field in self.spans

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in the order of the page."""
        return tuple(self.headings)

    @property
    def edges(self) -> tuple[int, ...]:
        """Where columns meet."""
        return tuple(right for _, right in self.spans.values())

    def last(self, count: int) -> Spans:
        """The places of the last columns, as many as `count`."""
        return tuple(self.spans.values())[-count:]

    def led(self, count: int) -> Spans:
        """The same behind a place that reaches to them from the left edge."""
        last = self.last(count)
        return ((0, last[0][0]), *last)

    def left(self, field: str) -> int:
        """Where a column begins."""
        return self.spans[field][0]

    def right(self, field: str) -> int:
        """Where a column ends."""
        return self.spans[field][1]


@lru_cache(maxsize=32)  # most forms of a policy ask for the same ones
def _normal(printed: tuple[str, ...], long_reasons: bool) -> PrintedColumns:
    """The columns with these headings in type of the usual size."""
    by_field = {one.field: one for one in map(column_of, printed)}
    headings = {field: one.heading for field, one in by_field.items()}
    fields = (STANDING, *headings)
    needs = {STANDING: _STANDING_NEEDS, **{field: one.needs for field, one in by_field.items()}}
    long = "reason" in headings and long_reasons
    likes = {field: needs[field][2 if long else 1] for field in fields}
    if "target" not in headings:
        likes["name"] += _NAME_WITHOUT_TARGET
    spare = WIDTH - sum(needs[field][0] for field in fields)
    needed = accumulate(needs[field][0] for field in fields)
    liked = accumulate(likes[field] for field in fields)
    ends = [need + spare * like // sum(likes.values()) for need, like in zip(needed, liked, strict=True)]
    return PrintedColumns(dict(zip(fields, pairwise((0, *ends)), strict=True)), headings)


class Part(NamedTuple):
    """Lines of a table, said once for either size of type, and what places them when its columns are known."""

    cells: list[CellLine]
    places: Callable[[PrintedColumns], Iterable[Spans]]


def under_columns(cells: list[CellLine]) -> Part:
    """Lines that stand under the last columns: what a line lacks reaches down from above."""

    def places(columns: PrintedColumns) -> list[Spans]:
        every = tuple(columns.spans.values())
        return [every[-len(line) :] for line in cells]

    return Part(cells, places)


def placed(parts: Iterable[Part], columns: PrintedColumns) -> Lines:
    """The lines of the parts, one below the other, along these columns."""
    lines = Lines([], [])
    for one in parts:
        lines.cells.extend(one.cells)
        lines.places.extend(one.places(columns))
    return lines
