"""Figures that know where they come from, and texts that carry such figures.

A figure stands in a text between marks that no user can type: what it is, in which cells, and as it is printed.
So sentences stay ordinary texts, and every renderer and the 核对单 find each figure with its source. `bare` takes
the marks out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add

from jxbook.form import Entry
from jxbook.prose.figures import NUMBER
from jxbook.scoring import half_up
from jxbook.values import plain

_OPEN, _NAMED, _PLACED, _CLOSE = "\ue001", "\ue002", "\ue003", "\ue004"
MARKED = re.compile(f"{_OPEN}([^{_NAMED}]*){_NAMED}([^{_PLACED}]*){_PLACED}([^{_CLOSE}]*){_CLOSE}")
"""A marked figure: its name, its cells, its text."""
_PLACE, _PLACE_END = "\ue005", "\ue006"
PLACED = re.compile(f"{_PLACE}([^{_PLACE_END}]*){_PLACE_END}")
"""The cell in which what a marker asks for is to be written; it stands before the marker and is never printed."""
_RESERVED = re.compile("[\ue000-\ue00f]")
_BEFORE, _AFTER = 6, 3
_MONEY_PLACES = 6


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
        return self._with(self.number + other.number, "＋", other, joined=True)

    def __sub__(self, other: Sourced) -> Sourced:
        return self._with(self.number - other.number, "－", other, joined=True)

    def __mul__(self, other: Sourced) -> Sourced:
        return self._with(self.number * other.number, "×", other)

    def __truediv__(self, other: Sourced) -> Sourced:
        return self._with(self.number / other.number, "÷", other)

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

    def fixed(self, places: int = 2) -> str:
        """With just so many decimal places, as in a column of a table."""
        return mark(f"{half_up(self.number, places):.{places}f}", self.name, self.where)

    def as_text(self, text: str) -> str:
        """Another text that prints this number."""
        return mark(text, self.name, self.where)

    def _with(self, number: Decimal, sign: str, other: Sourced, *, joined: bool = False) -> Sourced:
        brackets = sign in "×÷"
        names, cells = (
            f"{_operand(first, self.joined and brackets)}{sign}"
            f"{_operand(second, other.joined and (brackets or sign == '－'))}"
            for first, second in ((self.name, other.name), (self.where, other.where))
        )
        return Sourced(
            number, names, cells if self.where and other.where else self.where or other.where, joined
        )


def _operand(text: str, bracketed: bool) -> str:
    return f"（{text}）" if bracketed else text


def total(numbers: Iterable[Sourced], name: str = "") -> Sourced | None:
    """The sum, called `name` where its reckoning is long; None of nothing."""
    parts = list(numbers)
    if not parts:
        return None
    whole = reduce(add, parts)
    return Sourced(whole.number, name or whole.name, whole.where, whole.joined and not name)


def count(number: int, name: str) -> Sourced:
    """A number of things counted."""
    return Sourced(Decimal(number), name)


def place_of(entry: Entry) -> str:
    """The cell of an entry, "" where the form has none."""
    return str(entry.cell) if entry.cell else ""


def mark(text: str, name: str, where: str) -> str:
    """A text that prints a figure, marked with its name and its cells."""
    return f"{_OPEN}{name}{_NAMED}{where}{_PLACED}{text}{_CLOSE}"


def placed(text: str, where: str) -> str:
    """A marker with the cell in which what it asks for is to be written."""
    return f"{_PLACE}{where}{_PLACE_END}{text}"


def bare(text: str) -> str:
    """A text as it is read, without marks."""
    text = PLACED.sub("", text) if _PLACE in text else text
    return MARKED.sub(r"\3", text) if _OPEN in text else text


def without_reserved(text: str) -> str:
    """A user's text without the characters that marks are made of."""
    return _RESERVED.sub("", text)


def quoted(text: str, label: str, where: str) -> str:
    """A user's text, every number of it marked with where it was written.

    A number is known by the words around it, not by itself, so that it is found again when it was changed.
    """
    text = without_reserved(text)

    def marked(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        around = f"{before}□{text[match.end() : match.end() + _AFTER]}"
        return mark(match[0], f"{label}“{' '.join(around.split())}”", where)

    return NUMBER.sub(marked, text)


def cited(entry: Entry, label: str) -> str:
    """An entry as a user wrote it, on one line, its numbers marked; "" for 无 and —."""
    return "" if entry.none else quoted(" ".join(entry.text.split()), label, place_of(entry))
