"""The sheets beside the form: a questionnaire and the plain tables of `workbook.records.kinds`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jxbook.policy import Policy
from jxbook.template.capacity import Capacity
from jxbook.template.layout import Layout
from jxbook.template.record_sheets.plain import write_plain
from jxbook.template.record_sheets.prefilled import prefilled, rows_of
from jxbook.template.record_sheets.survey import write_survey
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook import names
from jxbook.workbook.records.kinds import KINDS, QUESTIONS


def write_record_sheets(
    writers: Mapping[str, SheetWriter], book: Any, policy: Policy, layout: Layout, capacity: Capacity
) -> None:
    """Write those of the sheets beside the form that the policy asks for. `book` makes the chart."""
    for sheet in policy.values("layout.sheets"):
        if sheet == names.SURVEY:
            asked = capacity.records.get(sheet)
            write_survey(writers[sheet], book, policy, QUESTIONS if asked is None else asked)
            continue
        given, rows = prefilled(sheet, layout), rows_of(sheet, layout)
        write_plain(writers[sheet], KINDS[sheet], policy, layout, given, rows)
