"""The ribbon, and the buttons on 自评表: drawn in VML, as Excel and XlsxWriter write form controls."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from xml.sax.saxutils import escape

from jxbook.excel.sources import RIBBON_LAYOUT, read_source
from jxbook.package.draft import Draft
from jxbook.package.opc import OFFICE
from jxbook.pattern import pattern
from jxbook.refusals.reading import damaged
from jxbook.workbook.cellvalues import position
from jxbook.workbook.parts import read_plan
from jxbook.workbook.stylesheet import MAIN

FORM = "自评表"
RIBBON_PART = f"customUI/{RIBBON_LAYOUT}"
RIBBON_KIND = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"

_VML_KIND = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BUTTON = pattern(r'<button id="(\w+)" label="([^"]+)"')
_LEGACY_DRAWING_COMES_BEFORE = pattern(
    r"<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|</(?:\w+:)?worksheet>"
)
_LEGACY_DRAWING = pattern(r"<(?:\w+:)?legacyDrawing ")
_DIMENSION = pattern(r'<(?:\w+:)?dimension ref="(?:[A-Z]+\d+:)?([A-Z]+\d+)"')
_NAMES_R = pattern(rf'<(?:\w+:)?worksheet\b[^>]*\sxmlns:r="{OFFICE}"')
_MAIN_UNPREFIXED = pattern(r"<worksheet\b")
_SHAPE_ID = pattern(r'"_x0000_s(\d{1,9})"')
_IDS_OF_A_SHEET = 1024

# The place of the buttons: the column behind the spacer beside the printed page, above the indicators.
_FIRST_ROW, _IN_A_ROW = 2, 2
_AS_PRINTED_TO_I = 10
_PRINTED = pattern(rf"<definedName [^>]*_xlnm.Print_Area[^>]*>'?{FORM}'?!\$A\$1:\$([A-Z]+)\$\d+<")
_STEP, _WIDTH = 142, 132
_SHAPE_TYPE = """\
<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/>\
<v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/>\
<o:lock v:ext="edit" shapetype="t"/></v:shapetype>"""
_SHAPES = """\
<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel">\
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>\
{kind}{shapes}</xml>"""
_SHAPE = """\
<v:shape id="{macro}" o:spid="_x0000_s{identity}" type="#_x0000_t201" alt="{caption}" \
style="position:absolute;width:99pt;height:27pt;z-index:{turn};mso-wrap-style:tight" \
o:button="t" fillcolor="buttonFace [67]" strokecolor="windowText [64]" o:insetmode="auto">\
<v:fill color2="buttonFace [67]" o:detectmouseclick="t"/><o:lock v:ext="edit" rotation="t"/>\
<v:textbox style="mso-direction-alt:auto" o:singleclick="f"><div style="text-align:center">\
<font face="宋体" size="220" color="#000000">{caption}</font></div></v:textbox>\
<x:ClientData ObjectType="Button"><x:Anchor>{anchor}</x:Anchor><x:PrintObject>False</x:PrintObject>\
<x:AutoFill>False</x:AutoFill><x:FmlaMacro>[0]!{macro}</x:FmlaMacro>\
<x:TextHAlign>Center</x:TextHAlign><x:TextVAlign>Center</x:TextVAlign></x:ClientData></v:shape>"""


def buttons() -> tuple[tuple[str, str], ...]:
    """The Sub and the caption of every button, as the ribbon's layout has them: the one list of buttons."""
    return tuple(_BUTTON.findall(read_source(RIBBON_LAYOUT)))


def add_ribbon(draft: Draft) -> None:
    """Give a workbook the tab 绩效评价, or the current one in place of an older."""
    if RIBBON_PART not in draft:
        draft.relate("", RIBBON_KIND, RIBBON_PART)
    draft.put(RIBBON_PART, read_source(RIBBON_LAYOUT))


def add_form_buttons(draft: Draft, sheet: str) -> None:
    """Put the buttons on the sheet of a form, beside what is printed; comments on the sheet stay. Raises Refusal JX904
    when there is no such sheet."""
    part = next((one.part for one in read_plan(draft.package).sheets if one.name == sheet), "")
    xml = draft.text(part)
    if _LEGACY_DRAWING.search(xml):
        _add_shapes(draft, part, _column(draft, sheet, xml))
        return
    place = _LEGACY_DRAWING_COMES_BEFORE.search(xml)
    if place is None:
        raise damaged(draft.package.name)
    turn, vml = next(
        (turn, name)
        for turn, name in ((one, f"xl/drawings/jxbuttons{one or ''}.vml") for one in range(1000))
        if name not in draft
    )
    shapes = _drawing(buttons(), _column(draft, sheet, xml), (turn + 1) * _IDS_OF_A_SHEET + 1)
    draft.put(vml, _SHAPES.format(kind=_SHAPE_TYPE, shapes=shapes, block=turn + 1))
    draft.default("vml", _VML_KIND)
    identity = draft.relate(part, f"{OFFICE}/vmlDrawing", posixpath.relpath(vml, posixpath.dirname(part)))
    named = "" if _NAMES_R.search(xml) else f' xmlns:r="{OFFICE}"'
    prefix = "" if _MAIN_UNPREFIXED.search(xml) else f' xmlns="{MAIN}"'
    element = f'<legacyDrawing{prefix}{named} r:id="{identity}"/>'
    draft.put(part, f"{xml[: place.start()]}{element}{xml[place.start() :]}")


def _add_shapes(draft: Draft, part: str, column: int) -> None:
    """Put the buttons beside the comments of a sheet, into the drawing that these have."""
    vml = next((one.target for one in draft.package.relations(part) if one.kind == "vmlDrawing"), "")
    text = draft.text(vml)
    first = 1 + max(map(int, _SHAPE_ID.findall(text)), default=_IDS_OF_A_SHEET)
    shapes = _drawing(buttons(), column, first)
    kind = "" if "_x0000_t201" in text else _SHAPE_TYPE
    draft.insert(vml, kind + shapes, "</xml>")


def _column(draft: Draft, sheet: str, xml: str) -> int:
    """The column of the buttons, counted from 0: that of 本行校验, in other forms one right of what is used."""
    printed = _PRINTED.search(draft.text("xl/workbook.xml")) if sheet == FORM else None
    if printed:
        return position(f"{printed[1]}1")[1] + 1
    used = _DIMENSION.search(xml)
    return position(used[1])[1] + 1 if used else _AS_PRINTED_TO_I


def _drawing(named: Sequence[tuple[str, str]], column: int, first: int) -> str:
    """The buttons as shapes, numbered from `first`."""
    shapes = (
        _SHAPE.format(
            macro=macro,
            caption=escape(caption),
            turn=turn + 1,
            identity=first + turn,
            anchor=_anchor(turn, column),
        )
        for turn, (macro, caption) in enumerate(named)
    )
    return "".join(shapes)


def _anchor(turn: int, column: int) -> str:
    """Column, pixels into it, row, pixels into it: of the upper left and of the lower right corner."""
    down, across = divmod(turn, _IN_A_ROW)
    left, row = 2 + across * _STEP, _FIRST_ROW + 2 * down
    return f"{column}, {left}, {row}, 4, {column}, {left + _WIDTH}, {row + 1}, 8"
