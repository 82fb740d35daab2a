"""How formulas read an entry: folded, its number with what stands before and behind it, the code of a word.

One trick finds the number. With all digits turned into 0 the first 0 is where it begins, and the count of 0 and "." is
its length; digits that do not stand together leave some behind, and no listed unit holds a digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jxbook.formulas.expression import Expression, Operand, Reference, expression
from jxbook.formulas.worksheet import (
    AND,
    ASC,
    CLEAN,
    FIND,
    IF,
    IFERROR,
    ISLOGICAL,
    ISNUMBER,
    LEFT,
    LEN,
    MID,
    NA,
    OR,
    RIGHT,
    SUBSTITUTE,
    VALUE,
    N,
)

Steps = Mapping[str, Expression]
"""Name → the formula of that cell, which refers to other cells by their names."""
NUMBERS = "numbers to"
"""Before how many there are, the name of as many numbers from 1; see `numbers`."""
_SPELT = ((" ", ""), ("≧", "≥"), ("≦", "≤"), (">=", "≥"), ("<=", "≤"))
_DATES = 32873, 73051
"""A number between these may be a date, which a cell does not tell from its format."""
_MOST_DIGITS = 10
"""Of a number, its point included: the points of a row are sure to be right to the cent then."""


def folded(cell: Expression) -> Expression:
    """A text half-width, without white space, signs in one spelling."""
    text: Expression = ASC(CLEAN(cell & ""))
    for spelt, sign in _SPELT:
        text = SUBSTITUTE(text, spelt, sign)
    return text


def entry_steps(own: str, cell: Expression) -> Steps:
    """The steps of an entry, by `own`: the folded text; a truth value, or what may be a date, is an error."""
    text = Reference(own)
    zeroed: Expression = text
    for digit in "123456789":
        zeroed = SUBSTITUTE(zeroed, digit, 0)
    shape, head, digits = (Reference(f"{own} {part}") for part in ("shape", "head", "digits"))
    length = LEN(shape) - LEN(SUBSTITUTE(SUBSTITUTE(shape, "0", ""), ".", ""))
    points = LEN(digits) - LEN(SUBSTITUTE(digits, ".", ""))
    ends_well = FIND(RIGHT(digits, 1), "0123456789") > 0
    is_number = AND(LEN(digits) <= _MOST_DIGITS, ends_well, points < 2)
    doubtful = OR(ISLOGICAL(cell), AND(N(cell) > _DATES[0], N(cell) < _DATES[1]))
    return {
        own: IF(doubtful, NA(), folded(cell)),
        f"{own} shape": zeroed,
        f"{own} head": LEFT(text, FIND("0", shape & "0") - 1),
        f"{own} digits": MID(text, LEN(head) + 1, length),
        f"{own} number": IFERROR(IF(is_number, VALUE(digits), ""), ""),
        f"{own} rest": MID(text, LEN(head & digits) + 1, 99),
    }


def code(text: Operand, listed: str) -> Expression:
    """The code of a word in a list, -1 where it is not listed."""
    words, word = Reference(listed), expression(text)
    return IFERROR(VALUE(MID(words, FIND("|" & word & ":", words) + LEN(word) + 2, 1)), -1)


def is_among(text: Operand, words: str) -> Expression:
    """Is a text one of |word|word|?"""
    listed = Reference(words) if not words.startswith("|") else expression(words)
    return ISNUMBER(FIND("|" & expression(text) & "|", listed))


def holds(text: Expression, word: str) -> Expression:
    """Does a text hold a word?"""
    return ISNUMBER(FIND(word, text))


def holds_any(text: Expression, words: Iterable[str]) -> Expression:
    """Does a text hold one of a few words?"""
    return OR(*(holds(text, word) for word in words))


def numbers(count: int) -> Reference:
    """The numbers from 1 to `count`, one below the other."""
    return Reference(f"{NUMBERS} {count}")
