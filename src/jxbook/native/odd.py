"""Characters that only the core can read, in the labels and the name of a row and in its target."""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.worksheet import FIND, IFERROR, LEN, MID, MOD, OR, SUMPRODUCT
from jxbook.native.entry import Steps, numbers
from jxbook.native.place import WORDS
from jxbook.native.words import LONGEST

ODD = "odd ones"
"""How many there are in labels and name, and a hundred times how many in the target."""
_TARGET_WEIGHT = 100
_ODD = Reference(ODD)


def odd_steps() -> Steps:
    """The step that counts them, an array formula."""
    listed = Reference("odd")
    of_target = _count(Reference("target"), listed & Reference("numeric"))
    return {ODD: _count(WORDS, listed) + of_target * _TARGET_WEIGHT}


def is_row_odd() -> Expression:
    """Do labels and name hold what only the core can read?"""
    return OR(LEN(WORDS) > LONGEST, MOD(_ODD, _TARGET_WEIGHT) > 0)


def is_target_odd() -> Expression:
    """May a character of the target make it something else than words?"""
    return OR(LEN(Reference("target")) > LONGEST, _ODD >= _TARGET_WEIGHT)


def _count(text: Expression, characters: Expression) -> Expression:
    """How many of the first characters of a text are among these, whose first one is none.

    Behind the end of the text nothing is looked for, which is found in the first place.
    """
    return SUMPRODUCT(expression(1) * (IFERROR(FIND(MID(text, numbers(LONGEST), 1), characters), 0) > 1))
