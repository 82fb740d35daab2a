"""The hidden sheets of formulas and the names that lead to them, out of a new workbook into an older one."""

from __future__ import annotations

import re
from html import unescape

from jxbook.package import Package
from jxbook.package.draft import Draft
from jxbook.workbook import names
from jxbook.workbook.calcchain import without_cells
from jxbook.workbook.file_kind import WORKBOOK
from jxbook.workbook.graft import append_sheet
from jxbook.workbook.newsheet import define_names
from jxbook.workbook.parts import read_plan

_PARTS = {names.WORDS_SHEET: "xl/worksheets/words.xml", names.ROWS_SHEET: "xl/worksheets/rows.xml"}
"""The sheets of the layer, and their parts in a new workbook."""
_NAME = re.compile(r'<definedName name="([^"]*)" hidden="1">([^<]*)</definedName>')
_CODE_NAME = re.compile(r'<sheetPr\b[^>]*?\bcodeName="\w+"[^>]*/>')
_ADDRESS = re.compile(r'<c\b[^>]*?\sr="([A-Z]+\d+)"')
_LAYER = {
    *names.OWN_ENTRIES.values(),
    names.OWN_EARNED,
    names.OWN_REASON,
    names.ENGINE,
    names.USABLE,
    names.FINGERPRINT,
}


def with_layer(package: Package, twin: Package) -> bytes:
    """The workbook with the hidden sheets and the names of the new one."""
    draft = Draft(package)
    plan = read_plan(package)
    there = {sheet.name: sheet for sheet in plan.sheets}
    gone: set[tuple[str, str]] = set()
    for name, part in _PARTS.items():
        if part not in twin:
            continue
        xml = twin.part(part).decode()
        if name not in there:
            append_sheet(draft, name, xml, part, "veryHidden")
            continue
        sheet = there[name]
        addresses = set(_ADDRESS.findall(draft.text(sheet.part))) - set(_ADDRESS.findall(xml))
        gone |= {(sheet.sheet_id, one) for one in addresses}
        named = _CODE_NAME.search(draft.text(sheet.part))  # by it the VBA project knows the sheet
        draft.put(sheet.part, xml.replace("<sheetData>", f"{named[0] if named else ''}<sheetData>", 1))
    chain = plan.calculation_chain
    if gone and chain in package:
        draft.put_bytes(chain, without_cells(package.part(chain), gone, package.name))
    told = _NAME.findall(twin.part(WORKBOOK).decode())
    define_names(draft, {name: unescape(place) for name, place in told if name in _LAYER})
    return draft.bytes()
