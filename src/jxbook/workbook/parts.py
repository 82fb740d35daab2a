"""The plan of a workbook: which part holds which sheet, the shared strings, the styles."""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.package import Package
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.package.remember import remembered
from jxbook.refusals.reading import damaged
from jxbook.workbook.file_kind import workbook_part
from jxbook.workbook.markup import names
from jxbook.workbook.names import FINGERPRINT, MADE_FOR, told_by_name

_SHEET, _PROPERTIES, _NAME = names("sheet"), names("workbookPr"), names("definedName")
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
class WorkbookParts:
    """The parts of a workbook that matter to a grid; "" where the workbook has none."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    calculation_chain: str
    from_1904: bool
    made_for: str = ""
    fingerprint: str = ""


def read_plan(package: Package) -> WorkbookParts:
    """The plan of a workbook, its worksheets in order; chart sheets and macro sheets are left out.

    Raises Refusal JX904 when the workbook refers to a part in vain or to one sheet part twice.
    """
    main = workbook_part(package)
    relations = {one.id: one for one in package.relations(main) if main and one.target}
    if not relations:
        raise damaged(package.name)
    said = _read_workbook(package, main)
    sheets = []
    for at in said.sheets:
        identity = next((at[key] for key in _SHEET_IDS if key in at), "")
        if identity not in relations or "name" not in at:
            raise damaged(package.name)
        if relations[identity].kind == "worksheet":
            hidden = at.get("state", "visible") != "visible"
            part = relations[identity].target.lower()
            sheets.append(SheetPart(at["name"], part, hidden, at.get("sheetId", "")))
    if len({sheet.part for sheet in sheets}) != len(sheets) or len({s.name for s in sheets}) != len(sheets):
        raise damaged(package.name)
    single = {one.kind: one.target.lower() for one in relations.values()}
    return WorkbookParts(
        tuple(sheets),
        single.get("sharedStrings", ""),
        single.get("styles", ""),
        single.get("calcChain", ""),
        said.properties.get("date1904") in ("1", "true"),
        *said.told,
    )


@dataclass(frozen=True, slots=True)
class _Workbook:
    """What workbook.xml says: its sheets and its properties as attributes, and what one of ours was made with."""

    sheets: tuple[Attributes, ...]
    properties: Attributes
    told: tuple[str, ...]


@remembered
def _read_workbook(xml: bytes, place: str) -> _Workbook:
    """What workbook.xml says. One of ours tells in MADE_FOR and in FINGERPRINT what it was made with; a name that
    holds for one sheet alone is another's."""
    sheets: list[Attributes] = []
    properties: Attributes = {}
    pieces: dict[str, list[str]] = {MADE_FOR: [], FINGERPRINT: []}
    parser = new_parser(xml, place)

    def start(name: str, at: Attributes) -> None:
        parser.CharacterDataHandler = None
        if name in _SHEET:
            sheets.append(at)
        elif name in _PROPERTIES:
            properties.update(at)
        elif name in _NAME and at.get("name") in pieces and "localSheetId" not in at:
            parser.CharacterDataHandler, parser.EndElementHandler = pieces[at["name"]].append, end

    def end(_: str) -> None:
        parser.CharacterDataHandler = parser.EndElementHandler = None

    parser.StartElementHandler = start
    run(parser, xml, place)
    told = tuple(told_by_name("".join(one)) for one in pieces.values()) if pieces[MADE_FOR] else ()
    return _Workbook(tuple(sheets), properties, told)
