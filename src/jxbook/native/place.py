"""What a row is about, as formulas see it: its labels, carried down as merged cells read, and the words of its name.

A name is only searched for words that might tell. Where one does, and it matters, the row is left to the core.
"""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import (
    AND,
    FIND,
    IF,
    ISNUMBER,
    LEFT,
    MID,
    MOD,
    NOT,
    OR,
    RIGHT,
    SUMPRODUCT,
    TRIM,
)
from jxbook.native.entry import Steps, code, folded, holds, is_among, numbers
from jxbook.native.name_words import SURE, WANTED, WIDTH
from jxbook.native.name_words import UNWANTED as UNWANTED_WORDS
from jxbook.native.words import OF_LEVEL1, RowKind
from jxbook.scoring.place import TELLING as TELLING_LABELS
from jxbook.scoring.place import TIME
from jxbook.scoring.telling import NEGATIONS

ABOVE = "above "
"""Before the name of a step: the same step of the row above."""
KIND, UNWANTED = "kind", "is unwanted"
"""What the row is about, as a RowKind; may its name be about what is not wanted?"""
TELLING = "telling words"
"""How many unwanted words the name holds, and a thousand times how many wanted ones."""
_WANTED_WEIGHT = 1000
_TURNS = numbers(len((*UNWANTED_WORDS, *WANTED)))
NAME, LEVEL1, LEVEL2 = Reference("row name"), Reference("row level1"), Reference("row level2")
_LABELS = LEVEL1 & LEVEL2
WORDS = NAME & _LABELS


def place_steps(level1: Expression, level2: Expression, name: Expression) -> Steps:
    """The steps of the labels and of the name, from their cells."""
    above1, above2 = Reference(ABOVE + LEVEL1.name), Reference(ABOVE + LEVEL2.name)
    own2 = IF(level1.equals(""), IF(level2.equals(""), above2, folded(level2)), folded(level2))
    tells = OR(*(holds(_LABELS, word) for word in TELLING_LABELS))
    kind1, kind2 = Reference("kind 1"), Reference("kind 2")
    swapped = AND(kind1 >= 0, kind1 < OF_LEVEL1)
    untold = AND(kind2.equals(OF_LEVEL1), tells)
    own1 = IF(AND(kind1 >= OF_LEVEL1, kind1 < RowKind.MIXED), kind1 - OF_LEVEL1, kind1)
    of_level1 = IF(OR(swapped, untold), RowKind.MIXED, kind2 - OF_LEVEL1)
    return {
        LEVEL1.name: IF(level1.equals(""), above1 & "", folded(level1)),
        LEVEL2.name: own2 & "",
        NAME.name: folded(name),
        TELLING: IF(NAME.equals(""), 0, SUMPRODUCT(_of_telling() * _weights())),
        "kind 1": code(LEVEL1, "labels"),
        "kind 2": IF(LEVEL2.equals(""), -1, code(LEVEL2, "labels")),
        KIND: IF(
            kind2 >= 0,
            IF(AND(kind2 >= OF_LEVEL1, kind2 < RowKind.MIXED), of_level1, kind2),
            IF(
                kind1 < 0,
                IF(tells, RowKind.MIXED, RowKind.PLAIN),
                IF(AND(tells, LEVEL2.differs("")), RowKind.MIXED, own1),
            ),
        ),
        UNWANTED: AND(MOD(Reference(TELLING), _WANTED_WEIGHT) > 0, NOT(_ends_well())),
    }


def is_wanted() -> Expression:
    """May the name be about what is wanted?"""
    return Reference(TELLING) >= _WANTED_WEIGHT


def _of_telling() -> Expression:
    """For every word that tells whether it is in the name, as an array."""
    first = bracketed(_TURNS - 1) * WIDTH + 1
    return ISNUMBER(FIND(TRIM(MID(Reference("telling"), first, WIDTH)), NAME))


def _weights() -> Expression:
    """What each word counts, so that one sum tells of both kinds."""
    return bracketed(expression(1) + bracketed(len(UNWANTED_WORDS) < _TURNS) * (_WANTED_WEIGHT - 1))


def _ends_well() -> Expression:
    """办结率, but not 未办结率: a rate of one of the sure words, which come first of the wanted ones."""
    sure = MID(Reference("telling"), len(UNWANTED_WORDS) * WIDTH + 1, SURE * WIDTH)
    word = LEFT(RIGHT(NAME, 3), 2)
    negated = is_among(LEFT(RIGHT(NAME, 4), 1), f"|{'|'.join(NEGATIONS)}|")
    return AND(RIGHT(NAME, 1).equals("率"), NOT(negated), ISNUMBER(FIND(word & " " * (WIDTH - 2), sure)))


def is_timed() -> Expression:
    """Is a label about 时效?"""
    return holds(_LABELS, TIME)
