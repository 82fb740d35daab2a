"""What is stored in the XML of sheets and of shared strings, before it is given a meaning.

Each part has two readers that give the same: a pattern for the one shape that spreadsheet programs
write, and the parser for every other shape that the standard allows. The pattern's matches are
counted against the tags in the text, so it never passes over a cell with content that it does not know.
"""

from __future__ import annotations

from jxbook.dataclass import dataclass
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.pattern import pattern
from jxbook.refusals.reading import Excess, too_much
from jxbook.workbook.bounds import MAX_CELLS, MAX_MERGES
from jxbook.workbook.cellvalues import next_address, row_number
from jxbook.workbook.markup import names, plain_text, unescape

StoredCell = tuple[str, str, str, str, str, str]
"""Address, style, type, "<f" if there is a formula, its text, value or inline text; "" where there is none."""


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """The cells of a sheet that hold anything, and its merged areas as "A1:B2"."""

    cells: list[StoredCell]
    merges: list[str]


_ROW, _CELL, _VALUE, _FORMULA, _MERGE = map(names, ("row", "c", "v", "f", "mergeCell"))
_TEXT, _PHONETIC, _ITEM = map(names, ("t", "rPh", "si"))
_SPACE = r'(?: xml:space="preserve")?'
_A_CELL = pattern(
    r'<c r="([A-Z]++[0-9]++)"(?: s="([0-9]++)")?+(?: t="(\w++)")?+>'
    r'(?:(<f)(?: \w++="[^"<>]*+")*+(?:/>|>([^<]*+)</f>))?+'
    rf"(?:<(?:v|is><t){_SPACE}(?:/>|>([^<]*+)</(?:v|t></is)>))?+</c>"
)
"""A cell that is not closed at once, so that something may stand in it.
Possessive, as there is one way only to read a cell: it takes a quarter less time, and never looks back."""
_A_MERGE = pattern(r'<mergeCell ref="([^"<>]*)"')
_AN_ITEM = pattern(rf"<si><t{_SPACE}(?:/>|>([^<]*)</t>)(?:<phoneticPr[^<>]*/>)?</si>")


def read_sheet(xml: bytes, place: str) -> StoredSheet:
    """What a sheet's part stores. Raises Refusal JX904 or JX908, ValueError for impossible positions."""
    text = plain_text(xml, place)
    if text is not None:
        start, end = max(0, text.find("<sheetData")), text.find("</sheetData>")
        cells: list[StoredCell] = _A_CELL.findall(text, start, end)
        merges: list[str] = _A_MERGE.findall(text, end)
        merge_tags = text.count("<mergeCell", end) - text.count("<mergeCells", end)
        if len(merges) > MAX_MERGES:
            raise too_much(place, Excess.MERGES, MAX_MERGES)
        if end > 0 and len(cells) == text.count("</c", start, end) and len(merges) == merge_tags:
            filled = [
                _unescaped(*cell) if "&" in cell[4] or "&" in cell[5] else cell
                for cell in cells
                if cell[3] or cell[5]
            ]
            return StoredSheet(filled, merges)
    return parse_sheet(xml, place)


def read_strings(xml: bytes, place: str) -> list[str]:
    """The shared strings, the runs of each joined, reading aids left out. Raises Refusal JX904, JX908."""
    text = plain_text(xml, place)
    if text is not None:
        strings: list[str] = _AN_ITEM.findall(text)
        if len(strings) == text.count("<si"):
            return [unescape(string) for string in strings] if "&" in text else strings
    return parse_strings(xml, place)


def _unescaped(address: str, style: str, kind: str, mark: str, formula: str, text: str) -> StoredCell:
    return address, style, kind, mark, unescape(formula), unescape(text)


def parse_sheet(xml: bytes, place: str) -> StoredSheet:
    """As `read_sheet`, by the parser."""
    sheet = StoredSheet([], [])
    parser = new_parser(xml, place)
    row = 0
    address = ""
    at: Attributes = {}
    mark = formula = value = inline = ""
    pieces: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        nonlocal at, row, address
        pieces.clear()
        if name in _CELL:
            at = attributes
            address = at.get("r") or next_address(address, row)
        elif name in _ROW:
            row, address = row_number(attributes["r"]) if "r" in attributes else row + 1, ""
        elif name in _MERGE:
            sheet.merges.append(attributes.get("ref", ""))
            if len(sheet.merges) > MAX_MERGES:
                raise too_much(place, Excess.MERGES, MAX_MERGES)
        elif name in _PHONETIC:
            parser.StartElementHandler = parser.CharacterDataHandler = None

    def end(name: str) -> None:
        nonlocal mark, formula, value, inline
        if name in _CELL:
            if mark or value or inline:
                sheet.cells.append(
                    (address, at.get("s", ""), at.get("t", ""), mark, formula, value or inline)
                )
                mark = formula = value = inline = ""
                if len(sheet.cells) > MAX_CELLS:
                    raise too_much(place, Excess.CELLS, MAX_CELLS)
        elif name in _VALUE:
            value = "".join(pieces)
        elif name in _FORMULA:
            mark, formula = "<f", "".join(pieces)
        elif name in _TEXT:
            inline += "".join(pieces)
        elif name in _PHONETIC:
            parser.StartElementHandler, parser.CharacterDataHandler = start, pieces.append
        pieces.clear()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    run(parser, xml, place)
    return sheet


def parse_strings(xml: bytes, place: str) -> list[str]:
    """As `read_strings`, by the parser."""
    strings: list[str] = []
    pieces: list[str] = []
    parser = new_parser(xml, place)

    def start(name: str, _: Attributes) -> None:
        if name in _TEXT:
            parser.CharacterDataHandler = pieces.append
        elif name in _PHONETIC:
            parser.StartElementHandler = None

    def end(name: str) -> None:
        parser.CharacterDataHandler = None
        if name in _ITEM:
            strings.append("".join(pieces))
            pieces.clear()
        elif name in _PHONETIC:
            parser.StartElementHandler = start

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    run(parser, xml, place)
    return strings
