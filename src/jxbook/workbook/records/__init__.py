"""The sheets beside the form, in a workbook: found and read by labels, filled in, and reckoned.

What they look like is `template/record_sheets`; what follows from them is in `jxbook.scoring`.
"""

from jxbook.workbook.records.fill import NoRoom, record_changes
from jxbook.workbook.records.kinds import FIELDS, ROWS
from jxbook.workbook.records.money import records_in_unit
from jxbook.workbook.records.read import read_records, records_of
from jxbook.workbook.records.values import record_values

__all__ = [
    "FIELDS",
    "ROWS",
    "NoRoom",
    "read_records",
    "record_changes",
    "record_values",
    "records_in_unit",
    "records_of",
]
