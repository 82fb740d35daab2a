"""What of a stranger's parts may come into a report: how it looks, and nothing that runs or is fetched.

Styles, headers and footers may refer to pictures, fonts and themes inside the file. A reference to anything else
goes with the element that makes it: macros, OLE objects, controls, a template or a picture somewhere else, data to be
merged, and a field that fetches. A part in which there is none of this stays byte for byte.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jxbook.document.docx.body import R, W
from jxbook.document.docx.tree import tree
from jxbook.package import Package
from jxbook.package.opc import ContentTypes, Relation, relations_path, relations_xml
from jxbook.pattern import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "image": pattern(r"image/(?!svg).*"),
    "font": pattern(r"application/(?:x-fontdata|vnd\.openxmlformats-officedocument\.obfuscatedFont)"),
    "theme": pattern(r"application/vnd\.openxmlformats-officedocument\.theme\+xml"),
}
"""What a part may refer to, and the content types that this may have."""
_LOCAL = frozenset(
    "attachedTemplate mailMerge saveThroughXslt attachedSchema schemaLibrary altChunk object control subDoc frameset "
    "OLEObject objectEmbed objectLink movie pictureEx hlinkClick hlinkHover".split()
)
"""Elements that bring something else than looks, by name, of whatever vocabulary."""
_PICTURES = frozenset({f"{{{W}}}{name}" for name in ("drawing", "pict", "object")})
"""What holds a picture; without its file it goes as a whole."""
_AFAR = frozenset({"src", "href"})
_FIELDS = (f"{{{W}}}instrText", f"{{{W}}}fldSimple", f"{{{W}}}fldChar")
_FETCHES = pattern(
    "INCLUDE|DDE|LINK|IMPORT|DATABASE|MACRO|EMBED|AUTOTEXT|MERGE(?!FORMAT)|GOTOBUTTON|ADDIN|CONTROL|SHAPE",
    re.IGNORECASE,
)


def harmless_parts(package: Package, relations: Iterable[Relation], types: ContentTypes) -> dict[str, bytes]:
    """The parts that `relations` lead to with all that these may bring, and their relationship parts, as they may stand
    in a report.

    Raises Refusal as reading a part does, LxmlError for XML that lxml does not take.
    """
    parts: dict[str, bytes] = {}
    waiting = deque(relation.target for relation in relations)
    seen = set()
    while waiting:
        part = waiting.popleft()
        if part.lower() in seen or part not in package:
            continue
        seen.add(part.lower())
        content = package.part(part)
        if types.of(part).endswith("xml"):
            given = package.relations(part)
            kept = [one for one in given if _may_come(one, package, types)]
            content = _cleaned(content, package.name, {one.id for one in kept})
            if kept:
                path = relations_path(part)
                same = len(kept) == len(given)
                parts[path] = package.part(path) if same else relations_xml(one.xml for one in kept)
                waiting += (one.target for one in kept)
        parts[part] = content
    return parts


def _may_come(relation: Relation, package: Package, types: ContentTypes) -> bool:
    wanted = _KINDS.get(relation.kind)
    inside = bool(relation.target) and relation.target in package
    return wanted is not None and inside and wanted.fullmatch(types.of(relation.target)) is not None


def _cleaned(xml: bytes, place: str, known: set[str]) -> bytes:
    """A part without the elements that bring what may not come; the very same bytes where there are none."""
    from lxml import etree

    root = tree(xml, place)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    fetching = _FETCHES.search("".join(map(_field, elements))) is not None
    bad = [one for one in elements if _brings(one, known) or (fetching and one.tag in _FIELDS)]
    for one in bad:
        _remove(one)
    if not bad:
        return xml
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _field(element: _Element) -> str:
    """What an element says of a field: its instruction may be parted over several."""
    if element.tag == _FIELDS[1]:
        return f" {element.get(f'{{{W}}}instr', '')} "
    return "".join((element.text or "").split()) if element.tag == _FIELDS[0] else ""


def _brings(element: _Element, known: set[str]) -> bool:
    names = {str(name).rpartition("}") for name in element.attrib}
    refers = any(
        value not in known for name, value in element.attrib.items() if str(name).startswith(f"{{{R}}}")
    )
    afar = any(local in _AFAR for _, _, local in names)
    return refers or afar or str(element.tag).rpartition("}")[2] in _LOCAL


def _remove(element: _Element) -> None:
    """Take an element away, with the picture that it is of; the text behind it stays."""
    whole = next((one for one in element.iterancestors() if one.tag in _PICTURES), element)
    above = whole.getparent()
    if above is None:
        return
    if whole.tail:
        before = whole.getprevious()
        if before is None:
            above.text = (above.text or "") + whole.tail
        else:
            before.tail = (before.tail or "") + whole.tail
    above.remove(whole)
