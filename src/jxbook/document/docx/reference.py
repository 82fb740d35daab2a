"""Builds reference.docx, the layout of a report after GB/T 9704—2012: `python -m jxbook.document.docx.reference`.

Its text shows every style once, so that an office can open it in Word, change the styles and use the result
as its own reference. Members are stored, not compressed: the file is the same bytes with every zlib.
"""

from __future__ import annotations

from pathlib import Path

from jxbook.document.blocks import (
    Document,
    Heading,
    Note,
    Paragraph,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from jxbook.document.docx.body import R, W, document_xml
from jxbook.document.docx.file import core_xml
from jxbook.document.docx.reference_styles import IDS, styles_xml
from jxbook.document.docx.skeleton import CORE_PATH, CORE_TYPE, WORD_TYPE, package_relations_xml
from jxbook.package.opc import CONTENT_TYPES, HEAD, OFFICE, content_types_xml, relations_xml
from jxbook.package.writer import stored, zip_bytes

# 28.95 pt: the type area of 225 mm holds 22 lines of 579 twips, but only 21 of 580.
LINE = 579
TEXT_WIDTH = 8845  # 156 mm

_SECTION = (
    "<w:sectPr>"
    '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417"'
    ' w:gutter="0"/>'
    f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
    "</w:sectPr>"
)

_SETTINGS = (
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>'
    f'<w:drawingGridVerticalSpacing w:val="{LINE}"/><w:displayHorizontalDrawingGridEvery w:val="0"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)

# Nothing in the styles refers to the theme; charts and shapes that somebody inserts later do.
_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
    ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"),
    ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STROKE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

# name, the font that stands in for it, PANOSE, character set (86: GB 2312), family
_FONTS = (
    ("仿宋_GB2312", "仿宋", "02010609030101010101", "86", "modern"),
    ("楷体_GB2312", "楷体", "02010609030101010101", "86", "modern"),
    ("方正小标宋简体", "华文中宋", "03000509000000000000", "86", "script"),
    ("黑体", "SimHei", "02010609060101010101", "86", "modern"),
    ("宋体", "SimSun", "02010600030101010101", "86", "auto"),
    ("Times New Roman", "", "02020603050405020304", "00", "roman"),
)


def build() -> bytes:
    """The bytes of reference.docx."""
    relations = ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable")
    others = ("footer", "footer1"), ("footer", "footer2"), ("theme", "theme/theme1")
    parts = {
        "word/document.xml": b"".join(document_xml(_sample(), IDS, _SECTION, TEXT_WIDTH)),
        "word/styles.xml": styles_xml(LINE),
        "word/settings.xml": _part("settings", _SETTINGS),
        "word/fontTable.xml": _part("fonts", "".join(_font(*font) for font in _FONTS)),
        "word/theme/theme1.xml": _theme(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }
    types = {path: _content_type(path) for path in parts} | {CORE_PATH: CORE_TYPE}
    members = {
        CONTENT_TYPES: content_types_xml(types),
        "_rels/.rels": package_relations_xml("word/document.xml"),
        "word/_rels/document.xml.rels": relations_xml(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
            for number, (kind, name) in enumerate(relations + others, 1)
        ),
        **parts,
        CORE_PATH: core_xml("项目支出绩效评价报告模板"),
    }
    return zip_bytes(tuple(stored(path, data) for path, data in members.items()))


def _content_type(path: str) -> str:
    if "theme" in path:
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    kind = path.removeprefix("word/").removesuffix(".xml").rstrip("12")
    return f"{WORD_TYPE}.{'document.main' if kind == 'document' else kind}+xml"


def _part(root: str, content: str) -> bytes:
    return f'{HEAD}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'.encode()


def _font(name: str, stand_in: str, panose: str, charset: str, family: str) -> str:
    other = f'<w:altName w:val="{stand_in}"/>' if stand_in else ""
    pitch = "fixed" if family == "modern" else "variable"
    return (
        f'<w:font w:name="{name}">{other}<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )


def _theme() -> bytes:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    fonts = '<a:latin typeface="Times New Roman"/><a:ea typeface="仿宋_GB2312"/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文">'
        f'<a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="公文"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_STROKE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def _footer(side: str) -> bytes:
    """The page number between dashes, one character (14 pt) in from its edge."""
    return _part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
        '</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>',
    )


def _sample() -> Document:
    cells = tuple(TableCell(text) for text in ("评价表格", "表格文字", "单元格内容"))
    heads = tuple(TableCell(text) for text in ("一级指标", "二级指标", "三级指标"))
    return Document(
        "项目支出绩效评价报告模板",
        (
            Title("标题：方正小标宋简体二号"),
            Subtitle("（副标题：楷体三号）"),
            Heading(1, "一、", "标题 1：黑体三号"),
            Paragraph("正文缩进：仿宋三号，首行缩进两个字，每页二十二行，每行二十八个字。"),
            Heading(2, "（一）", "标题 2：楷体三号"),
            Heading(3, "1.", "标题 3：仿宋三号"),
            Heading(4, "（1）", "标题 4：仿宋三号"),
            Note("说明文字：楷体五号。"),
            Table(
                "表题：方正小标宋简体小二号",
                "（表题附注：楷体四号）",
                (1, 1, 1),
                (heads, cells),
                header_rows=1,
            ),
            Table(
                "图表名称：黑体小四号",
                "",
                (1, 1, 1),
                (heads, tuple(TableCell(text) for text in ("表格小字", "宋体", "小五号"))),
                header_rows=1,
                label="表1",
                unit="表格单位：宋体五号",
                small=True,
            ),
        ),
    )


def main() -> None:
    """Writes reference.docx beside this module."""
    Path(__file__).with_name("reference.docx").write_bytes(build())


if __name__ == "__main__":
    main()
