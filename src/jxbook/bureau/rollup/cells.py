"""How the roll-up's cells look and what may stand in them: a text never becomes a formula."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from jxbook.bureau.rollup.links import FileLink
from jxbook.bureau.store import clean
from jxbook.dataclass import dataclass

LONGEST = 32_000
"""Characters of a text; a cell holds 32,767."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HIDDEN = dict.fromkeys(range(0x202A, 0x202F)) | dict.fromkeys(range(0x2066, 0x206A))
"""What turns the direction of a text around, so that a name reads otherwise than it is."""
_BASE = {"font_name": "宋体", "font_charset": 134, "font_size": 10, "valign": "vcenter"}
_RULED = {"border": 1, "border_color": "#D0D0D0"}
_TRAITS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_name": "黑体", "font_size": 16},
    "heading": {"font_name": "黑体", "font_size": 12},
    "note": {"font_color": "#595959"},
    "head": {**_RULED, "font_name": "黑体", "align": "center", "text_wrap": True, "bg_color": "#DCE6F1"},
    "text": _RULED,
    "wrap": {**_RULED, "text_wrap": True},
    "centre": {**_RULED, "align": "center"},
    "int": {**_RULED, "num_format": "#,##0", "align": "right"},
    "year": {**_RULED, "num_format": "0", "align": "center"},
    "score": {**_RULED, "align": "right", "num_format": "0.00"},
    "percent": {**_RULED, "align": "right", "num_format": "0.00%"},
    "money": {**_RULED, "align": "right", "num_format": "#,##0.00"},
    "link": {**_RULED, "font_color": "#0563C1", "underline": 1},
}


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A formula in English with the value that it has now."""

    text: str
    value: float | str


CellContent = str | float | int | CellFormula | None


class CellWriter:
    """What writes into a workbook: formats are made once each."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.format = cache(self._format)
        self.file_link = cache(FileLink)

    def _format(self, kind: str, total: bool = False, quoted: bool = False) -> Any:
        traits = {**_BASE, **_TRAITS[kind]}
        if total:
            traits |= {"bold": True, "bg_color": "#F2F2F2"}
        made = self._book.add_format(traits)
        if quoted:
            made.set_quote_prefix()
        return made

    def write(
        self, sheet: Any, row: int, column: int, value: CellContent, kind: str, total: bool = False
    ) -> None:
        """Put a value into a cell; rows and columns count from 0."""
        if value is None:
            sheet.write_blank(row, column, None, self.format(kind, total))
        elif isinstance(value, str):
            text = shown(value)
            sheet.write_string(row, column, text, self.text_format(text, kind, total))
        elif isinstance(value, CellFormula):
            sheet.write_formula(row, column, f"={value.text}", self.format(kind, total), value.value)
        else:
            sheet.write_number(row, column, value, self.format(kind, total))

    def text_format(self, text: str, kind: str, total: bool = False) -> Any:
        """The format of a text, which says where it could be taken for a formula that it is none."""
        return self.format(kind, total, text.startswith(_FORMULA))


@lru_cache(maxsize=20_000)  # names of departments, reasons and remedies come again and again
def shown(text: str) -> str:
    """A text as a cell can hold it."""
    text = clean(text).translate(_HIDDEN)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"


@lru_cache(maxsize=20_000)
def named(text: str) -> str:
    """A name by which formulas count: without the signs that COUNTIFS reads as wildcards or comparisons."""
    return shown(text).translate(_WIDE)[:200].strip()


_WIDE = str.maketrans('*?~=<>"', "＊？～＝＜＞＂")
