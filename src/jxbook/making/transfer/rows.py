"""Which row of a blank form each indicator of another form goes into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jxbook.dataclass import dataclass
from jxbook.form import Form, Indicator
from jxbook.place import CellRef
from jxbook.policy import Policy
from jxbook.template.capacity import RowGroup
from jxbook.values import fold


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An indicator of the source, and the labels it is to stand under.

    `wanted` is False for a row that says 无: it takes a place only where there is one.
    """

    source: Indicator
    goal: int
    level1: str
    level2: str
    wanted: bool = True


LabelKey = tuple[int | str, ...]
PlacedRow = tuple[SourceRow, Indicator | None]
"""A row, and its place in the blank form."""


def rows_of(source: Form, policy: Policy) -> list[SourceRow]:
    """The rows to carry: under the source's own labels, or under the policy's where another one had been named.

    Rows without an entry are left out.
    """
    own = source.policy_id == policy.id
    rows = []
    for one in source.indicators:
        level1, level2 = fold(one.level1.text), fold(one.level2.text)
        known = policy.tree.find_level2(level2) is not None if level2 else policy.tree.find_level1(level1)
        if not level2 or (not own and known):
            level1, level2 = _labels_of(policy, level1, level2)
        if is_filled(one):
            rows.append(SourceRow(one, one.goal, level1, level2, wanted=one.used or (own and not known)))
    return rows if own else sorted(rows, key=lambda row: (row.goal, _turn(policy, row)))


def all_have_places(placed: Sequence[PlacedRow], own: bool) -> bool:
    """Every row has a place; with labels of its `own`, no label cell would have to read in two ways."""
    if any(place is None and row.wanted for row, place in placed):
        return False
    said: dict[CellRef, set[str]] = {}
    for row, place in placed if own else ():
        if place is not None:
            for entry, text in ((place.level1, row.level1), (place.level2, row.level2)):
                if entry.cell is not None:
                    said.setdefault(entry.cell, set()).add(text)
    return all(len(texts) == 1 for texts in said.values())


def blocks(rows: Sequence[SourceRow]) -> Iterator[RowGroup]:
    """The rows as blocks of a form that is made for them."""
    for (goal, level1, level2), run in groupby(rows, lambda row: (row.goal, row.level1, row.level2)):
        yield RowGroup(level1, level2, len(list(run)), goal)


def place_rows(rows: Sequence[SourceRow], blank: Form, policy: Policy) -> list[PlacedRow]:
    """Each row with its place: where its name stands already, else under the same labels or 二级指标."""
    wanted = [_keys(row.goal, row.level1, row.level2, row.source.name.text, policy) for row in rows]
    offered = [_keys(one.goal, *_labels(one), one.name.text, policy) for one in blank.indicators]
    found: dict[int, Indicator] = {}
    taken: set[int] = set()
    for likeness in range(3):
        free: dict[LabelKey, list[int]] = {}
        for place in reversed(range(len(offered))):
            if place not in taken:
                free.setdefault(offered[place][likeness], []).append(place)
        for turn, keys in enumerate(wanted):
            if turn not in found and keys[likeness] and (places := free.get(keys[likeness])):
                taken.add(place := places.pop())
                found[turn] = blank.indicators[place]
    return [(row, found.get(turn)) for turn, row in enumerate(rows)]


def _keys(
    goal: int, level1: str, level2: str, name: str, policy: Policy
) -> tuple[LabelKey, LabelKey, LabelKey]:
    """What a row and its place have to share, the closest likeness first; () never matches."""
    labels = goal, level1, level2
    meant = policy.tree.find_level2(level2)
    return (*labels, fold(name)) if name else (), labels, (goal, meant[1].name) if meant else ()


def _labels(one: Indicator) -> tuple[str, str]:
    return fold(one.level1.text), fold(one.level2.text)


def is_filled(one: Indicator) -> bool:
    """Something stands in the row beside its labels."""
    entries = (one.name, one.target, one.actual, one.points, one.earned, one.reason)
    return any(not entry.blank or entry.unknown for entry in entries)


def _labels_of(policy: Policy, level1: str, level2: str) -> tuple[str, str]:
    """The policy's spelling of labels that it knows; a 二级指标 left open is the only one there is."""
    if found := policy.tree.find_level2(level2):
        return found[0].name, found[1].name
    above = policy.tree.find_level1(level1)
    if above is None or level2 or len(above.level2) != 1:
        return level1, level2
    return level1, above.level2[0].name


def _turn(policy: Policy, row: SourceRow) -> int:
    """The place of a row's label in the policy's tree, behind it for a label that it does not know."""
    order = [two.name for one in policy.tree.level1 for two in one.level2]
    return order.index(row.level2) if row.level2 in order else len(order)
