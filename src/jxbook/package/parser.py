"""The XML of a package's parts, read by a bounded parser.

The parser is expat, from the standard library. It streams, so a large part costs no tree; it
reports a document type before any entity exists, so an entity bomb is refused and not defused; it
tells byte offsets, so a cell can be changed in place; and it is loaded in no time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from jxbook.package.encoding import UTF16_MARKS
from jxbook.package.limits import MAX_TAGS
from jxbook.pattern import pattern
from jxbook.refusals.reading import damaged, forbidden_declaration, too_large

Attributes = dict[str, str]
Start = Callable[[str, Attributes], object]

_LONG_TAG = pattern(rb"<[^<>]{500000}")
"""A tag with so many attributes that what they are kept in costs a hundred times their text."""


def new_parser(xml: bytes, place: str) -> expat.XMLParserType:
    """A parser for one part that reports names as "namespace local" and refuses any DTD (JX908).

    Parts are UTF-8 or UTF-16 by the standard, whatever else their declaration may claim.
    """
    return _new_parser(xml, place, " ")


def _new_parser(xml: bytes, place: str, separator: str | None) -> expat.XMLParserType:

    def refuse(*_: object) -> NoReturn:
        raise forbidden_declaration(place)

    parser = expat.ParserCreate(None if xml.startswith(UTF16_MARKS) else "utf-8", separator)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    return parser


def run(parser: expat.XMLParserType, xml: bytes, place: str) -> None:
    """Parse a part to its end. Raises Refusal JX904 when it is not well-formed, JX907 when too large."""
    if len(xml) > MAX_TAGS and (xml.count(b"<") > MAX_TAGS or _LONG_TAG.search(xml)):
        raise too_large(place)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise damaged(place) from None


def each_element(xml: bytes, place: str, start: Start) -> None:
    """Call `start(name, attributes)` for every element of a part, in order."""
    parser = new_parser(xml, place)
    parser.StartElementHandler = start
    run(parser, xml, place)


def require_well_formed(xml: bytes, place: str) -> bool:
    """Refuse a part that another reader must not be given: malformed (JX904), with too many tags (JX907)
    or a DTD (JX908).

    True where it is elements and text alone: no comment, no CDATA section, no processing instruction.
    """
    others: list[object] = []
    parser = _new_parser(xml, place, None)
    parser.CommentHandler = others.append
    parser.StartCdataSectionHandler = lambda: others.append(None)
    parser.ProcessingInstructionHandler = lambda *_: others.append(None)
    run(parser, xml, place)
    return not others
