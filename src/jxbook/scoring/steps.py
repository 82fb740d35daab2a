"""Scoring by steps: a rate falls into one of several ranges, each worth a share of the points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.values import plain


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its share of the points as a ratio, and its range in words, such as "在80%（含）至90%之间"."""

    share: Decimal
    words: str
    highest: bool


def step_of(rate: Decimal, steps: Sequence[tuple[Decimal, Decimal]]) -> Step:
    """The step that a rate (1 = 100 %) reaches; `steps` are (lower bound, share) in per cent, highest first."""
    turn = next((turn for turn, (bound, _) in enumerate(steps) if rate * 100 >= bound), len(steps) - 1)
    return numbered(turn, steps)


def numbered(turn: int, steps: Sequence[tuple[Decimal, Decimal]]) -> Step:
    """The step at this place of the list, the last one where the list is shorter."""
    turn = min(turn, len(steps) - 1)
    bound, share = steps[turn]
    if turn == 0:
        words = f"不低于{plain(bound)}%"
    elif bound == 0:
        words = f"低于{plain(steps[turn - 1][0])}%"
    else:
        words = f"在{plain(bound)}%（含）至{plain(steps[turn - 1][0])}%之间"
    return Step(share / 100, words, turn == 0)
