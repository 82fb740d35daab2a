"""Findings as comments in a copy of a Word document; all else stays as it is, parts that are not touched byte for byte.

A comment stands at the words that it speaks of: the run that holds them is cut at their edges, its properties kept. One
on a cell of a table stands around the cell's first paragraph, one on a whole table at its first cell.
Tracked changes and comments that are there stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from jxbook.dataclass import dataclass
from jxbook.finding import Finding
from jxbook.foreign.word import cell_places
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.papers.word import BodyBlock, Chunk, blocks, main_part
from jxbook.pattern import pattern
from jxbook.refusals.reading import damaged

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_AUTHOR, _INITIALS = "jxbook 校验", "jx"
_PREFIX = pattern(rb"<(?:([A-Za-z_][\w.-]*):)?p[\s/>]")
_EMPTY = pattern(rb"<(?:[A-Za-z_][\w.-]*:)?p(?:\s[^>]*)?/>\Z")
_IDENTITY = pattern(r'<(?:[\w.-]+:)?comment\b[^>]*?\b(?:[\w.-]+:)?id="(\d+)"')
_CLOSING = pattern(r"</(?:([\w.-]+):)?comments\s*>\s*\Z")
_SELF_CLOSED = pattern(r"<(?:([\w.-]+):)?comments\b([^>]*)/>\s*\Z")


@dataclass(frozen=True, slots=True)
class _Patch:
    """Markup to put in at a byte of the document part. What is put in at the same byte keeps its order."""

    byte: int
    order: int
    markup: str
    instead: int = 0
    """How many bytes it takes the place of."""


def annotated(data: bytes, name: str, findings: Sequence[Finding]) -> bytes:
    """A copy of a .docx with a comment for each finding that has a place in its text or in its tables.

    Raises Refusal: damaged (JX904), out of proportion (JX907), with a DTD (JX908).
    """
    package = open_zip(data, name)
    part = main_part(package)
    xml = package.part(part)
    cells = cell_places(data, name) if any(one.spot is None for one in findings) else {}
    placed = [
        one
        for one in findings
        if (one.spot.paragraph if one.spot is not None else _place_in_table(one, cells) is not None)
    ]
    if not placed:
        return data
    draft = Draft(package)
    prefix = _PREFIX.search(xml)
    w = f"{prefix[1].decode()}:" if prefix and prefix[1] else ""
    comments = _comments_part(draft, part)
    first = max((int(one) for one in _IDENTITY.findall(draft.text(comments))), default=-1) + 1
    numbered = [*enumerate(placed, first)]
    patches = [patch for one in _by_block(xml, name, numbered) for patch in _marks(*one, w)]
    patches += _in_tables(xml, cells, numbered, w)
    draft.put_bytes(part, _patched(xml, patches))
    _add_comments(draft, comments, numbered, name)
    return draft.bytes()


def _by_block(
    xml: bytes, name: str, numbered: Sequence[tuple[int, Finding]]
) -> Iterator[tuple[BodyBlock, int, int, int]]:
    """Each finding's paragraph, its words there, and the number of its comment."""
    wanted: dict[int, list[tuple[int, Finding]]] = {}
    for identity, finding in numbered:
        if finding.spot is not None:
            wanted.setdefault(finding.spot.paragraph, []).append((identity, finding))
    number = 0
    for block in blocks(xml, name):
        if not block.table and not block.text.strip():
            continue
        number += 1
        for identity, finding in wanted.get(number, ()):
            assert finding.spot is not None
            yield block, finding.spot.start, max(finding.spot.end, finding.spot.start + 1), identity


_CellPlaces = Mapping[str, Mapping[tuple[int, int], tuple[int, int]]]


def _place_in_table(finding: Finding, cells: _CellPlaces) -> tuple[int, int] | None:
    """Where a finding in a table stands: at its cell, at the one left of it where Word merged it, or at the first cell."""
    cell = finding.cell
    table = cells.get(cell.sheet if cell is not None else finding.place)
    if not table or (cell is not None and not cell.of_word):
        return None
    if cell is None:
        return table[min(table)]
    left = [at for at in table if at[0] == cell.row and at[1] <= cell.column]
    return table[max(left)] if left else table[min(table)]


def _in_tables(
    xml: bytes, cells: _CellPlaces, numbered: Sequence[tuple[int, Finding]], w: str
) -> Iterator[_Patch]:
    """The marks of the comments on cells; a paragraph that is an empty element is opened once for all of them."""
    by_place: dict[tuple[int, int], list[int]] = {}
    for identity, finding in numbered:
        place = _place_in_table(finding, cells) if finding.spot is None else None
        if place is not None:
            by_place.setdefault(place, []).append(identity)
    for (begin, end), identities in by_place.items():
        starts = "".join(_comment_marks(one, w)[0] for one in identities)
        ends = "".join("".join(_comment_marks(one, w)[1:]) for one in identities)
        start = xml.rindex(b"<", 0, begin)
        if not _EMPTY.match(xml[start:begin]):
            yield _Patch(begin, 0, starts)
            yield _Patch(end, 0, ends)
            continue
        opened = xml[start:begin].decode().rstrip("/> ")
        yield _Patch(start, 0, f"{opened}>{starts}{ends}</{w}p>", begin - start)


def _comment_marks(identity: int, w: str) -> tuple[str, str, str]:
    """What opens and closes the range of a comment, and the run that refers to it."""
    identified = f'{w}id="{identity}"' if w else f'xmlns:w="{_W}" w:id="{identity}"'
    return (
        f"<{w}commentRangeStart {identified}/>",
        f"<{w}commentRangeEnd {identified}/>",
        f"<{w}r><{w}commentReference {identified}/></{w}r>",
    )


def _marks(block: BodyBlock, start: int, end: int, identity: int, w: str) -> Iterator[_Patch]:
    """The marks of one comment: around its words, or at the head of a paragraph whose words cannot be found."""
    opening, closing, reference = _comment_marks(identity, w)
    edges = _edge(block, start, w), _edge(block, end, w, behind=True)
    if edges[0] is None or edges[1] is None:
        if block.first_run:
            yield _Patch(block.first_run, 0, f"{opening}{closing}{reference}")
        return
    (at, before, after), (to, before_end, after_end) = edges[0], edges[1]
    yield _Patch(at, 1, f"{before}{opening}{after}")
    yield _Patch(to, 0, f"{before_end}{closing}{reference}{after_end}")


def _edge(block: BodyBlock, at: int, w: str, behind: bool = False) -> tuple[int, str, str] | None:
    """The byte at which a paragraph is cut before its character `at`, and what closes and opens its run there."""
    chunk = _chunk(block, at, behind)
    if chunk is None:
        return None
    inside = at - chunk.at
    while inside > 1 and chunk.text[inside - 1].isspace():
        inside -= 1  # a blank at the edge of a run is lost unless the run says that it counts
    if chunk.byte < 0 or (not behind and not inside and _begins_run(block, chunk)):
        return (chunk.run.end if behind else chunk.run.start), "", ""
    if behind and inside == len(chunk.text) and _ends_run(block, chunk):
        return chunk.run.end, "", ""
    byte = chunk.byte + len(chunk.text[:inside].encode())
    return byte, f"</{w}t></{w}r>", f"{_head(block, chunk, w)}"


def _chunk(block: BodyBlock, at: int, behind: bool) -> Chunk | None:
    for one in block.chunks:
        low, high = one.at, one.at + len(one.text)
        if (low < at <= high) if behind else (low <= at < high):
            return one
    return None


def _begins_run(block: BodyBlock, chunk: Chunk) -> bool:
    return next(one for one in block.chunks if one.run is chunk.run) is chunk


def _ends_run(block: BodyBlock, chunk: Chunk) -> bool:
    return [one for one in block.chunks if one.run is chunk.run][-1] is chunk


def _head(block: BodyBlock, chunk: Chunk, w: str) -> str:
    """The head of a run that goes on with the properties of the one that was cut; filled in by `_patched`."""
    low, high = chunk.run.properties
    return f'<{w}r>\0{low},{high}\0<{w}t xml:space="preserve">'


def _patched(xml: bytes, patches: Sequence[_Patch]) -> bytes:
    pieces, last = [], 0
    for patch in sorted(patches, key=lambda one: (one.byte, one.order)):
        pieces += [xml[last : patch.byte], _filled(patch.markup, xml)]
        last = patch.byte + patch.instead
    return b"".join((*pieces, xml[last:]))


def _filled(markup: str, xml: bytes) -> bytes:
    head, *rest = markup.encode().split(b"\0")
    for at, piece in enumerate(rest):
        if at % 2:
            head += piece
        else:
            low, high = map(int, piece.split(b","))
            head += xml[low:high]
    return head


def _comments_part(draft: Draft, part: str) -> str:
    """The part of the comments, made where the document has none."""
    known = next((one.target for one in draft.package.relations(part) if one.kind == "comments"), "")
    if known and known in draft:
        return known
    folder = part.rpartition("/")[0]
    path = f"{folder}/comments.xml" if folder else "comments.xml"
    count = 1
    while path in draft:
        count += 1
        path = f"{folder}/comments{count}.xml"
    draft.put(
        path,
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_W}"></w:comments>',
    )
    draft.relate(part, _RELATION, path.rpartition("/")[2])
    draft.override(path, _TYPE)
    return path


def _add_comments(draft: Draft, path: str, numbered: Sequence[tuple[int, Finding]], name: str) -> None:
    text = draft.text(path)
    if alone := _SELF_CLOSED.search(text):
        tag = f"{alone[1]}:" if alone[1] else ""
        text = f"{text[: alone.start()]}<{tag}comments{alone[2]}></{tag}comments>"
    closing = _CLOSING.search(text)
    if closing is None:
        raise damaged(name)
    made = "".join(_comment(identity, finding) for identity, finding in numbered)
    draft.put(path, f"{text[: closing.start()]}{made}{text[closing.start() :]}")


def _comment(identity: int, finding: Finding) -> str:
    lines = (
        f"{finding.severity.label} {finding.code}：{finding.what}",
        f"原因：{finding.why}",
        f"处理：{finding.fix}",
    )
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_printable(line))}</w:t></w:r></w:p>' for line in lines
    )
    return (
        f'<w:comment xmlns:w="{_W}" w:id="{identity}" w:author="{_AUTHOR}" w:initials="{_INITIALS}">'
        f"{paragraphs}</w:comment>"
    )


def _printable(text: str) -> str:
    """Without the characters that XML has no way to write."""
    return "".join(one for one in text if one in "\t\n" or (one >= " " and one not in "\ufffe\uffff"))
