"""The sign and the units of two entries, and whether the one can be compared with the other."""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.worksheet import AND, EXACT, FIND, IF, ISNUMBER, LEFT, LEN, NOT, OR, RIGHT
from jxbook.native.entry import Steps, code, holds, is_among
from jxbook.native.odd import is_row_odd
from jxbook.native.place import is_timed
from jxbook.native.words import UnitKind

LEAST, MORE, MOST, LESS, EQUAL = range(1, 6)
"""The codes of the signs, as in `words.SIGNS`."""
READABLE, COMPARABLE = "readable", "comparable"
"""Is the target a quantity or a month that the lists know; and the actual one like it?"""
TARGET, ACTUAL = Reference("target"), Reference("actual")
WANTED, REACHED = Reference("target number"), Reference("actual number")
DIGITS, DIGITS2 = Reference("target digits"), Reference("actual digits")
KIND, KIND2, SIGN = Reference("target kind"), Reference("actual kind"), Reference("sign")
"""The UnitKind of both, and how the target is to be compared, by its code."""
_HEAD, _HEAD2, _REST, _TAIL = (
    Reference(f"{part}") for part in ("target head", "actual head", "target rest", "tail")
)
UNIT, UNIT2 = LEFT(_REST, LEN(_REST) - _TAIL), Reference("actual rest")
SAME = EXACT(TARGET, ACTUAL)
LED = code(_HEAD2, "leads") > 0
"""Does the actual begin with nothing, or with what changes nothing of it?"""
_EXPORTED = AND(EXACT(_HEAD, _HEAD2), is_among(_HEAD, "|≥|≤|<|"))
"""The sign of the target before the actual: so programs hand it over. > alone is left out: >0 beside >0家 is more than 0."""
BOUND = AND(EXACT(_HEAD2, "≥"), SIGN.differs(MOST), SIGN.differs(LESS), NOT(OR(_EXPORTED, SAME)))
"""Does the actual only say what it is not below?"""
_LONGEST_TAIL = 3


def comparable_steps() -> Steps:
    """The steps from the two entries to whether they can be compared."""
    lengths: Expression = expression(0)
    for size in range(1, _LONGEST_TAIL + 1):
        listed = FIND("|" & RIGHT("##" & _REST, size) & ":", Reference("tails"))
        lengths = IF(ISNUMBER(listed), size, lengths)
    head = code(_HEAD, "heads")
    tail = code(RIGHT(_REST, _TAIL), "tails")
    comparable = OR(LED, _EXPORTED, SAME, BOUND)
    return {
        "tail": lengths,
        KIND.name: code(UNIT, "units"),
        KIND2.name: code(UNIT2, "units"),
        SIGN.name: IF(AND(_TAIL > 0, head.equals(EQUAL)), tail, head),
        READABLE: AND(SIGN > 0, KIND > 0, ISNUMBER(WANTED), NOT(_may_be_time())),
        COMPARABLE: AND(Reference(READABLE), KIND2 > 0, ISNUMBER(REACHED), comparable, NOT(is_row_odd())),
    }


def _may_be_time() -> Expression:
    """2024年, 202412 and 12.31前 are points in time."""
    bare = AND(
        KIND.equals(UnitKind.NONE),
        OR(LEN(DIGITS) > 5, holds(_REST, "前"), AND(is_timed(), holds(DIGITS, "."))),
    )
    years = AND(
        OR(UNIT.equals("年"), UNIT2.equals("年")),
        OR(LEN(DIGITS).equals(4), LEN(DIGITS2).equals(4)),
    )
    return OR(bare, years)
