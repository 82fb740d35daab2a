"""优、良、中、差."""

from __future__ import annotations

from decimal import Decimal

from jxbook.policy import Policy
from jxbook.scoring.rounding import half_up


def grade(total: Decimal, policy: Policy) -> str:
    """The grade of a total: the first band, from the top, whose lower bound it reaches.

    The total is first rounded half up to `grades.places`: bands of whole numbers say nothing of 89.5.
    """
    judged = half_up(total, int(policy.number("grades.places")))
    bands = policy.values("grades.bands")
    return str(next((word for bound, word in bands if judged >= bound), bands[-1][1]))
