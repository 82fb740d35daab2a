"""A sheet of one workbook put behind the sheets of another, with its looks, its texts within its cells."""

from __future__ import annotations

import posixpath
import re
from xml.sax.saxutils import quoteattr

from jxbook.package import Package
from jxbook.package.draft import Draft
from jxbook.package.opc import OFFICE
from jxbook.pattern import pattern
from jxbook.refusals.reading import damaged
from jxbook.workbook.file_kind import workbook_part
from jxbook.workbook.markup import encode_text
from jxbook.workbook.parts import read_plan
from jxbook.workbook.stored import read_strings
from jxbook.workbook.stylesheet import MAIN, Stylesheet

WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_NAMES_R = pattern(rf'<(?:\w+:)?workbook\b[^>]*\sxmlns:r="{OFFICE}"')
_STYLE = pattern(r'(?<=\s)(s|style)="(\d+)"')
_CONDITIONAL = pattern(r'(?<=\s)dxfId="(\d+)"')
_SHARED = pattern(r'(<c [^>]*?)\st="s"([^>]*)><v>(\d+)</v></c>')
_OUTSIDE = pattern(r"<(?:drawing|legacyDrawing|picture)\b[^>]*/>")


def append_sheet(draft: Draft, name: str, xml: str, part: str, state: str = "visible") -> None:
    """Put a sheet behind those of a workbook; `part` is where it stands in the package."""
    draft.put(part, xml)
    draft.override(part, WORKSHEET)
    workbook = workbook_part(draft.package)
    target = posixpath.relpath(part, posixpath.dirname(workbook) or ".")
    identity = draft.relate(workbook, f"{OFFICE}/worksheet", target)
    number = 1 + max(map(int, re.findall(r'\bsheetId="(\d{1,9})"', draft.text(workbook))), default=0)
    hidden = "" if state == "visible" else f' state="{state}"'
    named = "" if _NAMES_R.search(draft.text(workbook)) else f' xmlns:r="{OFFICE}"'
    append(
        draft,
        workbook,
        "sheets",
        f'<sheet name={quoteattr(name)} sheetId="{number}"{hidden}{named} r:id="{identity}"/>',
    )


def append(draft: Draft, part: str, container: str, element: str) -> None:
    """Put an element behind the others of a container. Raises Refusal JX904 where there is no such container."""
    text = draft.text(part)
    place = re.search(rf"</((?:\w+:)?){container}\s*>", text)
    if place is None:
        raise damaged(draft.package.name)
    if place[1]:  # the names of the part have a prefix, ours have none
        element = re.sub(r"\A<(\w+)", rf'<\1 xmlns="{MAIN}"', element)
    draft.put(part, text[: place.start()] + element + text[place.start() :])


def grafted(source: Package, name: str, styles: Stylesheet) -> str:
    """The XML of a sheet of `source` for a workbook that has these styles, which get those of the sheet."""
    plan = read_plan(source)
    part = next(sheet.part for sheet in plan.sheets if sheet.name == name)
    own = Stylesheet(source.part(plan.styles).decode(), source.name)
    texts = read_strings(source.part(plan.strings), source.name) if plan.strings else ()
    xml = _OUTSIDE.sub("", source.part(part).decode())
    xml = _SHARED.sub(lambda one: f'{one[1]}{one[2]} t="inlineStr">{_inline(texts[int(one[3])])}</c>', xml)
    xml = _STYLE.sub(lambda one: f'{one[1]}="{styles.take(own, int(one[2]))}"', xml)
    return _CONDITIONAL.sub(lambda one: f'dxfId="{styles.take_conditional(own, int(one[1]))}"', xml)


def _inline(text: str) -> str:
    return f'<is><t xml:space="preserve">{encode_text(text)}</t></is>'
