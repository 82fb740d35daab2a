"""A package in memory and its parts on demand.

Whatever the bytes are, the outcome is a package or a Refusal; nothing is ever extracted to disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from jxbook.dataclass import dataclass
from jxbook.package.archive import DirectoryEntry, inflate, packed_content, read_directory
from jxbook.package.encoding import in_utf8
from jxbook.package.opc import (
    CONTENT_TYPES,
    ContentTypes,
    Relation,
    read_content_types,
    read_relations,
    relations_path,
)
from jxbook.package.remember import remembered
from jxbook.refusals.reading import damaged


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file in memory: its name, its bytes, and its entries by part name.

    Part names are as in the file, without a leading slash; they are looked up without regard to
    case, as the Open Packaging Conventions ask.
    """

    name: str
    data: bytes
    entries: tuple[DirectoryEntry, ...]
    by_name: Mapping[str, DirectoryEntry]

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.by_name

    @property
    def inflated(self) -> int:
        """Bytes of all parts together, as the directory states them."""
        return sum(entry.size for entry in self.entries)

    def entry(self, part: str) -> DirectoryEntry:
        """The directory's entry for a part. Raises Refusal JX904 when there is none."""
        try:
            return self.by_name[part.lower()]
        except KeyError:
            raise damaged(self.name) from None

    def part(self, part: str) -> bytes:
        """The inflated bytes of a part, XML in UTF-8. Raises Refusal JX904 (missing, damaged) or JX907 (too large)."""
        return in_utf8(inflate(self.data, self.entry(part), self.name))

    def packed(self, part: str) -> bytes:
        """The bytes of a part as they lie in the file. Raises Refusal JX904 (missing, damaged)."""
        return packed_content(self.data, self.entry(part), self.name)

    def relations(self, part: str = "") -> tuple[Relation, ...]:
        """The relationships of a part, of the package itself for ""; raises Refusal as the parser does."""
        path = relations_path(part)
        return _relations(self, path, part) if path in self else ()

    @property
    def main(self) -> str:
        """The part that the package says is its document, wherever that stands; "" where it says none.

        Raises Refusal as the parser does.
        """
        found = (one.target for one in self.relations() if one.kind == "officeDocument")
        return next((part for part in found if part in self), "")

    def reached(self, relations: Iterable[Relation]) -> list[str]:
        """The parts that `relations` lead to, directly or not, and their relationship parts."""
        found: dict[str, str] = {}
        waiting = deque(relation.target for relation in relations)
        while waiting:
            part = waiting.popleft()
            if part.lower() in found or part not in self:
                continue
            found[part.lower()] = part
            path = relations_path(part)
            if path in self:
                found[path.lower()] = path
                waiting += (relation.target for relation in self.relations(part))
        return list(found.values())

    def content_types(self) -> ContentTypes:
        """Of what type the parts are. Raises Refusal JX904 when the package does not say."""
        return read_content_types(self.part(CONTENT_TYPES), self.name)


_relations = remembered(read_relations)


def open_zip(data: bytes, name: str) -> Package:
    """The package that these bytes are, whatever it holds; `name` is the file's, for messages.

    Raises Refusal: damaged (JX904), encrypted (JX905), out of proportion (JX907).
    """
    entries = read_directory(data, name)
    by_name = {_part_name(entry.name): entry for entry in entries}
    if len(by_name) != len(entries):
        raise damaged(name)
    return Package(name, data, entries, by_name)


def _part_name(entry_name: str) -> str:
    """The name by which an entry is found: "/" between folders, none in front, lower case."""
    return entry_name.replace("\\", "/").lstrip("/").lower()
