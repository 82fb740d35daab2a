"""The ribbon, and the buttons on 自评表: drawn in VML, as Excel and XlsxWriter write form controls."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from jxbook.excel.sources import RIBBON_LAYOUT, read_source
from jxbook.package.draft import Draft
from jxbook.package.opc import OFFICE
from jxbook.pattern import pattern
from jxbook.refusals.reading import damaged
from jxbook.workbook.cellvalues import position
from jxbook.workbook.parts import read_plan

FORM = "自评表"
RIBBON_PART = f"customUI/{RIBBON_LAYOUT}"
RIBBON_KIND = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"

_VML_PART = "xl/drawings/jxbuttons.vml"
_VML_KIND = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BUTTON = pattern(r'<button id="(\w+)" label="([^"]+)"')
_LEGACY_DRAWING_COMES_BEFORE = pattern(
    r"<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)

# The place of the buttons: the column behind the spacer beside the printed page, above the indicators.
_FIRST_ROW, _IN_A_ROW = 2, 2
_AS_PRINTED_TO_I = 10
_PRINTED = pattern(rf"<definedName [^>]*_xlnm.Print_Area[^>]*>'?{FORM}'?!\$A\$1:\$([A-Z]+)\$\d+<")
_STEP, _WIDTH = 142, 132
_SHAPES = """\
<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel">\
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\
<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/>\
<v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/>\
<o:lock v:ext="edit" shapetype="t"/></v:shapetype>{shapes}</xml>"""
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


def add_form_buttons(draft: Draft) -> None:
    """Put the buttons on 自评表. Raises Refusal JX904 when there is no such sheet, or it has drawings of this kind."""
    part = next((sheet.part for sheet in read_plan(draft.package).sheets if sheet.name == FORM), "")
    xml = draft.text(part)
    place = _LEGACY_DRAWING_COMES_BEFORE.search(xml)
    if place is None or "<legacyDrawing " in xml:
        raise damaged(draft.package.name)
    draft.put(_VML_PART, _drawing(buttons(), _column(draft)))
    draft.default("vml", _VML_KIND)
    identity = draft.relate(part, f"{OFFICE}/vmlDrawing", f"../{_VML_PART.removeprefix('xl/')}")
    draft.put(part, f'{xml[: place.start()]}<legacyDrawing r:id="{identity}"/>{xml[place.start() :]}')


def _column(draft: Draft) -> int:
    """The column of the buttons, counted from 0: that of 本行校验."""
    printed = _PRINTED.search(draft.text("xl/workbook.xml"))
    return position(f"{printed[1]}1")[1] + 1 if printed else _AS_PRINTED_TO_I


def _drawing(named: Sequence[tuple[str, str]], column: int) -> str:
    shapes = (
        _SHAPE.format(
            macro=macro,
            caption=escape(caption),
            turn=turn + 1,
            identity=1025 + turn,
            anchor=_anchor(turn, column),
        )
        for turn, (macro, caption) in enumerate(named)
    )
    return _SHAPES.format(shapes="".join(shapes))


def _anchor(turn: int, column: int) -> str:
    """Column, pixels into it, row, pixels into it: of the upper left and of the lower right corner."""
    down, across = divmod(turn, _IN_A_ROW)
    left, row = 2 + across * _STEP, _FIRST_ROW + 2 * down
    return f"{column}, {left}, {row}, 4, {column}, {left + _WIDTH}, {row + 1}, 8"
