"""优、良、中、差."""

from __future__ import annotations

from decimal import Decimal

from jxbook.policy import Policy
from jxbook.scoring.rounding import half_up
from jxbook.values import plain


def grade(total: Decimal, policy: Policy) -> str:
    """The grade of a total: the first band, from the top, whose lower bound it reaches.

    The total is first rounded half up to `grades.places`: bands of whole numbers say nothing of 89.5.
    """
    judged = _judged(total, policy)
    bands = policy.values("grades.bands")
    return str(next((word for bound, word in bands if judged >= bound), bands[-1][1]))


def explain_grade(total: Decimal, policy: Policy) -> str:
    """How a total came to its grade, in one Chinese sentence: "86.53分，在80分（含）至90分之间，为良。"."""
    judged, bands = _judged(total, policy), policy.values("grades.bands")
    turn = next((turn for turn, (bound, _) in enumerate(bands) if judged >= bound), len(bands) - 1)
    bound, word = bands[turn]
    above = bands[turn - 1][0] if turn else None
    if above is None:
        within = f"{plain(bound)}分（含）以上"
    elif turn == len(bands) - 1:
        within = f"{plain(above)}分以下"
    else:
        within = f"在{plain(bound)}分（含）至{plain(above)}分之间"
    places = "" if judged == total else f"，按{plain(judged)}分评定等级"
    return f"总分{plain(total)}分{places}，{within}，为{word}。"


def _judged(total: Decimal, policy: Policy) -> Decimal:
    return half_up(total, int(policy.number("grades.places")))
