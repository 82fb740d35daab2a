"""Packages as no office program packs them: some honest, as the standard allows them, some made to cost."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from drawn_files import form_rows, sheet_xml, workbook, workbook_parts, zipped

_SHEET = "xl/worksheets/sheet1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def _form(change: Callable[[str], str] = str, part: str = _SHEET) -> dict[str, str]:
    """The parts of a workbook with an honest form, one of them changed."""
    parts = {name: str(xml) for name, xml in workbook_parts({"自评表": sheet_xml(form_rows())}).items()}
    return parts | {part: change(parts[part])}


def _behind(xml: str) -> Callable[[str], str]:
    return lambda sheet: sheet.replace("</worksheet>", f"{xml}</worksheet>")


def _rows_behind(rows: str) -> Callable[[str], str]:
    return lambda sheet: sheet.replace("</sheetData>", f"{rows}</sheetData>")


def _strict() -> bytes:
    parts = _form()
    for usual, strict in _STRICT.items():
        parts = {name: xml.replace(usual, strict) for name, xml in parts.items()}
    return zipped(parts)


def _in_utf16() -> bytes:
    return zipped(
        {
            name: xml.replace('"UTF-8"', '"UTF-16"').encode("utf-16") if name.startswith("xl/") else xml
            for name, xml in _form().items()
        }
    )


class _OnlyForward(io.RawIOBase):
    """A file that is written from its beginning to its end, as to a pipe."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.written += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def _with_descriptors() -> bytes:
    """Each part's length stands behind it."""
    kept = _OnlyForward()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in _form().items():
            file.writestr(name, xml)
    return bytes(kept.written)


def _in_zip64() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in _form().items():
            with file.open(name, "w", force_zip64=True) as part:
                part.write(xml.encode())
    return kept.getvalue()


def _with_backslashes() -> bytes:
    data = zipped(_form())
    for name in (_SHEET, "xl/workbook.xml", "_rels/.rels"):
        data = data.replace(name.encode(), name.replace("/", "\\").encode())
    return data


def _overlapping() -> bytes:
    """Two entries of which one lies in the other's place."""
    data = bytearray(zipped(_form()))
    [first] = struct.unpack("<I", data[-6:-2])
    second = first + 46 + sum(struct.unpack("<HHH", data[first + 28 : first + 34]))
    data[second + 42 : second + 46] = bytes(4)
    return bytes(data)


def _twice() -> bytes:
    kept = io.BytesIO(zipped(_form()))
    with warnings.catch_warnings(), zipfile.ZipFile(kept, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr(_SHEET, sheet_xml([["另一张表"]]))
    return kept.getvalue()


def _commented() -> bytes:
    """Every word of the comment says that the file ends here."""
    kept = io.BytesIO(zipped(_form()))
    with zipfile.ZipFile(kept, "a") as file:
        file.comment = b"PK\5\6" * 10_000
    return kept.getvalue()


def _with_strings(items: str) -> bytes:
    rels, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    parts = _form(_rows_behind('<row r="40"><c r="A40" t="s"><v>0</v></c></row>'))
    parts[rels] = parts[rels].replace(
        "</Relationships>",
        f'<Relationship Id="s" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    return zipped(
        parts | {"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{items}</sst>', types: parts[types]}
    )


HONEST: dict[str, Callable[[], bytes]] = {
    "strict": _strict,
    "UTF-16": _in_utf16,
    "data descriptors": _with_descriptors,
    "zip64": _in_zip64,
    "backslashes": _with_backslashes,
    "targets from the root": lambda: zipped(
        _form(lambda rels: rels.replace('"worksheets', '"/xl/worksheets'), "xl/_rels/workbook.xml.rels")
    ),
    "names in other letters": lambda: zipped(
        {name.replace("sheet1", "Sheet1"): xml for name, xml in _form().items()}
    ),
    "tags 200,000 deep": lambda: zipped(_form(_behind("<a>" * 200_000 + "</a>" * 200_000))),
    "100,000 defined names": lambda: zipped(
        _form(
            lambda book: book.replace(
                "</sheets>",
                "</sheets><definedNames>"
                + "".join(f'<definedName name="n{k}">n{k + 1}+n1</definedName>' for k in range(100_000))
                + "</definedNames>",
            ),
            "xl/workbook.xml",
        )
    ),
    "60,000 validations of everything": lambda: zipped(
        _form(
            _behind(
                "<dataValidations>"
                + '<dataValidation sqref="A1:XFD1048576"><formula1>"甲,乙"</formula1></dataValidation>'
                * 60_000
                + "</dataValidations>"
            )
        )
    ),
    "40,000 shares of one formula": lambda: zipped(
        _form(
            _rows_behind(
                "".join(
                    f'<row r="{k}"><c r="A{k}"><f t="shared" ref="A40:A1048576" si="0">1+1</f><v>1</v></c></row>'
                    for k in range(40, 40_040)
                )
            )
        )
    ),
    "60,000 styles": lambda: zipped(
        _form(
            lambda styles: styles.replace(
                '<cellXfs count="1">', '<cellXfs count="60001">' + '<xf numFmtId="14"/>' * 60_000
            ),
            "xl/styles.xml",
        )
    ),
    "merged areas, each everything": lambda: workbook(form_rows(), merges=["K8:XFD1048576"] * 19_000),
}
"""A form that must be read, however it is packed."""
OTHERS: dict[str, Callable[[], bytes]] = {
    "overlapping entries": _overlapping,
    "one part twice": _twice,
    "a comment of ends": _commented,
    "behind other bytes": lambda: b"x" * 100_000 + zipped(_form()),
    "60,000 parts": lambda: zipped(_form() | {f"a/{k}.xml": "<a/>" for k in range(60_000)}),
    "10,000 sheets": lambda: zipped(
        workbook_parts(
            {"自评表": sheet_xml(form_rows())}
            | dict.fromkeys((f"页{k}" for k in range(10_000)), sheet_xml([["甲"]]))
        )
    ),
    "1,048,576 merged areas": lambda: workbook(
        form_rows(), merges=[f"K{k}:L{k}" for k in range(1, 1_048_577)]
    ),
    "a string of 65,000 runs": lambda: _with_strings(
        f"<si>{'<r><rPr><b/></rPr><t>甲</t></r>' * 65_000}</si>"
    ),
    "500,000 strings": lambda: _with_strings("<si><t>甲</t></si>" * 500_000),
    "200,000 attributes": lambda: zipped(
        _form(
            lambda sheet: sheet.replace(
                "<sheetData>", "<sheetData" + "".join(f' a{k}="1"' for k in range(200_000)) + ">"
            )
        )
    ),
    "50,000 namespaces": lambda: zipped(
        _form(
            lambda sheet: sheet.replace(
                "<sheetData>", "<sheetData" + "".join(f' xmlns:a{k}="u:{k}"' for k in range(50_000)) + ">"
            )
        )
    ),
}
