"""Figures that know where they come from, and write their marks when they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare, mark
from jxbook.form import Entry
from jxbook.scoring import half_up, percent
from jxbook.values import plain

_SUMS, _ANY = frozenset("＋－"), frozenset("＋－×÷")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A number with what it is (`name`) and the cells it stands in or is reckoned from (`where`).

    Arithmetic on it writes the reckoning along: 全年预算数－全年执行数, 自评表!E6－自评表!F6. `joined`: it is a sum
    or a difference, which stands in brackets inside a product. Printed, it is the plain number with its marks.
    """

    number: Decimal
    name: str
    where: str = ""
    joined: bool = False

    def __str__(self) -> str:
        return mark(plain(self.number), self.name, self.where)

    def __add__(self, other: Sourced) -> Sourced:
        name, where = f"{self.name}＋{other.name}", _both(self.where, "＋", other.where)
        return Sourced(self.number + other.number, name, where, True)

    def __sub__(self, other: Sourced) -> Sourced:
        theirs, cells = _operand(other)
        name, where = f"{self.name}－{theirs}", _both(self.where, "－", cells)
        return Sourced(self.number - other.number, name, where, True)

    def __mul__(self, other: Sourced) -> Sourced:
        return self._times(self.number * other.number, "×", other)

    def __truediv__(self, other: Sourced) -> Sourced:
        return self._times(self.number / other.number, "÷", other)

    def __abs__(self) -> Sourced:
        return self if self.number >= 0 else Sourced(-self.number, self.name, self.where, self.joined)

    def __bool__(self) -> bool:
        return self.number != 0

    def rounded(self, places: int) -> Sourced:
        """Rounded half up."""
        return Sourced(half_up(self.number, places), self.name, self.where, self.joined)

    def percent(self, places: int = 2) -> str:
        """A ratio in per cent, without idle zeros: 26.6%."""
        return mark(f"{plain(half_up(self.number * 100, places))}%", self.name, self.where)

    def percent_fixed(self, places: int = 2) -> str:
        """A ratio in per cent with just so many places, 100% alone without: 73.40%."""
        shown = half_up(self.number * 100, places)
        return mark("100%" if shown == 100 else f"{shown:.{places}f}%", self.name, self.where)

    def as_rate(self, places: int = 2) -> str:
        """A rate as the form prints it: 73.40%, but 90%."""
        return mark(percent(self.number, places), self.name, self.where)

    def fixed(self, places: int = 2) -> str:
        """With just so many decimal places, as in a column of a table."""
        return mark(f"{half_up(self.number, places):.{places}f}", self.name, self.where)

    def as_text(self, text: str) -> str:
        """Another text that prints this number."""
        return mark(text, self.name, self.where)

    def _times(self, number: Decimal, sign: str, other: Sourced) -> Sourced:
        mine, theirs = _operand(self), _operand(other, _ANY if sign == "÷" else _SUMS)
        return Sourced(number, f"{mine[0]}{sign}{theirs[0]}", _both(mine[1], sign, theirs[1]))


def _operand(one: Sourced, signs: frozenset[str] = _SUMS) -> tuple[str, str]:
    """Name and cells behind a － or inside a product, what has one of `signs` in brackets.

    A sum that has a name of its own (产出得分合计) needs none around the name, but its cells do.
    """
    return f"（{one.name}）" if one.joined else one.name, _bracketed(one.where, signs)


def _bracketed(cells: str, signs: frozenset[str]) -> str:
    """A reckoning in brackets, where one of the signs stands in it outside of brackets."""
    if signs.isdisjoint(cells):
        return cells
    depth = 0
    for sign in cells:
        depth += (sign == "（") - (sign == "）")
        if not depth and sign in signs:
            return f"（{cells}）"
    return cells


def _both(first: str, sign: str, second: str) -> str:
    """Two cells with a sign between them, or the one that is known."""
    return f"{first}{sign}{second}" if first and second else first or second


def total(numbers: Iterable[Sourced], name: str = "") -> Sourced | None:
    """The sum, called `name` where its reckoning is long; None of nothing."""
    parts = tuple(numbers)
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    whole = sum([one.number for one in parts], Decimal(0))
    where = "＋".join([one.where for one in parts if one.where])
    return Sourced(whole, name or "＋".join([one.name for one in parts]), where, not name)


def count(number: int, name: str) -> Sourced:
    """A number of things counted."""
    return Sourced(Decimal(number), bare(name))


def place_of(entry: Entry) -> str:
    """The cell of an entry, "" where the form has none."""
    return str(entry.cell) if entry.cell else ""
