"""What a report takes from a reference document: every part but the text, packed once per process.

As with pandoc's `--reference-doc`: styles, page set-up, headers, footers, settings and fonts come from the
reference; its text, pictures, comments and properties stay behind.
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jxbook.dataclass import dataclass
from jxbook.document.docx.body import R, StyleIds, W
from jxbook.document.docx.harmless import harmless_parts
from jxbook.document.docx.styles import complete_styles, w
from jxbook.document.docx.tree import tree
from jxbook.finding import Refusal
from jxbook.package import Package, open_zip
from jxbook.package.opc import (
    CONTENT_TYPES,
    OFFICE,
    PACKAGE,
    content_types_xml,
    relations_path,
    relations_xml,
)
from jxbook.package.writer import Member, deflated
from jxbook.refusals.reading import too_large
from jxbook.refusals.reports import (
    reference_damaged,
    reference_strict,
    reference_too_large,
    reference_with_macros,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

CORE_PATH = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_KEPT = frozenset("styles settings fontTable theme numbering footnotes endnotes header footer".split())
_A4_TEXT_WIDTH = 8845
_NAME = "reference.docx"
_MOST_BYTES = 30_000_000
"""Inflated bytes of a reference: it is there for its styles, not for its content."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A report without its text: `members` are all parts but the document and its properties.

    `relations` and `types` are the two of them that grow where a report has parts of its own: the document's
    relationships and [Content_Types].xml. `section` is the text of the closing w:sectPr, `text_width` the width between the margins in twips.
    """

    members: tuple[Member, ...]
    types: bytes
    relations: bytes
    document_path: str
    styles: StyleIds
    section: str
    text_width: int


@lru_cache(maxsize=1)
def own_skeleton() -> Skeleton:
    """The skeleton from jxbook's own reference.docx."""
    return read_skeleton(_own_reference())


@lru_cache(maxsize=8)
def read_skeleton(reference: bytes) -> Skeleton:
    """The skeleton of a .docx or .dotx.

    Raises Refusal JX601 when it is no Word document that can be used, JX602 when it lacks a style.
    """
    from lxml.etree import LxmlError

    try:
        return _skeleton(open_zip(reference, _NAME))
    except Refusal as error:
        raise _of_reference(error) from error
    except (KeyError, ValueError, LxmlError) as error:
        raise reference_damaged() from error


def _of_reference(error: Refusal) -> Refusal:
    """What was said of any package, said of a reference; what is said of one already stays."""
    code = error.finding.code
    if code == too_large.code:
        return reference_too_large()
    return reference_damaged() if code.startswith("JX9") else error


def _own_reference() -> bytes:
    return files("jxbook.document.docx").joinpath(_NAME).read_bytes()


def _own_styles() -> _Element:
    return tree(open_zip(_own_reference(), _NAME).part("word/styles.xml"), _NAME)


def _skeleton(package: Package) -> Skeleton:
    if package.inflated > _MOST_BYTES:
        raise reference_too_large()
    paths = {relation.kind: relation.target for relation in package.relations()}
    document_path = paths["officeDocument"]
    if not document_path:
        raise reference_damaged()
    types = package.content_types()
    if "macroEnabled" in types.of(document_path):
        raise reference_with_macros()
    document = tree(package.part(document_path), package.name)
    if document.tag != w("document"):
        raise reference_strict()
    section = _section(document)
    used = {element.get(f"{{{R}}}id") for element in section}
    relations = [
        relation
        for relation in package.relations(document_path)
        if relation.kind in _KEPT and (relation.kind not in ("header", "footer") or relation.id in used)
    ]
    contents = harmless_parts(package, relations, types)
    contents.pop(document_path, None)
    styles_path = {relation.kind: relation.target for relation in relations}.get("styles", "")
    styles = _completed(contents, styles_path)
    kinds = {path: types.of(path) for path in contents if not path.endswith(".rels")}
    all_types = content_types_xml(
        {document_path: f"{WORD_TYPE}.document.main+xml", CORE_PATH: CORE_TYPE} | kinds
    )
    own_relations = relations_xml(relation.xml for relation in relations)
    constant = {
        CONTENT_TYPES: all_types,
        "_rels/.rels": package_relations_xml(document_path),
        relations_path(document_path): own_relations,
        **contents,
    }
    members = tuple(deflated(path, data, level=9) for path, data in constant.items())
    return Skeleton(
        members, all_types, own_relations, document_path, styles, _text(section), _text_width(section)
    )


def package_relations_xml(document_path: str) -> bytes:
    """_rels/.rels of a document with properties."""
    kinds = (
        (f"{OFFICE}/officeDocument", document_path),
        (
            f"{PACKAGE}/relationships/metadata/core-properties",
            CORE_PATH,
        ),
    )
    return relations_xml(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds, 1)
    )


def _completed(contents: dict[str, bytes], styles_path: str) -> StyleIds:
    """The styles to use; those that had to be added are added to the part in `contents`."""
    from lxml import etree

    root = tree(contents[styles_path], _NAME) if styles_path else etree.Element(w("styles"))
    before = len(root)
    styles = complete_styles(root, _own_styles)
    if len(root) > before:
        contents[styles_path] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return styles


def _section(document: _Element) -> _Element:
    """A copy of the last section's settings, with the headers and footers it has from earlier sections."""
    from lxml import etree

    sections = list(document.iter(w("sectPr")))
    if not sections:
        return etree.Element(w("sectPr"), nsmap={"w": W})
    last = deepcopy(sections[-1])
    foreign = [element for element in last if not str(element.tag).startswith(f"{{{W}}}")]
    for element in (*foreign, *last.findall(w("sectPrChange")), *last.findall(w("printerSettings"))):
        last.remove(element)
    present = {(element.tag, element.get(w("type"))) for element in last}
    for section in reversed(sections[:-1]):
        for tag in (w("footerReference"), w("headerReference")):
            for element in section.findall(tag):
                if (tag, element.get(w("type"))) not in present:
                    present.add((tag, element.get(w("type"))))
                    last.insert(0, deepcopy(element))
    return last


def _text(section: _Element) -> str:
    from lxml import etree

    etree.cleanup_namespaces(section)
    text = etree.tostring(section, encoding="unicode", with_tail=False)
    for declared in (f' xmlns:w="{W}"', f' xmlns:r="{R}"'):  # the document's root declares them
        text = text.replace(declared, "")
    return text


def _text_width(section: _Element) -> int:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return _A4_TEXT_WIDTH
    return int(size.get(w("w"), "")) - int(margins.get(w("left"), "")) - int(margins.get(w("right"), ""))
