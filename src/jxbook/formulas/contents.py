"""What stands in a cell or comes out of a formula, and how a spreadsheet takes it: as number, text or truth.

Numbers are exact decimals, where a spreadsheet has binary fractions; what it shows is the same, see `rounded`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal
from math import isfinite

from jxbook.pattern import pattern
from jxbook.values import Raw, plain
from jxbook.values.entry import is_error
from jxbook.values.rounding import half_up


class FormulaError(Exception):
    """An error such as #DIV/0!, as a value and on its way out of a formula."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormulaError) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)


Value = Decimal | str | bool | FormulaError | None
"""One cell. None is a blank one, which is no empty text: it adds as 0 and is not counted."""
AreaContent = tuple[Value, ...]
"""The cells of an area, row by row."""
Content = Value | AreaContent

_FIFTEEN = Context(prec=15)
_NUMBER = pattern(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d{1,3})?", re.ASCII)
_DAY_0 = date(1899, 12, 30)


def content_of(raw: Raw) -> Value:
    """A cell's raw value as a formula sees it: a day is its number, "#REF!" an error."""
    if isinstance(raw, date):
        return Decimal((raw - _DAY_0).days)
    if isinstance(raw, str) and is_error(raw):
        return FormulaError(raw)
    return raw if raw is None or isinstance(raw, str | bool) else as_decimal(raw)


def as_decimal(number: Decimal | float) -> Decimal:
    """A number as the shortest decimal that means it. Raises Fault where it is not finite."""
    if isinstance(number, float) and not isfinite(number):
        raise FormulaError("#NUM!")
    return number if isinstance(number, Decimal) else Decimal(repr(number))


def stored(value: Value) -> str | Decimal:
    """A value as the cached one of the cell that shows it."""
    if isinstance(value, FormulaError):
        return value.code
    return text(value) if value is None or isinstance(value, bool) else value


def one(content: Content) -> Value:
    """The only cell of a content. Raises Fault for an area where one cell is wanted."""
    if not isinstance(content, tuple):
        return content
    if len(content) != 1:
        raise FormulaError("#VALUE!")
    return content[0]


def number(value: Value) -> Decimal:
    """A value in arithmetic: a blank cell is 0, a text its digits. Raises Fault for other texts and errors."""
    if isinstance(value, Decimal):
        return value
    if value is None or isinstance(value, bool):
        return Decimal(bool(value))
    if isinstance(value, FormulaError):
        raise value
    if not _NUMBER.fullmatch(value.strip()):
        raise FormulaError("#VALUE!")
    return Decimal(value.strip())


def text(value: Value) -> str:
    """A value joined to others, a number in at most 15 digits. Raises Fault for an error."""
    if isinstance(value, str):
        return value
    if isinstance(value, FormulaError):
        raise value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return "" if value is None else plain(_FIFTEEN.plus(value))


def truth(value: Value) -> bool:
    """A value as a condition. Raises Fault for a text and an error."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        raise FormulaError("#VALUE!")
    return number(value) != 0


def compared(left: Value, right: Value) -> int:
    """-1, 0 or 1: a number is less than any text, a text less than TRUE and FALSE; case does not count.

    A blank cell is what it is compared with: 0 or "". Raises Fault for an error.
    """
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return (left > right) - (left < right)
    if isinstance(left, FormulaError):
        raise left
    if isinstance(right, FormulaError):
        raise right
    first, second = _ranked(left, right), _ranked(right, left)
    return (first > second) - (first < second)


def rounded(amount: Decimal, places: int) -> Decimal:
    """Half up, from the 15 digits that a spreadsheet takes: 16.33 ÷ 20 is 81.65 %, not a little less."""
    digits = amount.as_tuple().digits
    return half_up(_FIFTEEN.plus(amount) if len(digits) > _FIFTEEN.prec else amount, places)


def _ranked(value: Value, other: Value) -> tuple[int, Decimal | str | bool]:
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else Decimal(0)
    if isinstance(value, bool):
        return 2, value
    return (1, value.lower()) if isinstance(value, str) else (0, number(value))
