"""How the parts of an Open XML package hang together: relationships and content types, read and written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from jxbook.dataclass import dataclass
from jxbook.package.parser import Attributes, each_element

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the type of an Office relationship begins with."""
CONTENT_TYPES = "[Content_Types].xml"
MADE_BY = "jxbook:"
"""What stands before the id of its policy in the property `identifier` of a report of ours."""
MACRO_WORKBOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

_RELATIONSHIP = f"{PACKAGE}/relationships Relationship"
_DEFAULT, _OVERRIDE = (f"{PACKAGE}/content-types {local}" for local in ("Default", "Override"))


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; `kind` is the last word of its type, `target` a path in the package or "" (outside)."""

    id: str
    kind: str
    type: str
    target: str
    given_target: str

    @property
    def xml(self) -> str:
        """The relationship as it stood in the package."""
        from html import escape  # only a file that is written needs it

        outside = "" if self.target else ' TargetMode="External"'
        given = escape(self.given_target)
        return f'<Relationship Id="{escape(self.id)}" Type="{escape(self.type)}" Target="{given}"{outside}/>'


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """What [Content_Types].xml says: by extension, and by part for those that it names; all in lower case."""

    by_extension: Mapping[str, str]
    by_part: Mapping[str, str]

    def of(self, part: str) -> str:
        """The content type of a part, "" where none is stated."""
        part = part.lower()
        return self.by_part.get(part) or self.by_extension.get(part.rpartition(".")[2], "")


def read_relations(xml: bytes, place: str, source: str) -> tuple[Relation, ...]:
    """The relationships in a relationship part, that of the part `source` ("" is the package).

    Raises Refusal JX904, JX907 or JX908 as the parser does.
    """
    found: list[Relation] = []
    folder = posixpath.join("/", posixpath.dirname(source))

    def start(name: str, at: Attributes) -> None:
        if name == _RELATIONSHIP:
            found.append(_relation(at, folder))

    each_element(xml, place, start)
    return tuple(found)


def _relation(at: Attributes, folder: str) -> Relation:
    kind, given = at.get("Type", ""), at.get("Target", "")
    outside = at.get("TargetMode") == "External"
    target = "" if outside else posixpath.normpath(posixpath.join(folder, given.replace("\\", "/")))
    return Relation(at.get("Id", ""), kind.rpartition("/")[2], kind, target.lstrip("/"), given)


def read_content_types(xml: bytes, place: str) -> ContentTypes:
    """What the part [Content_Types].xml says. Raises Refusal JX904, JX907 or JX908 as the parser does."""
    by_extension: dict[str, str] = {}
    by_part: dict[str, str] = {}

    def start(name: str, at: Attributes) -> None:
        kind = at.get("ContentType", "")
        if name == _DEFAULT:
            by_extension[at.get("Extension", "").lower()] = kind
        elif name == _OVERRIDE:
            by_part[at.get("PartName", "").lstrip("/").lower()] = kind

    each_element(xml, place, start)
    return ContentTypes(by_extension, by_part)


def relations_path(path: str) -> str:
    """Where the relationships of the part at `path` stand."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_xml(relations: Iterable[str]) -> bytes:
    """A relationship part from the texts of its relationships."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
    )


def content_types_xml(types: Mapping[str, str]) -> bytes:
    """[Content_Types].xml for the parts in `types`."""
    from html import escape

    overrides = "".join(
        f'<Override PartName="/{escape(path)}" ContentType="{escape(kind)}"/>' for path, kind in types.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
