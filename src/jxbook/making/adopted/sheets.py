"""What an adopted workbook gets beside its formulas: 校验结果, the hidden sheet of its policy, the name that holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from jxbook.making.adopted.changes import Placed
from jxbook.making.adopted.own_layer import OwnLayer
from jxbook.making.filled import suggested_template
from jxbook.native.layer import Reckoning
from jxbook.native.sheets import layer_sheets, usable_cell
from jxbook.package import Package, open_zip
from jxbook.package.draft import Draft
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.refusals.reading import damaged
from jxbook.workbook.cellvalues import area
from jxbook.workbook.file_kind import workbook_part
from jxbook.workbook.graft import append, append_sheet, grafted
from jxbook.workbook.grid import Change
from jxbook.workbook.markup import encode_text
from jxbook.workbook.names import (
    ADOPTED,
    FINDINGS,
    FINGERPRINT,
    FLAGGED_ADDRESSES,
    FLAGGED_SHEETS,
    FORM,
    MADE_FOR,
    POLICY_ROW,
    ROWS_SHEET,
    USABLE,
    WORDS_SHEET,
    YEAR_ROW,
)
from jxbook.workbook.offsets import find_offsets
from jxbook.workbook.parts import read_plan
from jxbook.workbook.patch import changed_package
from jxbook.workbook.styles import is_date_format, read_number_formats
from jxbook.workbook.stylesheet import GENERAL, MAIN, PERCENT, TEXT, Stylesheet

_EXCEL_2019 = 191029
"""The engine that cached values claim to come from; see template/book.py."""
_TEXT = "@"
_QUOTED = {'"': "&quot;"}
_ENTRY_RULE = pattern(r"<(?:\w+:)?dataValidation\b[^>]*>")
_NUMERIC = pattern(r'\stype="(?:whole|decimal|date|time)"')
_CELLS_OF_RULE = pattern(r'\ssqref="([^"]*)"')
_FLAGGED = pattern(r'<cfRule type="expression" dxfId="(\d+)"[^>]*><formula>COUNTIFS\(')
_AFTER_NAMES = "calcPr|oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst"
_AFTER_CONDITIONS = (
    "dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|"
    "cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|"
    "webPublishItems|tableParts|extLst"
)
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{main}">{inside}</worksheet>'
)


def with_sheets(
    package: Package,
    placed: Sequence[Placed],
    typed: Sequence[CellRef],
    policy: Policy,
    year: int | None,
    forms: Sequence[str],
    layer: OwnLayer | None,
) -> bytes:
    """The workbook with the formulas in their cells and all that they need, each cell still without its value."""
    plan = read_plan(package)
    if not plan.styles:
        raise damaged(package.name)
    parts = {sheet.name: sheet.part for sheet in plan.sheets}
    styles = Stylesheet(Draft(package).text(plan.styles), package.name)
    takes_numbers = _taking_numbers(package, {one.sheet for one in typed}, parts)
    numbers = _numbers(package, [*(one.cell for one in placed), *typed], parts)
    codes = read_number_formats(styles.text.encode(), package.name)
    if max(numbers.values()) >= len(codes):
        raise damaged(package.name)
    changes = [
        Change(
            one.cell, None, formula=one.formula.text, style=_fitting(one, numbers[one.cell], codes, styles)
        )
        for one in placed
    ]
    changes += [
        Change(cell, None, style=styles.with_format(numbers[cell], TEXT), style_only=True)
        for cell in typed
        if codes[numbers[cell]] != _TEXT and not takes_numbers(cell)
    ]
    draft = Draft(open_zip(changed_package(package, changes), package.name))
    template = open_zip(suggested_template(policy), policy.id)
    findings = grafted(template, FINDINGS, styles)
    flagged = _FLAGGED.search(_form_of(template))
    if flagged:
        own = Stylesheet(template.part(read_plan(template).styles).decode(), policy.id)
        condition = styles.take_conditional(own, int(flagged[1]))
        for name in dict.fromkeys(forms):
            _paint_flagged(draft, parts[name], name, condition)
    draft.put(plan.styles, styles.text)
    append_sheet(draft, FINDINGS, findings, _free(draft, "findings"))
    append_sheet(draft, ADOPTED, _policy_sheet(policy, year), _free(draft, "policy"), "hidden")
    told = {MADE_FOR: f'"{policy.id}"'}
    if layer is not None:
        told |= _add_layer(draft, layer, year)
    _define(draft, told)
    _claim_values(draft)
    return draft.bytes()


def _form_of(template: Package) -> str:
    part = next(sheet.part for sheet in read_plan(template).sheets if sheet.name == FORM)
    return template.part(part).decode()


def _taking_numbers(package: Package, sheets: set[str], parts: dict[str, str]) -> Callable[[CellRef], bool]:
    """Does the office let only numbers or dates be entered in a cell? A cell formatted as text would refuse them."""
    areas = {
        name: [
            area(reference)
            for rule in _ENTRY_RULE.findall(package.part(parts[name]).decode("utf-8-sig", "replace"))
            if _NUMERIC.search(rule)
            for reference in " ".join(_CELLS_OF_RULE.findall(rule)).split()
        ]
        for name in sheets
    }
    return lambda cell: any(
        top <= cell.row <= bottom and left <= cell.column <= right
        for top, left, bottom, right in areas[cell.sheet]
    )


def _numbers(package: Package, cells: Sequence[CellRef], parts: dict[str, str]) -> dict[CellRef, int]:
    """The number of each cell's style, be it that of its row or column."""
    numbers: dict[CellRef, int] = {}
    for name in {one.sheet for one in cells}:
        own = {(one.row, one.column): one for one in cells if one.sheet == name}
        found = find_offsets(package.part(parts[name]), own, package.name)
        for where, ref in own.items():
            cell, row = found.cells.get(where), found.rows.get(where[0])
            of_column = next((s for first, last, s in found.column_styles if first <= where[1] <= last), 0)
            around = of_column if row is None or row.style is None else row.style
            numbers[ref] = around if cell is None else _style(cell.span.tag.attributes)
    return numbers


def _style(attributes: bytes) -> int:
    found = re.search(rb"""\ss=["'](\d{1,9})["']""", attributes)
    return int(found[1]) if found else 0


def _fitting(one: Placed, style: int, codes: Sequence[str], styles: Stylesheet) -> int | None:
    """The style of a cell that gets a formula, None to leave it: a formula is lost in a cell formatted as text."""
    code = codes[style]
    if one.percent:
        return None if "%" in code else styles.with_format(style, PERCENT)
    return styles.with_format(style, GENERAL) if code == _TEXT or is_date_format(code) else None


def _paint_flagged(draft: Draft, part: str, sheet: str, condition: int) -> None:
    """Let the cells of a form that 校验结果 names turn red, as those of our own."""
    xml = draft.text(part)
    data = re.search(r"</((?:\w+:)?)sheetData\s*>|<((?:\w+:)?)sheetData\s*/>", xml)
    if data is None:
        raise damaged(draft.package.name)
    prefix = data[1] or data[2] or ""
    place = re.compile(rf"<{prefix}(?:{_AFTER_CONDITIONS})\b|</{prefix}worksheet\s*>").search(xml, data.end())
    extent = re.search(r'<(?:\w+:)?dimension ref="([A-Z]+\d+(?::[A-Z]+\d+)?)"', xml)
    if place is None:
        raise damaged(draft.package.name)
    named = sheet.replace('"', '""')
    formula = (
        f'COUNTIFS(INDIRECT("{FLAGGED_ADDRESSES}"),ADDRESS(ROW(),COLUMN(),4),'
        f'INDIRECT("{FLAGGED_SHEETS}"),"{named}")>0'
    )
    priority = 1 + max(map(int, re.findall(r'\bpriority="(\d{1,9})"', xml)), default=0)
    space = f' xmlns="{MAIN}"' if prefix else ""
    rule = (
        f'<conditionalFormatting{space} sqref="{extent[1] if extent else "A1:Z200"}">'
        f'<cfRule type="expression" dxfId="{condition}" priority="{priority}"><formula>{escape(formula)}</formula></cfRule>'
        "</conditionalFormatting>"
    )
    draft.put(part, xml[: place.start()] + rule + xml[place.start() :])


def _policy_sheet(policy: Policy, year: int | None) -> str:
    """A plain sheet: labels in B, what the formulas and the commands read in C."""
    identity = policy.identity
    said = f"{identity.name}：《{identity.title}》（{identity.number}）。表中的公式按这里的政策计算。"
    rows: dict[int, dict[str, str | int | None]] = {
        1: {"A": "本表由 jxbook 采用，隐藏的这张工作表供公式使用，请勿删除。"},
        POLICY_ROW: {"B": "评价政策", "C": policy.id, "D": said},
        YEAR_ROW: {"B": "评价年度", "C": year, "D": "空着时按自评表标题中的年度。"},
    }
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(f"{column}{number}", value) for column, value in cells.items())}</row>'
        for number, cells in rows.items()
    )
    widths = '<cols><col min="2" max="2" width="12" customWidth="1"/><col min="3" max="3" width="24" customWidth="1"/></cols>'
    return _SHEET.format(main=MAIN, inside=f"{widths}<sheetData>{lines}</sheetData>")


def _cell(address: str, value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f'<c r="{address}"><v>{Decimal(value)}</v></c>'
    return f'<c r="{address}" t="inlineStr"><is><t>{encode_text(value)}</t></is></c>'


def _free(draft: Draft, name: str) -> str:
    """A name for a new part."""
    return next(
        part
        for part in (f"xl/worksheets/jx{name}{turn or ''}.xml" for turn in range(1000))
        if part not in draft
    )


def _add_layer(draft: Draft, own: OwnLayer, year: int | None) -> dict[str, str]:
    """Add the sheets that score where no function is; the names that they need."""
    policy = own.layer.policy
    reckoning = Reckoning(own.layer, policy.id, None if year is None else Decimal(year))
    words, rows = layer_sheets(own.layer, reckoning, own.rows)
    append_sheet(draft, WORDS_SHEET, words, _free(draft, "words"), "veryHidden")
    append_sheet(draft, ROWS_SHEET, rows, _free(draft, "rows"), "veryHidden")
    return {USABLE: usable_cell(own.layer), FINGERPRINT: f'"{fingerprint(policy)}"'}


def _define(draft: Draft, places: Mapping[str, str]) -> None:
    """Define names: with which policy the workbook was made, and where its formulas tell of it."""
    workbook = workbook_part(draft.package)
    text = re.sub(r"<(?:\w+:)?definedNames\s*/>", "", draft.text(workbook))
    elements = [
        f"<definedName name={quoteattr(name)}>{escape(place, _QUOTED)}</definedName>"
        for name, place in places.items()
    ]
    if re.search(r"</(?:\w+:)?definedNames\s*>", text):
        for element in elements:
            append(draft, workbook, "definedNames", element)
        return
    place = re.search(rf"<((?:\w+:)?)(?:{_AFTER_NAMES})\b|</((?:\w+:)?)workbook\s*>", text)
    if place is None:
        raise damaged(draft.package.name)
    prefix = place[1] or place[2] or ""
    space = f' xmlns="{MAIN}"' if prefix else ""
    whole = f"<definedNames{space}>{''.join(elements)}</definedNames>"
    draft.put(workbook, text[: place.start()] + whole + text[place.start() :])


def _claim_values(draft: Draft) -> None:
    """Without this, an Excel that lacks our functions would turn every score into #NAME? on opening."""
    workbook = workbook_part(draft.package)
    text = draft.text(workbook)
    found = re.search(r"<((?:\w+:)?)calcPr\b([^>]*?)/?>", text)
    if found:
        kept = re.sub(r'\s(?:calcId|fullCalcOnLoad|forceFullCalc)="[^"]*"', "", found[2]).rstrip("/")
        element = f'<{found[1]}calcPr calcId="{_EXCEL_2019}"{kept}/>'
        draft.put(workbook, text[: found.start()] + element + text[found.end() :])
        return
    place = re.search(r"</((?:\w+:)?)definedNames\s*>", text)
    assert place is not None, "the name of the policy stands there"
    draft.put(
        workbook, f'{text[: place.end()]}<{place[1]}calcPr calcId="{_EXCEL_2019}"/>{text[place.end() :]}'
    )
