"""Number formats: which format code each cell style has, and which codes show a date."""

from __future__ import annotations

from functools import lru_cache

from jxbook.package.parser import Attributes, each_element
from jxbook.pattern import pattern
from jxbook.refusals.reading import Excess, too_much
from jxbook.workbook.markup import names, plain_text, unescape

GENERAL = "General"
MAX_STYLES = 65_490
"""Styles of cells: Excel's own limit."""
NumberFormats = tuple[list[str], list[tuple[str, str]]]
"""The format number of each cell style, and the format codes that the file gives to numbers."""

_CELL_FORMATS, _CELL_FORMAT, _NUMBER_FORMAT = names("cellXfs"), names("xf"), names("numFmt")
_OTHER_FORMATS = names("cellStyleXfs") | names("cellStyles") | names("dxfs")

_CHINESE_DATES = {
    'yyyy"年"m"月"': (27, 36, 50, 52, 57),
    'm"月"d"日"': (28, 29, 51, 53, 54, 58),
    "m-d-yy": (30,),
    'yyyy"年"m"月"d"日"': (31,),
    'h"时"mm"分"': (32,),
    'h"时"mm"分"ss"秒"': (33,),
    '上午/下午h"时"mm"分"': (34, 55),
    '上午/下午h"时"mm"分"ss"秒"': (35, 56),
}
_BUILT_IN = {code: text for text, codes in _CHINESE_DATES.items() for code in codes} | {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""Formats that a file names by number only (ECMA-376 18.8.30), as a Chinese Excel shows them."""

_A_CELL_FORMAT = pattern(r'<xf (?:\w+="[^"<>]*" )*?numFmtId="([0-9]+)"')
_A_NUMBER_FORMAT = pattern(r'<numFmt numFmtId="([0-9]+)" formatCode="([^"<>]*)"')
_LITERAL = pattern(r'"[^"]*"|\[[^\]]*\]|[\\_*].')


def read_number_formats(xml: bytes, place: str) -> tuple[str, ...]:
    """The format code of each cell style, by the style's index, from the part styles.xml.

    As in `stored`, a pattern reads what programs write and the parser everything else. Raises Refusal JX907.
    """
    used, custom = _match_formats(xml, place) or parse_formats(xml, place)
    codes = dict(reversed(custom))  # where a number is given twice, the first one counts
    return tuple(codes.get(number) or _built_in(number) for number in used)


def _match_formats(xml: bytes, place: str) -> NumberFormats | None:
    """The formats by pattern, None when the part has a shape that the pattern does not know."""
    text = plain_text(xml, place)
    if text is None:
        return None
    cell_formats = text.partition("<cellXfs")[2].partition("</cellXfs>")[0]
    _require_room(cell_formats.count("<xf"), place)
    used = _A_CELL_FORMAT.findall(cell_formats)
    custom = _A_NUMBER_FORMAT.findall(text)
    if len(used) != cell_formats.count("<xf") or len(custom) != text.count("<numFmt") - text.count(
        "<numFmts"
    ):
        return None
    return used, [(number, unescape(code)) for number, code in custom]


def parse_formats(xml: bytes, place: str) -> NumberFormats:
    """The formats by the parser."""
    used: list[str] = []
    custom: list[tuple[str, str]] = []
    inside = False

    def start(name: str, at: Attributes) -> None:
        nonlocal inside
        if name in _CELL_FORMAT:
            if inside:
                used.append(at.get("numFmtId", "0"))
                _require_room(len(used), place)
        elif name in _NUMBER_FORMAT:
            custom.append((at.get("numFmtId", ""), at.get("formatCode", GENERAL)))
        elif name in _CELL_FORMATS:
            inside = True
        elif name in _OTHER_FORMATS:
            inside = False

    each_element(xml, place, start)
    return used, custom


def _require_room(styles: int, place: str) -> None:
    if styles > MAX_STYLES:
        raise too_much(place, Excess.STYLES, MAX_STYLES)


def _built_in(number: str) -> str:
    return _BUILT_IN.get(int(number), GENERAL) if number.isdecimal() and len(number) < 4 else GENERAL


@lru_cache(maxsize=256)
def is_date_format(code: str) -> bool:
    """Whether a format code shows a day: it has a year, a day or a month outside literal text.

    A time of day or a duration ("h:mm", "[h]:mm:ss") is none, its "m" being minutes.
    """
    shown = _LITERAL.sub("", code.partition(";")[0]).lower()
    return "y" in shown or "d" in shown or ("m" in shown and "h" not in shown and "s" not in shown)
