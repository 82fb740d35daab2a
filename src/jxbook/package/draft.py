"""A package being changed: some parts replaced, some added, all else copied byte for byte."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from jxbook.package.opc import CONTENT_TYPES, relations_path, relations_xml
from jxbook.package.opened import Package
from jxbook.package.writer import smallest, with_contents
from jxbook.refusals.reading import damaged


class Draft:
    """A package with pending changes; `bytes` gives the file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._texts: dict[str, str] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._texts or part in self.package

    def text(self, part: str) -> str:
        """A part as it now stands. Raises Refusal JX904 when there is none, or it is not UTF-8."""
        if part in self._texts:
            return self._texts[part]
        try:
            return self.package.part(part).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise damaged(self.package.name) from None

    def put(self, part: str, text: str) -> None:
        """Replace a part, or add it."""
        self._texts[part] = text

    def put_bytes(self, part: str, xml: bytes) -> None:
        """Replace a part whose bytes are UTF-8, a mark before them kept. Raises Refusal JX904 when they are not."""
        try:
            self._texts[part] = xml.decode()
        except UnicodeDecodeError:
            raise damaged(self.package.name) from None

    def insert(self, part: str, new: str, before: str) -> None:
        """Put markup before the first of this in a part. Raises Refusal JX904 when that is not there."""
        head, found, tail = self.text(part).partition(before)
        if not found:
            raise damaged(self.package.name)
        self.put(part, head + new + found + tail)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship from a part ("" is the package) to a target; its new identity."""
        relationships = relations_path(part)
        if relationships not in self:
            self.put(relationships, relations_xml(()).decode())
        taken = [int(number) for number in re.findall(r'\bId="rId(\d+)"', self.text(relationships))]
        identity = f"rId{max(taken, default=0) + 1}"
        element = f'<Relationship Id="{identity}" Type={quoteattr(kind)} Target={quoteattr(target)}/>'
        self.insert(relationships, element, "</Relationships>")
        return identity

    def override(self, part: str, kind: str) -> None:
        """Say of what content type a new part is."""
        element = f'<Override PartName="/{part}" ContentType={quoteattr(kind)}/>'
        self.insert(CONTENT_TYPES, element, "</Types>")

    def default(self, extension: str, kind: str) -> None:
        """Say of what content type parts with an extension are, unless that is said."""
        if f'Extension="{extension}"' not in self.text(CONTENT_TYPES):
            element = f'<Default Extension="{extension}" ContentType={quoteattr(kind)}/>'
            self.insert(CONTENT_TYPES, element, "<Override")

    def bytes(self) -> bytes:
        """The package with the changes made: replaced parts in their place, new ones at the end."""
        package = self.package
        texts = {part: text.encode() for part, text in self._texts.items()}
        contents = {
            package.entry(part).name: content
            for part, content in texts.items()
            if part in package
            and content != package.part(part)  # what is put in as it was stays, packed as it was
        }
        added = [smallest(part, content) for part, content in texts.items() if part not in package]
        return with_contents(package.data, package.entries, contents, added)
