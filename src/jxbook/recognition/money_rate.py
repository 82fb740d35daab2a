"""A rate that is printed in the money block, and what it may be the share of."""

from __future__ import annotations

from decimal import Decimal

from jxbook.form import Entry, FundingRow, amount

_CLOSE = Decimal("0.0051")
"""A rate printed in whole percent is no further off."""


def is_share(rate: Entry, spent: Decimal | None, whole: Decimal | None) -> bool:
    """Is a rate, as a ratio or in percent, what was spent of an amount?"""
    number = rate.number
    if number is None or spent is None or not whole:
        return False
    return any(abs(one - spent / whole) < _CLOSE for one in (number, number / 100))


def is_of_received(received: Entry, row: FundingRow) -> bool:
    """Is the rate of a row what was spent of what was `received`, 到位数, and not of its budget?"""
    came, spent, planned = amount(received, row.unit), row.spent_amount, row.budget_amount
    return bool(planned) and is_share(row.rate, spent, came) and not is_share(row.rate, spent, planned)
