"""Between what stands in a cell's XML and what it means: numbers, dates, addresses."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from jxbook.place import column_letters

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAX_TEXT = 32_767
"""Characters in one cell: Excel's own limit."""

MOST_POSITIONS = 4096
"""Positions that are remembered; a sheet with more cells would only drive out those of the others."""
_DIGITS = "0123456789"
_SHORT = 6
"""Characters of a number that is likely to come again."""
_BEFORE_LEAP_BUG = date(1899, 12, 31)
_AFTER_LEAP_BUG = date(1899, 12, 30)
_FIRST_OF_1904 = date(1904, 1, 1)
_LEAP_BUG = 60  # Excel counts a 29 February 1900, which never was
_LAST_SERIAL = 2_958_465  # 31 December 9999
_LAST_SERIAL_1904 = 2_957_003


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """ "A" → 1, "XFD" → 16384. Raises ValueError for anything that is no column."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z" or number > LAST_COLUMN:
            raise ValueError(letters)
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= LAST_COLUMN:
        raise ValueError(letters)
    return number


def row_number(digits: str) -> int:
    """ "15" → 15. Raises ValueError for anything that is no row."""
    if len(digits) > 7 or digits.strip(_DIGITS) or not 1 <= int(digits) <= LAST_ROW:
        raise ValueError(digits)
    return int(digits)


@lru_cache(MOST_POSITIONS)  # the cells of forms stand in the same few columns and rows
def position(address: str) -> tuple[int, int]:
    """ "G15" → (15, 7). Raises ValueError for anything that is no address."""
    letters = address.rstrip(_DIGITS)
    return row_number(address[len(letters) :]), column_number(letters)


@lru_cache(maxsize=1024)  # forms of one kind merge the same areas
def area(reference: str) -> tuple[int, int, int, int]:
    """ "B2:D5" → (2, 2, 5, 4), "B2" → (2, 2, 2, 2): top, left, bottom, right. Raises ValueError."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = position(first), position(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def next_address(previous: str, row: int) -> str:
    """The address of a cell that does not state it: right of `previous`, column A when that is ""."""
    column = position(previous)[1] + 1 if previous else 1
    return f"{column_letters(column)}{row}"


def number_of(text: str) -> Decimal | None:
    """The number that a cell's text stands for, None when it is none that can be reckoned with.

    Excel stores binary fractions in 17 digits; the shortest decimal that means the same one is what
    its user typed: "0.97699999999999998" → 0.977.
    """
    return _remembered(text) if len(text) <= _SHORT else _number_of(text)


def _number_of(text: str) -> Decimal | None:
    if not text.isascii() or "_" in text:  # which Python would read: 1_0 and ٣
        return None
    if len(text) < 16 and text.replace(".", "", 1).isdecimal():
        return Decimal(text)  # so few digits are the shortest already
    try:
        number = float(text)
    except ValueError:
        return None
    return Decimal(number_text(number)) if isfinite(number) else None


_remembered = lru_cache(maxsize=1024)(_number_of)  # forms are full of serial numbers and round points


def number_text(number: float) -> str:
    """A number as Excel would store it, as short as possible: 47.0 → "47"."""
    return repr(number + 0.0).removesuffix(".0")  # + 0.0 turns -0.0 into 0.0


def day_of(serial: Decimal, from_1904: bool) -> date | None:
    """The day that a serial number means, its time of day dropped; None when it means no day."""
    if from_1904:
        return _FIRST_OF_1904 + timedelta(int(serial)) if 0 <= serial < _LAST_SERIAL_1904 + 1 else None
    if not 1 <= serial < _LAST_SERIAL + 1 or int(serial) == _LEAP_BUG:
        return None
    return (_BEFORE_LEAP_BUG if serial < _LEAP_BUG else _AFTER_LEAP_BUG) + timedelta(int(serial))


def iso_day(text: str) -> date | None:
    """The day of an ISO 8601 date or time ("2024-12-31T00:00:00"), None when it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
