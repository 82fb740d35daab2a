"""Money on the sheets beside the form → the same money in another form's unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jxbook.dataclass import replace
from jxbook.form import Entry, Records, bare_amount
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.sheet import RecordInput


def records_in_unit(records: Records, factor: Decimal) -> Records:
    """The records of a form whose money unit is `factor` times that of another, in the other's unit.

    Amounts that name a unit of their own stay as they are, as does what is no amount.
    """
    if factor == 1:
        return records
    converted: dict[str, Any] = {}
    for kind in KINDS.values():
        money = [column.field for column in kind.columns if column.entered is RecordInput.MONEY]
        if money:
            rows = getattr(records, kind.records)
            converted[kind.records] = tuple(
                replace(one, **{field: _times(getattr(one, field), factor) for field in money})
                for one in rows
            )
    return replace(records, **converted)


def _times(entry: Entry, factor: Decimal) -> Entry:
    number = bare_amount(entry)
    return entry if number is None else Entry(number * factor, entry.cell)
