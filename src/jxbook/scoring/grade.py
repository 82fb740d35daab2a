"""优、良、中、差: one statement for the formula of the workbook and for the scoring."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.formulas.expression import Expression, Reference, expression
from jxbook.formulas.worksheet import IF, ROUND
from jxbook.policy import Policy
from jxbook.policy.once import once_for_each
from jxbook.scoring.rounding import half_up
from jxbook.values import fold, plain

_LONG = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}


def graded(total: Expression, policy: Policy) -> Expression:
    """The grade of a total: the first band, from the top, whose lower bound it reaches.

    The total is first rounded half up to `grades.places`: bands of whole numbers say nothing of 89.5.
    """
    judged = ROUND(total, policy.number("grades.places"))
    *higher, (_, lowest) = policy.values("grades.bands")
    found = expression(lowest)
    for bound, word in reversed(higher):
        found = IF(judged >= bound, word, found)
    return found


def grade(total: Decimal, policy: Policy) -> str:
    """The grade that `graded` comes to."""
    return str(_graded(policy).over({_TOTAL.name: total}))


_TOTAL = Reference("total")


@once_for_each
def _graded(policy: Policy) -> Expression:
    return graded(_TOTAL, policy)


def short_grade(text: str) -> str:
    """A grade as the national rules call it, 优秀等级 → 优; any other word as it is, without 等 and 级."""
    word = fold(text).removesuffix("等级").removesuffix("级").removesuffix("等")
    return _LONG.get(word, word)


def explain_grade(total: Decimal, policy: Policy) -> str:
    """How a total came to its grade, in one Chinese sentence: "86.53分，在80分（含）至90分之间，为良。"."""
    judged, bands = _judged(total, policy), policy.values("grades.bands")
    turn = next((turn for turn, (bound, _) in enumerate(bands) if judged >= bound), len(bands) - 1)
    within, word = band(bands, turn), bands[turn][1]
    if 0 < turn < len(bands) - 1:
        within = f"在{within}之间"
    places = "" if judged == total else f"，按{plain(judged)}分评定等级"
    return f"总分{plain(total)}分{places}，{within}，为{word}。"


def band(bands: Sequence[tuple[Decimal, str]], turn: int) -> str:
    """The points of one of the `grades.bands`, of which the best is the first: 90分（含）以上, 80分（含）至90分, 60分以下."""
    low = plain(bands[turn][0])
    if turn == 0:
        return f"{low}分（含）以上"
    above = plain(bands[turn - 1][0])
    return f"{above}分以下" if turn == len(bands) - 1 else f"{low}分（含）至{above}分"


def _judged(total: Decimal, policy: Policy) -> Decimal:
    return half_up(total, int(policy.number("grades.places")))
