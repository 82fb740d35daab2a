"""A sheet made of its rows, and names for its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from jxbook.package.draft import Draft
from jxbook.package.opc import HEAD

_START = f'{HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_END = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'


def worksheet(rows: str, properties: str = "", *, protected: bool = False) -> str:
    """A plain worksheet of these rows as they stand in its XML."""
    protection = '<sheetProtection sheet="1" objects="1" scenarios="1"/>' if protected else ""
    return f"{_START}{properties}<sheetData>{rows}</sheetData>{protection}{_END}"


def define_names(draft: Draft, places: Mapping[str, str]) -> None:
    """Define names that no list of names shows, in place of those of the same name."""
    workbook = draft.text("xl/workbook.xml")
    for name in places:
        workbook = re.sub(
            rf"<definedName [^<>]*\bname={re.escape(quoteattr(name))}[^<>]*>[^<]*</definedName>", "", workbook
        )
    elements = "".join(
        f'<definedName name={quoteattr(name)} hidden="1">{escape(place)}</definedName>'
        for name, place in sorted(places.items())
    )
    if "</definedNames>" not in workbook:
        workbook = workbook.replace("</sheets>", "</sheets><definedNames></definedNames>", 1)
    draft.put("xl/workbook.xml", workbook.replace("</definedNames>", f"{elements}</definedNames>", 1))
