"""The sheets beside the form, in a workbook: found and read by labels, and filled in.

What they look like is `template/record_sheets`; what follows from them is in `jxbook.scoring`. The names are
resolved on first use: reading a workbook needs none of the modules that fill one in.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jxbook.workbook.records.fill import TooFewRows as TooFewRows
    from jxbook.workbook.records.fill import record_changes as record_changes
    from jxbook.workbook.records.kinds import FIELDS as FIELDS
    from jxbook.workbook.records.kinds import ROWS as ROWS
    from jxbook.workbook.records.money import records_in_unit as records_in_unit
    from jxbook.workbook.records.read import read_records as read_records
    from jxbook.workbook.records.read import records_of as records_of

_HOMES = {
    "FIELDS": "kinds",
    "ROWS": "kinds",
    "TooFewRows": "fill",
    "read_records": "read",
    "record_changes": "fill",
    "records_in_unit": "money",
    "records_of": "read",
}
__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jxbook.workbook.records' has no attribute {name!r}")
    return getattr(import_module(f"jxbook.workbook.records.{_HOMES[name]}"), name)
