"""The styles of reference.docx: fonts and sizes after GB/T 9704—2012, as word/styles.xml."""

from __future__ import annotations

from jxbook.document.docx.body import StyleIds, W
from jxbook.package.opc import HEAD

IDS = StyleIds(
    title="Title",
    subtitle="Subtitle",
    headings=("Heading1", "Heading2", "Heading3", "Heading4"),
    body="NormalIndent",
    note="JxNote",
    caption="JxCaption",
    subcaption="JxSubcaption",
    table="JxTable",
    cell="JxTableText",
    header_cell="JxTableHead",
    label="JxLabel",
    unit="JxUnit",
    small_cell="JxSmallText",
    small_header_cell="JxSmallHead",
)

FANGSONG, KAITI, HEITI, SONGTI, XIAOBIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"

_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_CENTRED = '<w:jc w:val="center"/>'
# 28 characters of 16 pt need 448 pt, the type area has 442.25 pt: each gives up a quarter of a point. A
# character grid would say the same, but LibreOffice spaces such a grid far too widely.
_TIGHT, _NOT_TIGHT = '<w:spacing w:val="-5"/>', '<w:spacing w:val="0"/>'
_OFF_GRID = '<w:snapToGrid w:val="0"/>'


def styles_xml(line: int) -> bytes:
    """word/styles.xml in UTF-8; `line` is the pitch of the body's lines in twips."""
    body_line = f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
    heading = f"<w:keepNext/><w:keepLines/>{_TWO_CHARACTERS}"
    styles = (
        _style(
            "Normal",
            "Normal",
            "<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid/>"
            f'{body_line}<w:jc w:val="both"/>',
            _TIGHT,
            default=True,
        ),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        _style(
            "Title",
            "Title",
            f'<w:keepNext/><w:keepLines/>{_OFF_GRID}<w:spacing w:after="120" w:line="700" w:lineRule="exact"/>{_CENTRED}',
            _font(XIAOBIAOSONG, latin=XIAOBIAOSONG) + _size(22),
        ),
        _style(
            "Subtitle",
            "Subtitle",
            f'<w:keepNext/><w:spacing w:after="{line // 2}"/>{_CENTRED}',
            _font(KAITI),
        ),
        _style("NormalIndent", "Normal Indent", _TWO_CHARACTERS),
        _style("Heading1", "heading 1", f'{heading}<w:outlineLvl w:val="0"/>', _font(HEITI, latin=HEITI)),
        _style("Heading2", "heading 2", f'{heading}<w:outlineLvl w:val="1"/>', _font(KAITI)),
        _style("Heading3", "heading 3", f'{heading}<w:outlineLvl w:val="2"/>'),
        _style("Heading4", "heading 4", f'{heading}<w:outlineLvl w:val="3"/>'),
        _style(
            "JxNote",
            "说明文字",
            f'{_OFF_GRID}<w:spacing w:before="60" w:after="160" w:line="320" w:lineRule="exact"/>{_NO_INDENT}',
            _font(KAITI) + _size(10.5),
        ),
        _style(
            "JxCaption",
            "表题",
            f'<w:keepNext/><w:keepLines/>{_OFF_GRID}<w:spacing w:before="120" w:line="{line}" w:lineRule="exact"/>'
            f"{_NO_INDENT}{_CENTRED}",
            _font(XIAOBIAOSONG, latin=XIAOBIAOSONG) + _size(18),
        ),
        _style(
            "JxSubcaption",
            "表题附注",
            f'<w:keepNext/>{_OFF_GRID}<w:spacing w:after="80" w:line="400" w:lineRule="exact"/>{_NO_INDENT}{_CENTRED}',
            _font(KAITI) + _size(14),
        ),
        _style("JxTableText", "表格文字", _in_table(), _font(SONGTI) + _size(10.5)),
        _style("JxTableHead", "表头文字", "<w:keepNext/>" + _in_table(), _font(HEITI) + _size(10.5)),
        _style("JxSmallText", "表格小字", _in_table(240), _font(SONGTI) + _size(9)),
        _style("JxSmallHead", "表头小字", "<w:keepNext/>" + _in_table(240), _font(HEITI) + _size(9)),
        _style(
            "JxLabel",
            "图表名称",
            f'<w:keepNext/><w:keepLines/>{_OFF_GRID}<w:spacing w:before="120" w:after="40" w:line="400" w:lineRule="exact"/>'
            f"{_NO_INDENT}{_CENTRED}",
            _font(HEITI) + _size(12),
        ),
        _style(
            "JxUnit",
            "表格单位",
            f'<w:keepNext/>{_OFF_GRID}<w:spacing w:before="0" w:after="20" w:line="300" w:lineRule="exact"/>'
            f'{_NO_INDENT}<w:jc w:val="right"/>',
            _font(SONGTI) + _size(10.5),
        ),
        _style(
            "Footer",
            "footer",
            f'{_OFF_GRID}<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
            _font(SONGTI, latin=SONGTI) + _size(14),
        ),
        _table_style("JxTable", "评价表格"),
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">\n{_defaults()}\n{chr(10).join(styles)}\n</w:styles>'.encode()


def _in_table(line: int = 290) -> str:
    # exactly: the lines of a font that stands in for 宋体 are higher, and a table that is to fit a page would not
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    return f"{_OFF_GRID}{spacing}{_NO_INDENT}{_CENTRED}"


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(FANGSONG)}{_size(16)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _font(chinese: str, latin: str = "Times New Roman") -> str:
    """Digits and letters in `latin`, all else in `chinese`.

    hAnsi is Chinese as well, because Word sets “ ” — … · in that font and they must be full width.
    """
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{chinese}" w:cs="{latin}"/>'


def _size(points: float) -> str:
    halves = round(points * 2)
    return f'{_NOT_TIGHT}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'


def _style(style_id: str, name: str, paragraph: str, run: str = "", *, default: bool = False) -> str:
    is_default = ' w:default="1"' if default else ""
    based_on = "" if default else '<w:basedOn w:val="Normal"/>'
    run_properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{is_default} w:styleId="{style_id}"><w:name w:val="{name}"/>{based_on}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{run_properties}</w:style>"
    )


def _table_style(style_id: str, name: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
