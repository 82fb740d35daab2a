"""Targets reached and passed so far that the policy asks why."""

from __future__ import annotations

from jxbook.policy import Policy
from jxbook.scoring.row import RowScore
from jxbook.values import Sign, Target


def far_beyond(target: Target, score: RowScore, policy: Policy) -> bool:
    """Was the target passed by what over_fulfilment.reason_from says, or a ≤ undercut by as much?

    A ≤ that came to 0 (no accidents) is no such case, nor is anything inside a range.
    """
    deviation = score.deviation
    if not score.met or not deviation or target.sign is Sign.RANGE:
        return False
    return deviation != -1 and abs(deviation) * 100 >= policy.number("over_fulfilment.reason_from") - 100
