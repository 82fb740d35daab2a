"""What follows from a policy alone is worked out once for each policy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jxbook.policy.model import Policy

Made = TypeVar("Made")

_MOST_POLICIES = 64
"""The 核对单 asks about seven others for each."""


def once_for_each(work: Callable[[Policy], Made]) -> Callable[[Policy], Made]:
    """`work`, whose answers are kept for the last policies that were asked about.

    A policy is known again by being the very same object: it never changes, and a file that did makes another one.
    """
    known: dict[int, tuple[Policy, Made]] = {}  # with the policy, so that its number is nobody else's

    def found(policy: Policy) -> Made:
        kept = known.get(id(policy))
        if kept is None:
            while len(known) >= _MOST_POLICIES:
                known.pop(next(iter(known)), None)
            kept = known[id(policy)] = policy, work(policy)
        return kept[1]

    found.__doc__ = work.__doc__
    return found
