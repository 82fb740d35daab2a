"""Does a cell say that something does not apply: 无, —, / and their kin?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import add

from jxbook.formulas.expression import Expression, Operand
from jxbook.formulas.worksheet import FIND, ISNUMBER
from jxbook.values.entry import NONE_WORDS

_SPELT = str.maketrans("-/\\", "—／＼")
SPELLINGS = sorted(NONE_WORDS | {word.translate(_SPELT) for word in NONE_WORDS})
"""What stands in an entry that does not apply, dashes and strokes also as a Chinese keyboard gives them."""


def is_none(cell: Expression) -> Expression:
    """Does a cell say that something does not apply? An error does not."""
    return _is_one_of(cell, SPELLINGS)


def is_nothing(cell: Expression) -> Expression:
    """As `is_none`, and true of a blank cell too."""
    return _is_one_of(cell, ["", *SPELLINGS])


def _is_one_of(cell: Expression, words: list[str]) -> Expression:
    """One FIND takes the place of a comparison for each word."""
    return ISNUMBER(FIND("|" & cell & "|", f"|{'|'.join(words)}|"))


def each_is_none(cells: Expression) -> Expression:
    """As `is_none` of every cell of an area, as an array of 0 and 1; an error remains one."""
    return _each_is_one_of(cells, SPELLINGS)


def each_is_nothing(cells: Expression, also: Sequence[str] = ()) -> Expression:
    """As `is_nothing` of every cell of an area, as an array of 0 and 1; an error remains one. `also` says nothing."""
    return _each_is_one_of(cells, ["", *SPELLINGS, *also])


def _each_is_one_of(cells: Expression, words: list[str]) -> Expression:
    """A comparison for each word: not every spreadsheet takes an area in FIND or MATCH."""
    return sum_of(cells.equals(word) for word in words)


def sum_of(parts: Iterable[Expression]) -> Expression:
    """These, of which there is one at least, with + between them."""
    return reduce(add, parts)


def where_not_none(cells: Expression) -> Iterator[Operand]:
    """The criteria by which SUMIFS leaves out what does not apply."""
    for word in SPELLINGS:
        yield from (cells, f"<>{word}")
