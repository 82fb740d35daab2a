"""Many flaws of one kind in one place: a cell of 30,000 marks 、 has as many of them, which nobody reads one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jxbook.checks.flaw import Flaw
from jxbook.dataclass import replace
from jxbook.place import CellRef, Spot

MOST_TOLD = 20
"""Flaws of one check in one cell or paragraph that are told one by one."""


def without_crowds(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """The flaws of one check: of those in one cell or paragraph the first ones, the last of which says how many more
    there are."""
    told = Counter[CellRef | int | None]()
    last: dict[CellRef | int | None, Flaw] = {}
    for one in flaws:
        place = one.at.paragraph if isinstance(one.at, Spot) else one.at
        told[place] += 1
        if told[place] < MOST_TOLD:
            yield one
        elif told[place] == MOST_TOLD:
            last[place] = one
    for place, one in last.items():
        more = told[place] - MOST_TOLD
        yield replace(one, what=f"{one.what}；同一处还有{more}个同样的问题") if more else one
