"""A part of a Word document as a tree, built only of what the bounded parser lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jxbook.package.parser import require_well_formed

if TYPE_CHECKING:
    from lxml.etree import _Element


def tree(xml: bytes, place: str) -> _Element:
    """The root element of an XML part; reads no entity and no other file.

    Raises Refusal JX904, JX907 or JX908 as the bounded parser does, and lxml's LxmlError for names without
    a namespace.
    """
    require_well_formed(xml, place)
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
