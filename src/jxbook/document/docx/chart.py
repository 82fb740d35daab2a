"""A bar chart as DrawingML: the part that holds it, the workbook with its data, and the run that shows it.

The data stand in the part itself, which programs draw, and in a small workbook behind it, which “编辑数据” opens.
"""

from __future__ import annotations

from functools import cache
from html import escape

from jxbook.document.blocks import Chart
from jxbook.document.layout import allowed, allowed_in_xml, places_of, shortened
from jxbook.document.marks import bare
from jxbook.package.opc import CONTENT_TYPES, HEAD, OFFICE, content_types_xml, relations_xml
from jxbook.package.writer import Member, deflated, zip_bytes

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
COLOUR, BELOW = "5B7F9E", "B5651D"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

DATA = "rId1"
"""The relationship of a chart to the workbook with its data."""
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_PER_TWIP, _EMU_PER_BAR, _EMU_AROUND = 635, 380_000, 260_000
_MOST_HEIGHT = 7_200_000  # 20 cm: a page holds it
_TEXT = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050" b="0"><a:solidFill><a:srgbClr val="333333"/>'
    '</a:solidFill><a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
)
_ON_ONE_LINE = _TEXT.replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_AXES = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln></c:spPr>'
    f'{_TEXT}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="1.1"/><c:min val="0"/>'
    '</c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="0%" sourceLinked="0"/>'
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
)


def chart_id(number: int) -> str:
    """The relationship id of the chart that stands at this place among the charts, from 1."""
    return f"jxChart{number}"


def chart_workbook(chart: Chart) -> bytes:
    """The data of a chart as a workbook: labels in A, shares in B, below the title."""
    rows = [("项目", bare(chart.title)), *((shortened(bar.label), bar.share) for bar in chart.bars)]
    cells = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{escape(str(first))}</t></is></c>{_value(at, second)}</row>'
        for at, (first, second) in enumerate(rows, 1)
    )
    sheet = allowed_in_xml(f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>')
    return zip_bytes((*_around_a_sheet(), deflated("xl/worksheets/sheet1.xml", sheet, 1)))


@cache
def _around_a_sheet() -> tuple[Member, ...]:
    """The parts of a workbook with one sheet that are always the same."""
    parts = {
        CONTENT_TYPES: content_types_xml(
            {"xl/workbook.xml": f"{WORKBOOK_TYPE}.main+xml", "xl/worksheets/sheet1.xml": _SHEET_TYPE}
        ),
        "_rels/.rels": relations_xml(
            [f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>']
        ),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": relations_xml(
            [f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>']
        ),
    }
    return tuple(deflated(path, data, 1) for path, data in parts.items())


def _value(at: int, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="B{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="B{at}"><v>{value:f}</v></c>'


def _points_below(chart: Chart) -> str:
    """The bars below the mark in a colour of their own."""
    if chart.mark is None:
        return ""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{BELOW}"/></a:solidFill></c:spPr></c:dPt>'
        for at, bar in enumerate(chart.bars)
        if bar.share < chart.mark
    )


def chart_xml(chart: Chart) -> bytes:
    """The chart part in UTF-8."""
    count = len(chart.bars)
    places = places_of(chart)
    number_format = "0%" if not places else f"0.{'0' * places}%"
    labels = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(shortened(bar.label))}</c:v></c:pt>'
        for at, bar in enumerate(chart.bars)
    )
    values = "".join(f'<c:pt idx="{at}"><c:v>{bar.share:f}</c:v></c:pt>' for at, bar in enumerate(chart.bars))
    return allowed_in_xml(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_RELATIONS}">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{escape(bare(chart.title))}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{COLOUR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'{_points_below(chart)}<c:dLbls><c:numFmt formatCode="{number_format}" sourceLinked="0"/>{_NOTHING}{_ON_ONE_LINE}'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{labels}'
        "</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2:$B${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{number_format}</c:formatCode><c:ptCount val="{count}"/>{values}'
        "</c:numCache></c:numRef></c:val></c:ser>"
        f'<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{_AXES}{_NOTHING}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NOTHING}{_TEXT}'
        f'<c:externalData r:id="{DATA}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def drawing(chart: Chart, number: int, text_width: int) -> str:
    """The run that shows chart `number` across the text; `text_width` in twips."""
    height = min(_MOST_HEIGHT, _EMU_AROUND + _EMU_PER_BAR * len(chart.bars))
    described = allowed(escape(bare(chart.description)).replace("\n", " "))
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{text_width * _EMU_PER_TWIP}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图表{number}" descr="{described}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="{chart_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
