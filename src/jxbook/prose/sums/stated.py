"""A whole beside its parts: do they come to it?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.prose.figure import Figure
from jxbook.prose.sums.parts import ADDED


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts as a text states them; `total` is what the parts come to, in the whole's base unit."""

    whole: Figure
    parts: tuple[Figure, ...]
    total: Decimal
    holds: bool

    @property
    def start(self) -> int:
        return min(self.whole.start, self.parts[0].start)

    @property
    def end(self) -> int:
        return max(self.whole.end, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class Leeway:
    """How far parts may be off: from `apart` per cent of the whole on they were not meant as its parts; up to `slack`
    units of the last digit they hold, beside what rounding explains."""

    apart: Decimal = Decimal(20)
    slack: Decimal = Decimal(0)


def stated(
    wholes: Sequence[Figure], parts: Sequence[Figure], leeway: Leeway, certain: bool = False
) -> Iterator[Sum]:
    """`certain`: the words say that these are all the parts."""
    if any(one.kind not in ADDED for one in parts):
        return
    values = [one.value for one in parts if one.value is not None]
    total = sum(values, Decimal(0))
    step = min(one.step for one in parts)
    rounded = any("." in one.text or one.scale > 1 for one in parts)
    room = max(step * len(parts) / 2, step) if rounded else Decimal(0)
    room += step * leeway.slack
    known = [one for one in wholes if one.value is not None]
    reached = [total] if certain else sorted(_partial(values, total))
    for one in known:
        assert one.value is not None
        near = bisect_left(reached, one.value - room)
        if near < len(reached) and reached[near] <= one.value + room:
            yield Sum(one, tuple(parts), total, True)
            return
    for whole in reversed(known):
        assert whole.value is not None
        if whole.value and (certain or abs(total - whole.value) * 100 < whole.value * leeway.apart):
            if whole.exact:
                yield Sum(whole, tuple(parts), total, False)
            return


def _partial(values: Sequence[Decimal], total: Decimal) -> Iterator[Decimal]:
    """What a whole may be: all parts; or, where a list goes on to other things or down a level, the first or last."""
    yield total
    running = Decimal(0)
    for at, value in enumerate(values[:-1]):
        running += value
        if at:
            yield running
            yield total - running
    if len(values) > 2:
        yield total - values[0]
        yield total / 2
