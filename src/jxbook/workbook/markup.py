"""The XML of spreadsheets: the names of its elements, and the text that Excel writes inside them."""

from __future__ import annotations

import re

from jxbook.package.encoding import UTF16_MARKS
from jxbook.package.parser import require_well_formed
from jxbook.pattern import pattern
from jxbook.workbook.forbidden import without_forbidden

_SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
MAX_PLAIN = 2_000_000
"""Bytes of a part that is scanned as a whole; a larger one is streamed, to spare memory."""

_REFERENCE = pattern(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
"""The ampersand last: what it makes together with the text behind it is no reference."""
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")


def names(local: str) -> frozenset[str]:
    """The names of a spreadsheet element as the parser reports it, transitional and strict."""
    return frozenset(f"{namespace} {local}" for namespace in _SPREADSHEET)


def plain_text(xml: bytes, place: str) -> str | None:
    """The text of a well-formed part if its elements can be told by their tags alone, else None.

    That is: every spreadsheet element stands without a prefix and nothing else does, and there is no
    comment, CDATA section or processing instruction; so each "<c " begins a cell. All that spreadsheet
    programs write is like that. A pattern then finds the cells in a third of the parser's time.
    Raises Refusal JX904 or JX908, as the part is parsed first.
    """
    if len(xml) > MAX_PLAIN or xml.startswith(UTF16_MARKS):
        return None
    if not require_well_formed(xml, place):
        return None
    text = xml.decode()
    root = text[: text.find(">", text.find("xmlns"))]
    # Most parts declare all in their root.
    declared = root if text.count("xmlns") == root.count("xmlns") else text
    if declared.count("xmlns") - declared.count("xmlns:") != 1:
        return None
    if sum(declared.count(namespace) for namespace in _SPREADSHEET) != 1:
        return None
    if not any(f' xmlns="{namespace}"' in declared for namespace in _SPREADSHEET):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def unescape(content: str) -> str:
    """The characters that element content from `plain_text` stands for."""
    if "&#" in content:
        return _REFERENCE.sub(_referenced, content)
    if "&" in content:
        for name, character in _NAMED.items():
            content = content.replace(f"&{name};", character)
    return content


def _referenced(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    return _NAMED[name] if name else chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def decode_text(text: str) -> tuple[str, bool]:
    """A cell's text as its user sees it, and whether characters had to be removed from it.

    Excel writes what XML forbids as "_x0001_" and an underscore that would be misread as "_x005F_".
    Control characters that come to light so are of no use to anyone and forbidden in every other
    file, so they are removed.
    """
    if "_x" not in text:
        return text, False
    decoded = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    clean = without_forbidden(decoded)
    return clean, clean != decoded


def encode_text(text: str) -> str:
    """A cell's text as XML content, the reverse of `decode_text`; forbidden characters are removed."""
    text = _ESCAPED.sub(lambda match: "_x005F" + match[0], without_forbidden(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "_x000D_")
