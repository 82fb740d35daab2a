"""Points that a person gave to a row: their bounds, and the score that they make."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jxbook.form import Entry
from jxbook.policy import Policy
from jxbook.scoring.row import RowScore, State, awarded
from jxbook.values import Misfit, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import KeyName


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
    if number is None or not 0 <= number <= most:
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
