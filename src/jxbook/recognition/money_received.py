"""A rate that is printed beside 到位数: the share of what came in, which is not the 执行率 of the budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.form import Entry, bare_amount

_CLOSE = Decimal("0.0051")
"""A rate printed in whole percent is no further off."""


def is_of_received(received: Entry, entries: Mapping[str, Entry]) -> bool:
    """Is the rate of a line, by field, what was spent of what was `received`, and not of its budget?"""
    came, spent, planned = (bare_amount(one) for one in (received, entries["spent"], entries["budget"]))
    rate = entries["rate"].number
    if not came or not planned or spent is None or rate is None:
        return False
    shares = (rate, rate / 100)
    return any(abs(one - spent / came) < _CLOSE for one in shares) and all(
        abs(one - spent / planned) >= _CLOSE for one in shares
    )
