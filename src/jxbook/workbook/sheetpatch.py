"""New bytes for a sheet's XML: some cells changed, all other bytes as they were."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite

from jxbook.pattern import pattern
from jxbook.place import column_letters
from jxbook.refusals.reading import damaged
from jxbook.refusals.writing import NotWritable, cell_not_writable, text_too_long
from jxbook.values.entry import is_error
from jxbook.workbook.cellvalues import LAST_COLUMN, LAST_ROW, MAX_TEXT, number_text
from jxbook.workbook.grid import Change
from jxbook.workbook.markup import encode_text
from jxbook.workbook.offsets import Area, FoundCell, FoundRow, Offsets, Tag, find_offsets

SheetChanges = dict[tuple[int, int], Change]
Edit = tuple[int, int, bytes]
"""Replace the bytes from the first to the second offset."""

_HEIGHT = pattern(rb"""\sht=["']([0-9]+(?:\.[0-9]+)?)["']""")
_ATTRIBUTE = pattern(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def patch_sheet(xml: bytes, changes: Mapping[tuple[int, int], Change], place: str) -> tuple[bytes, list[str]]:
    """A sheet's XML (UTF-8) with `changes` put in, and the addresses whose formula has gone.

    Raises Refusal JX913 for a cell that cannot be written, JX904 for a damaged sheet.
    """
    try:
        found = find_offsets(xml, changes, place)
    except (ValueError, KeyError):
        raise damaged(place) from None
    if found.data is None:
        raise damaged(place)
    for change in changes.values():
        _require_writable(found, changes, change, place)
    edits = [
        (cell.span.tag.start, cell.span.end, _changed_cell(xml, cell, changes[where]))
        for where, cell in found.cells.items()
        if not changes[where].height_only
    ]
    added = {where: changes[where] for where in sorted(changes) if where not in found.cells}
    added = {
        where: change
        for where, change in added.items()
        if change.value not in (None, "") or change.formula or change.style_only
    }
    edits += _added_cells(found, added)
    edits += _wider_dimension(found, added)
    edits += _grown_rows(found, changes, {row for row, _ in added})
    gone = [
        changes[where].cell.address
        for where, cell in found.cells.items()
        if cell.formula and not changes[where].keeps_formula
    ]
    return _apply(xml, edits), gone


def _apply(xml: bytes, edits: list[Edit]) -> bytes:
    """Edits put in; at one offset additions come before a replacement, and keep their order."""
    pieces = []
    done = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [xml[done:start], new]
        done = end
    return b"".join([*pieces, xml[done:]])


def _require_writable(
    found: Offsets, changes: Mapping[tuple[int, int], Change], change: Change, place: str
) -> None:
    """Refuse a change that would break what stands in the sheet, or that Excel could not hold."""
    row, column = where = change.cell.row, change.cell.column
    cell = found.cells.get(where)
    place = f"{place}：{change.cell}"
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        raise cell_not_writable(place, NotWritable.OUT_OF_SHEET)
    if isinstance(change.value, str) and len(change.value) > MAX_TEXT and not change.keeps_formula:
        raise text_too_long(place, MAX_TEXT)
    if isinstance(change.value, Decimal) and not change.keeps_formula and not _is_held(change.value):
        raise cell_not_writable(place, NotWritable.NUMBER_TOO_LARGE)
    if change.height_only:
        return  # the row is meant, whatever its cells are
    if any(_holds(area, where) and where != area[:2] for area in found.merges):
        raise cell_not_writable(place, NotWritable.MERGED)
    if change.style_only:
        return
    if change.cached_only:
        if cell is None or cell.formula is None:
            raise cell_not_writable(place, NotWritable.NO_FORMULA)
    elif _is_needed(found, changes, where):
        raise cell_not_writable(place, NotWritable.SHARED_FORMULA)


def _is_needed(found: Offsets, changes: Mapping[tuple[int, int], Change], where: tuple[int, int]) -> bool:
    """Do cells that stay as they are depend on what stands in a cell: on its shared formula, its array?"""
    cell = found.cells.get(where)
    if any(_holds(area, where) and area != where * 2 for area in found.arrays):
        return True
    if cell is None or not cell.starts_group or where * 2 in found.arrays:
        return False
    return not (cell.shares and changes[where].formula) or any(
        one not in changes or not changes[one].formula for one in found.sharing[cell.shares]
    )


def _holds(area: Area, where: tuple[int, int]) -> bool:
    return area[0] <= where[0] <= area[2] and area[1] <= where[1] <= area[3]


def _is_held(number: Decimal) -> bool:
    """Has a cell room for a number?"""
    return not number.is_snan() and isfinite(float(number))


def _changed_cell(xml: bytes, cell: FoundCell, change: Change) -> bytes:
    """The cell's element anew: its attributes and unknown children as they were, its content changed."""
    tag = cell.span.tag
    if change.style_only:
        start = b"<" + tag.name + _without(tag.attributes, {b"s"}) + b' s="%d"' % (change.style or 0)
        return start + (b"/>" if tag.is_whole else b">") + xml[tag.end : cell.span.end]
    prefix = tag.name.removesuffix(b"c")
    kind, content = _content(change, prefix)
    dropped = {b"t", b"vm"} if change.cached_only else {b"t", b"vm", b"cm"}
    if change.style is not None:
        dropped, kind = dropped | {b"s"}, b' s="%d"' % change.style + kind
    attributes = _without(tag.attributes, dropped) + kind
    others = []
    done = tag.end
    for child in cell.content:
        others.append(xml[done : child.tag.start])
        done = child.end
    others.append(xml[done : max(done, cell.span.content_end)])
    formula = b""
    if cell.formula is not None and change.cached_only:
        formula = xml[cell.formula.tag.start : cell.formula.end]
    inside = formula + content + b"".join(others)
    name = tag.name
    return b"<" + name + attributes + (b">" + inside + b"</" + name + b">" if inside else b"/>")


def _content(change: Change, prefix: bytes) -> tuple[bytes, bytes]:
    """The attribute t and the children of a cell that holds the change's value."""
    value = change.value
    if (value is None or (value == "" and not change.cached_only)) and not change.formula:
        return b"", b""

    def element(name: bytes, inside: bytes, attributes: bytes = b"") -> bytes:
        return b"<" + prefix + name + attributes + b">" + inside + b"</" + prefix + name + b">"

    formula = element(b"f", encode_text(change.formula).encode()) if change.formula else b""
    if isinstance(value, bool):
        return b' t="b"', formula + element(b"v", b"%d" % value)
    if isinstance(value, Decimal) and not _is_held(value):  # as Excel shows what its formula came to
        return b' t="e"', formula + element(b"v", b"#NUM!")
    if isinstance(value, Decimal):
        return b"", formula + element(b"v", number_text(float(value)).encode())
    if isinstance(value, str) and len(value) > MAX_TEXT:  # what a formula came to has no room either
        return b' t="e"', formula + element(b"v", b"#VALUE!")
    text = encode_text(value or "").encode()
    if change.cached_only and is_error(value or ""):
        return b' t="e"', formula + element(b"v", text)
    if change.cached_only or formula:
        return b' t="str"', formula + element(b"v", text)
    return b' t="inlineStr"', element(b"is", element(b"t", text, b' xml:space="preserve"'))


def _without(attributes: bytes, dropped: set[bytes]) -> bytes:
    return b"".join(match[0] for match in _ATTRIBUTE.finditer(attributes) if match[1] not in dropped)


def _added_cells(found: Offsets, added: Mapping[tuple[int, int], Change]) -> list[Edit]:
    """The edits that put cells where there were none, in rows that exist or that come with them."""
    assert found.data is not None
    prefix = found.data.tag.name.removesuffix(b"sheetData")
    edits: list[Edit] = []
    new_rows: list[tuple[int, bytes]] = []
    for row in dict.fromkeys(row for row, _ in added):
        there = found.rows.get(row)
        cells = [
            (column, _new_cell(change, prefix, there.style if there else None, found))
            for (at, column), change in added.items()
            if at == row
        ]
        if there is None:
            inside = b"".join(cell for _, cell in cells)
            name = prefix + b"row"
            high = max(change.height for (at, _), change in added.items() if at == row)
            tall = b' ht="%.1f"' % high if high else b""
            new_rows.append((row, b'<%b r="%d"%b>%b</%b>' % (name, row, tall, inside, name)))
        else:
            edits += _into_row(there, cells)
    data = found.data
    if data.tag.is_whole:
        if new_rows:
            edits.append(_opened(data.tag, data.tag.attributes, b"".join(xml for _, xml in new_rows)))
        return edits
    for row, xml in new_rows:
        offset = min((start for number, start in found.row_starts if number > row), default=data.content_end)
        edits.append((offset, offset, xml))
    return edits


def _into_row(row: FoundRow, cells: list[tuple[int, bytes]]) -> list[Edit]:
    """The edits that put cells into a row; its "spans", a hint that may not hold any more, goes."""
    tag = row.span.tag
    attributes = _without(tag.attributes, {b"spans"})
    if tag.is_whole:
        return [_opened(tag, attributes, b"".join(xml for _, xml in cells))]
    edits: list[Edit] = [(tag.start, tag.end, b"<" + tag.name + attributes + b">")]
    for column, xml in cells:
        offset = min((start for other, start in row.starts if other > column), default=row.span.content_end)
        edits.append((offset, offset, xml))
    return edits


def _grown_rows(found: Offsets, changes: Mapping[tuple[int, int], Change], widened: set[int]) -> list[Edit]:
    """Rows made as high as a change asks for, where they are lower and nobody set their height by hand; exactly so high
    where nothing but that is asked."""
    edits: list[Edit] = []
    wanted: dict[int, float] = {}
    for (row, _), change in changes.items():
        wanted[row] = max(change.height, wanted.get(row, 0))
    exact = {row for (row, _), change in changes.items() if change.height_only}
    for row in sorted(wanted.keys() & found.rows.keys() - widened):
        tag = found.rows[row].span.tag
        stated = _HEIGHT.search(tag.attributes)
        by_hand = b"customHeight" in tag.attributes and row not in exact
        if row in exact or (wanted[row] > float(stated[1] if stated else 0) and not by_hand):
            attributes = _without(tag.attributes, {b"ht"}) + b' ht="%.1f"' % wanted[row]
            edits.append(
                (tag.start, tag.end, b"<" + tag.name + attributes + (b"/>" if tag.is_whole else b">"))
            )
    return edits


def _opened(tag: Tag, attributes: bytes, inside: bytes) -> Edit:
    """The edit that turns <row/> into <row>…</row>."""
    return tag.start, tag.end, b"<%b%b>%b</%b>" % (tag.name, attributes, inside, tag.name)


def _new_cell(change: Change, prefix: bytes, row_style: int | None, found: Offsets) -> bytes:
    """A cell that was not there, in the style of its row, else of its column."""
    column = change.cell.column
    styles = (style for first, last, style in found.column_styles if first <= column <= last)
    style = next(styles, 0) if row_style is None else row_style
    style = style if change.style is None else change.style
    kind, content = _content(change, prefix)
    attributes = f' r="{change.cell.address}"' + (f' s="{style}"' if style else "")
    return b"<%bc%b%b>%b</%bc>" % (prefix, attributes.encode(), kind, content, prefix)


def _wider_dimension(found: Offsets, added: Mapping[tuple[int, int], Change]) -> list[Edit]:
    """The edit that lets the sheet's stated extent include the added cells, where it has one."""
    if found.dimension is None or found.dimension_area is None:
        return []
    top, left, bottom, right = old = found.dimension_area
    for row, column in added:
        top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, column)
    if (top, left, bottom, right) == old:
        return []
    tag = found.dimension
    reference = f' ref="{column_letters(left)}{top}:{column_letters(right)}{bottom}"'
    attributes = _without(tag.attributes, {b"ref"}) + reference.encode()
    return [(tag.start, tag.end, b"<" + tag.name + attributes + (b"/>" if tag.is_whole else b">"))]
