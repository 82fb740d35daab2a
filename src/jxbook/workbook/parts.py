"""The plan of a workbook: which part holds which sheet, the shared strings, the styles."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from jxbook.refusals.reading import damaged
from jxbook.workbook.markup import Attributes, each_element, names, new_parser, run
from jxbook.workbook.names import MADE_FOR, made_for
from jxbook.workbook.package import Package

_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
_SHEET, _PROPERTIES, _NAME = names("sheet"), names("workbookPr"), names("definedName")
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_SHEET_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, the part that holds its cells, its number in formulas' chain."""

    name: str
    part: str
    hidden: bool
    sheet_id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a workbook that matter to a grid; "" where the workbook has none."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    calculation_chain: str
    from_1904: bool
    made_for: str = ""


def read_plan(package: Package) -> Plan:
    """The plan of a workbook, its worksheets in order; chart sheets and macro sheets are left out.

    Raises Refusal JX904 when the workbook refers to a part in vain or to one sheet part twice.
    """
    targets, kinds = _relationships(package)
    found: list[Attributes] = []
    properties: Attributes = {}

    def start(name: str, at: Attributes) -> None:
        if name in _SHEET:
            found.append(at)
        elif name in _PROPERTIES:
            properties.update(at)

    workbook = package.part(_WORKBOOK)
    each_element(workbook, package.name, start)
    sheets = []
    for at in found:
        identity = next((at[key] for key in _SHEET_IDS if key in at), "")
        if identity not in targets or "name" not in at:
            raise damaged(package.name)
        if kinds[identity] == "worksheet":
            hidden = at.get("state", "visible") != "visible"
            sheets.append(SheetPart(at["name"], targets[identity], hidden, at.get("sheetId", "")))
    if len({sheet.part for sheet in sheets}) != len(sheets) or len({s.name for s in sheets}) != len(sheets):
        raise damaged(package.name)
    single = {kind: targets[identity] for identity, kind in kinds.items()}
    return Plan(
        tuple(sheets),
        single.get("sharedStrings", ""),
        single.get("styles", ""),
        single.get("calcChain", ""),
        properties.get("date1904") in ("1", "true"),
        _made_for(workbook, package.name) if MADE_FOR.encode() in workbook else "",
    )


def _relationships(package: Package) -> tuple[dict[str, str], dict[str, str]]:
    """The workbook's relationships by their identity: the part each leads to, and of what kind it is."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(name: str, at: Attributes) -> None:
        if name == _RELATIONSHIP and at.get("TargetMode") != "External":
            identity = at.get("Id", "")
            target = at.get("Target", "").replace("\\", "/")
            targets[identity] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
            kinds[identity] = at.get("Type", "").rpartition("/")[2]

    each_element(package.part(_WORKBOOK_RELATIONSHIPS), package.name, start)
    return targets, kinds


def _made_for(workbook: bytes, place: str) -> str:
    """The policy that a workbook of ours was made with; a name that holds for one sheet alone is another's."""
    inside = False
    pieces: list[str] = []

    def start(name: str, at: Attributes) -> None:
        nonlocal inside
        inside = name in _NAME and at.get("name") == MADE_FOR and "localSheetId" not in at

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    parser = new_parser(workbook, place)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: pieces.append(text) if inside else None
    run(parser, workbook, place)
    return made_for("".join(pieces))
