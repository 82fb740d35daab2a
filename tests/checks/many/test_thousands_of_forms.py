"""A bureau's forms are compared in time that grows with their number alone."""

from __future__ import annotations

import time

from submitted import submitted

from jxbook.checks import check_many
from jxbook.checks.submission import Many


def seconds(count: int) -> float:
    """Of the processor, for so many forms of one department; the least of two goes."""
    forms = tuple(submitted(f"项目{at}") for at in range(count))
    spent = []
    for _ in range(2):
        begun = time.process_time()
        list(check_many(Many(forms)))
        spent.append(time.process_time() - begun)
    return min(spent)


def test_twelve_times_as_many_forms_take_far_less_than_the_square() -> None:
    """What is remembered of a thousand names is not of twelve thousand: hence more than twelve times."""
    assert seconds(12_000) < 50 * seconds(1000)
