"""A budget and 预算调整数 beside it, which some offices call the adjusted budget and others what it was changed by."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.form import Entry, bare_amount

_WHOLE = 2
"""An adjusted budget is at least one such part of the first one; a change hardly ever is."""


def changed_budget(planned: Entry, change: Entry) -> dict[str, Entry]:
    """年初预算数 and 全年预算数 by field; without a change the first one is that of the year."""
    first, number = bare_amount(planned), bare_amount(change)
    if first is None or number is None:
        return {"budget": planned}
    if number * _WHOLE >= first:
        return {"initial_budget": planned, "budget": change}
    return {"initial_budget": planned, "budget": replace(change, raw=first + number, computed=True)}
