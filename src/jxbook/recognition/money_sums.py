"""Lines 小计 in a money block → the lines that each of them sums up, above it or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.dataclass import dataclass
from jxbook.form.labels import OF_WHICH, without_of_which
from jxbook.pattern import pattern
from jxbook.recognition.money_line import REST, MoneyLine, compared, differ

_SUM = pattern(r"(?:.{2,12})?(?:小计|合计|总计)")
_OF_PART = pattern(
    r"(?:.*小计|(?:当年|本年)?(?:财政|中央|省|市|县|区|地方|其他|其它|自筹|自有|社会|债券|上级|本级|一般公共|政府性基金).*)"
)


@dataclass(frozen=True, slots=True)
class MoneySum:
    """A line and the lines that it sums up, by their place in the block. `above`: these stand above it."""

    at: int
    parts: range
    above: bool


def says_sum(line: MoneyLine) -> bool:
    """Is a line by its label the sum of others?"""
    return bool(_SUM.fullmatch(without_of_which(line.name)))


def of_part(line: MoneyLine) -> bool:
    """Is such a line the sum of a part of the money: 小计, 财政拨款合计?"""
    return says_sum(line) and bool(_OF_PART.fullmatch(without_of_which(line.name)))


def sums_in(lines: Sequence[MoneyLine], total: int | None) -> Iterator[MoneySum]:
    """The subtotals of a block whose line `total` is the sum of all.

    A subtotal does not say where its lines stand: those that make it count, else those right above it, else below.
    """
    sums = [turn for turn, one in enumerate(lines) if turn == total or says_sum(one)]
    taken = 0
    for turn, at in enumerate(sums):
        if at == total:
            taken = at + 1
            continue
        end = sums[turn + 1] if turn + 1 < len(sums) else len(lines)
        above, below = range(taken, at), range(at + 1, end)
        found = _found(lines, at, above, below)
        taken = at + 1
        if found is not None:
            taken = max(taken, found.parts.stop)
            yield found


def _found(lines: Sequence[MoneyLine], at: int, above: range, below: range) -> MoneySum | None:
    for parts in (above[turn:] for turn in range(len(above))):
        if _makes(lines, at, parts):
            return MoneySum(at, parts, above=True)
    for parts in (below[: turn + 1] for turn in range(len(below))):
        if _makes(lines, at, parts):
            return MoneySum(at, parts, above=False)
    opens = bool(below) and lines[below[0]].name.startswith(OF_WHICH)
    if above and not opens:
        return MoneySum(at, above, above=True)
    end = next((turn for turn in below if REST.fullmatch(lines[turn].name)), below.stop)
    return MoneySum(at, range(below.start, end), above=False) if end > below.start else None


def _makes(lines: Sequence[MoneyLine], at: int, parts: range) -> bool:
    rows = [lines[turn].row for turn in parts]
    return compared(lines[at].row, rows) > 0 and not differ(lines[at].row, rows)
