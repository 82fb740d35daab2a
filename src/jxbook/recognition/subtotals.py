"""Lines 小计 inside an indicator table → which of its indicators each of them may be the sum of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from jxbook.dataclass import dataclass
from jxbook.form import Entry, Indicator, Subtotal
from jxbook.form import labels as known
from jxbook.form.table import LEVELS
from jxbook.pattern import pattern

_SUM = pattern(r"(?:指标)?(?:得分|分值)?(?:小计|合计|总计|总分)\Z")

_Turns = tuple[int, int]


class _Run(NamedTuple):
    """Indicators under one label, as first and one beyond the last."""

    label: Entry
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class SubtotalLine:
    """Such a line as it stands in the table: `at` counts the indicators above it."""

    label: Entry
    points: Entry
    earned: Entry
    at: int


def subtotals_of(
    lines: Sequence[SubtotalLine], indicators: Sequence[Indicator], before: int = 0
) -> Iterator[Subtotal]:
    """The subtotals with what they may sum up, `before` counting the indicators of the tables above this one.

    One that names a 一级 or 二级指标, 产出指标小计, is the sum of that. Any other may be the sum of what stands above it or
    below it, as far as the next one, the same label or the table reach.
    """
    edges = [0, *(one.at for one in lines), len(indicators)]
    runs = [_runs(indicators, level) for level in LEVELS] if lines else []
    named = {text: run for level in reversed(runs) for text, run in _together(level).items()}
    for turn, one in enumerate(lines):
        own = named.get(_bare(one.label))
        found = [own] if own else [*_around(one.at, edges[turn], edges[turn + 2], runs), (0, len(indicators))]
        sums = tuple(dict.fromkeys((before + first, before + end) for first, end in found if first < end))
        if sums:
            yield Subtotal(one.label, one.points, one.earned, sums)


def _bare(entry: Entry) -> str:
    """产出指标小计, 产出指标, 产出 → 产出."""
    return _SUM.sub("", known.label(entry.raw)).removesuffix("指标")


def _runs(indicators: Sequence[Indicator], level: str) -> list[_Run]:
    """The stretches of indicators under one label of a level, one after the other."""
    found: list[_Run] = []
    for turn, one in enumerate(indicators):
        if found and found[-1].label == one.entry(level):
            found[-1] = _Run(found[-1].label, found[-1].first, turn + 1)
        else:
            found.append(_Run(one.entry(level), turn, turn + 1))
    return found


def _together(runs: Sequence[_Run]) -> dict[str, _Turns]:
    """The indicators of each label by its bare text, where nothing else stands between them."""
    found: dict[str, _Turns] = {}
    apart = set()
    for one in runs:
        text = _bare(one.label)
        first, end = found.get(text, (one.first, one.first))
        apart |= {text} if end != one.first else set()
        found[text] = first, one.end
    return {text: stretch for text, stretch in found.items() if text and text not in apart}


def _around(at: int, above: int, below: int, runs: Sequence[Sequence[_Run]]) -> Iterator[_Turns]:
    """Between two subtotals, as far as a label holds, and from the top."""
    yield above, at
    for level in runs:
        turn = bisect_left(level, at, key=attrgetter("end"))
        if turn < len(level):
            yield level[turn].first, at
        turn = bisect_right(level, at, key=attrgetter("first")) - 1
        if turn >= 0:
            yield at, level[turn].end
    yield at, below
    yield 0, at
