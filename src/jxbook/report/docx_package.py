"""The parts of an Open XML package and how they hang together: relationships and content types."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from lxml.etree import _Element

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"

_MOST_MEMBERS = 1000
_MOST_BYTES = 30_000_000


class TooLarge(Exception):
    """The package would take more memory than a reference document may."""


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
        outside = "" if self.target else ' TargetMode="External"'
        given = escape(self.given_target)
        return f'<Relationship Id="{escape(self.id)}" Type="{escape(self.type)}" Target="{given}"{outside}/>'


@dataclass(frozen=True, slots=True)
class Package:
    """Every part by its path."""

    parts: dict[str, bytes]

    def relations(self, path: str) -> list[Relation]:
        """The relationships of the part at `path`, of the package itself for ""."""
        data = self.parts.get(relations_path(path))
        return [] if data is None else [_relation(element, path) for element in parse(data)]

    def reached(self, relations: Iterable[Relation]) -> list[str]:
        """Paths of the parts that `relations` lead to, directly or not, and of their relationship parts."""
        paths: list[str] = []
        waiting = [relation.target for relation in relations]
        while waiting:
            path = waiting.pop(0)
            if path in paths or path not in self.parts:
                continue
            paths.append(path)
            if relations_path(path) in self.parts:
                paths.append(relations_path(path))
                waiting += [relation.target for relation in self.relations(path)]
        return paths

    def content_types(self) -> dict[str, str]:
        """The content type of every part that has one."""
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for element in parse(self.parts[CONTENT_TYPES]):
            kind = element.get("ContentType", "")
            if extension := element.get("Extension"):
                defaults[extension.lower()] = kind
            elif part := element.get("PartName"):
                overrides[part.lstrip("/")] = kind
        by_extension = {path: defaults.get(path.rpartition(".")[2].lower(), "") for path in self.parts}
        return by_extension | overrides


def unpack(data: bytes) -> Package:
    """The package in a zip file. Raises TooLarge, or what zipfile raises for a damaged file."""
    with ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_MEMBERS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise TooLarge
        return Package({entry.filename: archive.read(entry) for entry in entries})


def parse(data: bytes) -> _Element:
    """The root element of an XML part; reads no entity and no other file."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def relations_path(path: str) -> str:
    """Where the relationships of the part at `path` stand."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_xml(relations: Iterable[str]) -> bytes:
    """A relationship part from the texts of its relationships."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
    )


def content_types_xml(types: dict[str, str]) -> bytes:
    """[Content_Types].xml for the parts in `types`."""
    overrides = "".join(
        f'<Override PartName="/{escape(path)}" ContentType="{escape(kind)}"/>' for path, kind in types.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relation(element: _Element, source: str) -> Relation:
    kind, given = element.get("Type", ""), element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    target = "" if outside else posixpath.normpath(posixpath.join("/", posixpath.dirname(source), given))
    return Relation(element.get("Id", ""), kind.rpartition("/")[2], kind, target.lstrip("/"), given)
