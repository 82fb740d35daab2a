"""The workbook as a whole. XlsxWriter writes it: its files pass schema audit and carry cached values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jxbook import __version__
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.package.writer import rewritten
from jxbook.policy import Policy
from jxbook.template import Section
from jxbook.template.answers import write_answers
from jxbook.template.board import has_board, write_board
from jxbook.template.capacity import Capacity
from jxbook.template.facts import write_facts
from jxbook.template.findings import write_findings
from jxbook.template.form import write_form
from jxbook.template.guide import write_guide
from jxbook.template.layout import Layout
from jxbook.template.native_sheets import write_layer
from jxbook.template.passages import write_passages
from jxbook.template.record_sheets import write_record_sheets
from jxbook.template.sheet_writer import SheetWriter
from jxbook.template.styles import Formats
from jxbook.template.worksheet import FormSheet
from jxbook.workbook import names

_CREATED = datetime(2025, 1, 1)
"""A fixed date, so that the same policy gives the same bytes."""
_NORMAL = {"font_name": "Arial", "font_size": 10}
"""The font that column widths are counted in: seven pixels a digit in Excel, and everywhere a font of the same width
stands in for it, so that the page is as wide in LibreOffice and WPS."""
_EXCEL_2019 = 191029
"""The calculation engine that cached values claim to come from: no Excel since recalculates them on opening."""


def build(policy: Policy, sections: Sequence[Section], capacity: Capacity) -> bytes:
    """The bytes of the workbook."""
    target = BytesIO()
    book = Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": dict(_NORMAL),  # XlsxWriter adds to it
        },
    )
    book.set_properties(
        {"title": f"项目支出绩效自评表（{policy.identity.name}）", "author": "jxbook", "created": _CREATED}
    )
    book.set_custom_property("jxbook", __version__, "text")
    book.set_calc_mode("auto", _EXCEL_2019)
    # Without this, an Excel that lacks our functions would turn every score into #NAME? on opening.
    book.calc_on_load = False
    book.set_size(1440, 900)
    book.define_name(names.MADE_FOR, f'="{policy.id}"')
    styles = Formats(book)
    layout = Layout.of(policy, capacity)
    sheets = [names.GUIDE, names.FACTS, names.FORM, names.PASSAGES, *policy.values("layout.sheets")]
    if has_board(layout):
        sheets.append(names.BOARD)
    sheets += [names.FINDINGS, names.ANSWERS]
    writers = {name: SheetWriter(book.add_worksheet(name, FormSheet), styles) for name in sheets}
    write_guide(writers[names.GUIDE], policy, layout)
    write_facts(writers[names.FACTS], policy, capacity)
    write_form(writers[names.FORM], policy, layout)
    write_passages(writers[names.PASSAGES], sections)
    write_record_sheets(writers, book, policy, layout, capacity)
    if names.BOARD in writers:
        write_board(writers[names.BOARD], book, policy, layout)
    write_findings(writers[names.FINDINGS])
    write_answers(writers[names.ANSWERS], policy, layout)
    for name in names.WHEN_WANTED:
        if name in writers and not capacity.records.get(name):
            writers[name].hide()
    book.close()
    # XlsxWriter has zipfile write the system it runs on into every record.
    draft = Draft(open_zip(rewritten(target.getvalue(), policy.id), policy.id))
    write_layer(draft, policy, layout)
    return draft.bytes()
