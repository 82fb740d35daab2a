"""优、良、中、差."""

from __future__ import annotations

from decimal import Decimal

from jxbook.policy import Policy


def grade(total: Decimal, policy: Policy) -> str:
    """The grade of a total: the first band, from the top, whose lower bound it reaches."""
    bands = policy.values("grades.bands")
    return str(next((word for bound, word in bands if total >= bound), bands[-1][1]))
