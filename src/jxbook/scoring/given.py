"""Points that a person gave: their bounds, as the cells and the scoring hold them, and the score that they make."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jxbook.form import Entry
from jxbook.formulas.expression import Expression, Operand, Reference
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import AND, COUNT, COUNTA, ISNUMBER, MAX, MIN, OR
from jxbook.policy import Policy
from jxbook.scoring.row import RowScore, State, awarded
from jxbook.values import Misfit, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import KeyName

_GIVEN, _MOST = Reference("given"), Reference("most")


def is_given(score: Expression, most: Operand) -> Expression:
    """Is this a number from 0 to the most that may be given?"""
    return AND(ISNUMBER(score), score >= 0, score <= most)


def any_not_given(scores: Expression, most: Operand) -> Expression:
    """Is any of these scores, where it is not blank, none that `is_given`?"""
    return OR(COUNTA(scores) > COUNT(scores), MIN(scores) < 0, MAX(scores) > most)


def each_out_of_bounds(scores: Expression, full: Operand, points: Expression | None) -> Expression:
    """For each of these scores whether it is a number that is not `is_given`, as an array of 0 and 1. The most are
    the 分值 of its row, where that is a number, and `full` in any case."""
    outside = (scores < 0) + (scores > full)
    if points is not None:
        outside = outside + each_is_number(points) * (scores > points)
    return each_is_number(scores) * (bracketed(outside) > 0)


def each_is_number(cells: Expression) -> Expression:
    """For every cell whether it holds a number, as an array: a number compares less than any text."""
    return cells.differs("") * (cells < "")


def is_in_bounds(score: Decimal | None, most: Decimal) -> bool:
    """Does `is_given` hold?"""
    return is_given(_GIVEN, _MOST).over({"given": score, "most": most}) is True


def most_points(points: Decimal | None, policy: Policy) -> Decimal:
    """The most that a row may be given: its 分值, or the full total where it has none."""
    return policy.number("weights.total") if points is None else points


def points_in(entry: Entry) -> Decimal | Misfit | None:
    """The 分值 in an entry, None where it is blank or 无; a Misfit where it holds what are no points: 9O, 90%."""
    points = entry.score
    if points is not None or entry.blank or entry.none:
        return points
    return Misfit(f"分值“{entry.text}”不是分数")


def given_points(entry: Entry, most: Decimal, what: str) -> Decimal | Misfit:
    """The number in an entry, if it is one from 0 to `most`; `what` says in Chinese which entry it is."""
    number = entry.score
    if number is None or not is_in_bounds(number, most):
        return Misfit(f"{what}“{entry.text}”不是0至{plain(most)}之间的数")
    return number


def given_score(
    compared: RowScore,
    method: str,
    given: Decimal,
    points: Decimal | None,
    policy: Policy,
    *,
    rule: KeyName,
    said: Callable[[str], str],
) -> RowScore:
    """The score of a row that was given points; `compared` is the row without them, if it can be compared at all.

    `rule` is the key of the policy's rule by which they count, `said` makes the explanation of the printed points.
    """
    earned, exact = awarded(given, policy)
    return RowScore(
        State.SCORED,
        method,
        said(plain(earned)),
        policy.rule(rule).cited,
        compared.completion,
        earned,
        compared.deviation,
        compared.met if compared.completion is not None else points is None or earned >= points,
        doubts=compared.doubts,
        exact=exact,
    )
