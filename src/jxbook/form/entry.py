"""One place of a form, and how it reads as a number or as money."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import dataclass, field
from jxbook.place import CellRef
from jxbook.values import Raw, as_number, shown
from jxbook.values.entry import NONE_WORDS, is_percent_format
from jxbook.values.fold import fold
from jxbook.values.quantity import read_quantity
from jxbook.values.units import NO_UNIT, read_unit

_LONGEST_NONE = 40  # characters, blanks and quotation marks included; a longer text says something


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the form: its raw value and its cell (None when the form has no such place).

    A formula's value is its cached one; `unknown` is True when the file holds none. `computed`: a formula stands there.
    """

    raw: Raw = None
    cell: CellRef | None = None
    number_format: str = "General"
    unknown: bool = False
    computed: bool = field(default=False, compare=False)
    """A formula stands in the cell."""

    @property
    def text(self) -> str:
        """What a person sees in the cell."""
        raw = self.raw
        if type(raw) is str:  # most are, and each is asked for many times
            return raw.strip()
        return "" if raw is None else shown(raw, self.number_format)

    @property
    def blank(self) -> bool:
        """Nothing is filled in."""
        raw = self.raw
        return raw is None or (isinstance(raw, str) and not raw.strip())

    @property
    def none(self) -> bool:
        """无, — or /: said to be not applicable."""
        return says_none(self.text)

    @property
    def number(self) -> Decimal | None:
        """The entry as a plain number ("1,000" and "10万元" too, unit left aside), None if it is none."""
        if self.raw is None:
            return None
        number = as_number(self.raw)
        if number is None and not isinstance(self.raw, bool):
            quantity = read_quantity(fold(self.text))
            number = quantity.number if quantity else None
        return number

    @property
    def score(self) -> Decimal | None:
        """The entry as points: 10, "10" or "10分"; None for 90%, 9O and anything else that are no points."""
        number = as_number(self.raw)
        if number is not None:
            return None if is_percent_format(self.number_format) else number
        quantity = None if isinstance(self.raw, bool) else read_quantity(fold(self.text))
        plain_points = quantity is not None and quantity.unit.name in _POINTS and not quantity.rough
        return quantity.number if quantity is not None and plain_points else None


def says_none(text: str) -> bool:
    """无, — or /: does a text say that there is nothing?"""
    return len(text) <= _LONGEST_NONE and fold(text) in NONE_WORDS


_POINTS = ("", "分")
_DEFAULT = Decimal(10_000)
NO_ENTRY = Entry()


def bare_amount(entry: Entry) -> Decimal | None:
    """An amount that names no unit and so is in the form's: 8 or "1,000". None for 80000元, 8万 and no amount."""
    number = as_number(entry.raw)
    if number is not None:
        return number
    quantity = read_quantity(fold(entry.text))
    return quantity.number if quantity and quantity.unit == NO_UNIT else None


def amount(entry: Entry, unit: str) -> Decimal | None:
    """An entry as an amount of money in `unit`: 80000元 in a form in 万元 is 8. None where it is no amount."""
    bare = bare_amount(entry)
    if bare is not None:
        return bare
    quantity, own = read_quantity(fold(entry.text)), read_unit(unit)
    if quantity is None or own is None or quantity.unit.dimension not in ("", own.dimension):
        return None
    return quantity.number * quantity.unit.factor / own.factor


def yuan_in(unit: str) -> Decimal:
    """How many 元 one of a form's unit of money is: 10 000 of 万元, which a form is in that names none."""
    own = read_unit(unit)
    return _DEFAULT if own is None else own.factor


def in_wan(money: Decimal, unit: str) -> Decimal:
    """An amount in a form's unit in 万元, in which reports and roll-ups reckon."""
    return money * yuan_in(unit) / _DEFAULT
