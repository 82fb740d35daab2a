"""A sheet, looked up by rows and by labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from jxbook.dataclass import cached_property, replace
from jxbook.form import NO_ENTRY, Entry
from jxbook.form.labels import LONGEST_LABEL, label, short_label
from jxbook.place import CellRef
from jxbook.workbook.cellvalues import LAST_ROW
from jxbook.workbook.grid import Merge, Sheet
from jxbook.workbook.labels import is_neighbour, stated_in

_LEAST_LABELS = 3
"""Labels that make a row the header of a table."""
_LONGEST_NAME = 31
"""Characters of a sheet's name in Excel; a longer one is not remembered."""
_MOST_KNOWN = 4096
"""Places that are remembered; a sheet with more of them would only drive out those of the others."""


def _nothing(sheet: str, row: int, column: int, of_word: bool) -> Entry:
    return Entry(None, CellRef(sheet, row, column, of_word))


# Form after form is asked for the same places of a sheet of the same name, and most stay blank.
_known_ref, _known_nothing = lru_cache(_MOST_KNOWN)(CellRef), lru_cache(_MOST_KNOWN)(_nothing)


class LabelledSheet:
    """A sheet: the columns of every row in which anything stands, and its labels, row → column → label.

    `stated` are the cells that hold both label and entry, row → column → label → entry.
    """

    def __init__(self, raw: Sheet) -> None:
        self.raw = raw
        self.rows: dict[int, list[int]] = {}
        self.labels: dict[int, dict[int, str]] = {}
        self.stated: dict[int, dict[int, dict[str, Entry]]] = {}
        current = 0
        columns: list[int] = []
        texts: dict[int, str] = {}
        cells = raw.cells
        for place in sorted(cells):
            row, column = place
            if row != current:
                current, texts = row, {}
                columns = self.rows[row] = []
            columns.append(column)
            value = cells[place].value
            if not isinstance(value, str):
                continue
            pairs = stated_in(value) if ":" in value or "：" in value else ()
            if pairs and any(entry for _, entry in pairs):
                ref = raw.ref(row, column)
                self.stated.setdefault(row, {})[column] = {
                    label(name): Entry(said, ref) for name, said in pairs
                }
            elif len(value) <= LONGEST_LABEL and (text := short_label(value)):
                if not texts:
                    self.labels[row] = texts
                texts[column] = text
        self._numbers = tuple(self.rows)
        known = len(raw.name) <= _LONGEST_NAME and len(cells) <= _MOST_KNOWN
        self._ref: Callable[[str, int, int, bool], CellRef] = _known_ref if known else CellRef
        self._nothing: Callable[[str, int, int, bool], Entry] = _known_nothing if known else _nothing

    def rows_from(self, first: int, end: int = LAST_ROW + 1) -> Sequence[int]:
        """The rows in which anything stands, from `first` up to before `end`."""
        numbers = self._numbers
        return numbers[bisect_left(numbers, first) : bisect_left(numbers, end)]

    def texts_from(self, first: int, end: int = LAST_ROW + 1) -> Iterator[tuple[int, int, str]]:
        """The texts in these rows as they were written, row by row: row, column, text."""
        cells = self.raw.cells
        for row in self.rows_from(first, end):
            for column in self.rows[row]:
                value = cells[row, column].value
                if isinstance(value, str):
                    yield row, column, value

    def row_below(self, row: int) -> int | None:
        """The next row in which anything stands."""
        at = bisect_right(self._numbers, row)
        return self._numbers[at] if at < len(self._numbers) else None

    def rows_saying(self, words: frozenset[str]) -> Sequence[int]:
        """The rows that hold one of these labels."""
        return [row for row, texts in self.labels.items() if not words.isdisjoint(texts.values())]

    def between(self, first: int, end: int) -> LabelledSheet:
        """The page with the rows from `first` up to before `end` alone, under their own numbers."""
        places = ((row, column) for row in self.rows_from(first, end) for column in self.rows[row])
        cells = {place: self.raw.cells[place] for place in places}
        return type(self)(replace(self.raw, cells=cells))

    def without(self, first: int, end: int) -> LabelledSheet:
        """The page but for the rows from `first` up to before `end`, the others under their own numbers."""
        cells = {place: cell for place, cell in self.raw.cells.items() if not first <= place[0] < end}
        return type(self)(replace(self.raw, cells=cells))

    def beside_each_other(self, column: int) -> tuple[LabelledSheet, LabelledSheet]:
        """The page left of a column, and the page from it on, under their own letters. What stands above both, as a
        title, is on either."""
        left = {place: cell for place, cell in self.raw.cells.items() if place[1] < column}
        right = {place: cell for place, cell in self.raw.cells.items() if place[1] >= column}
        top = min(row for row, _ in right)
        right |= {place: cell for place, cell in left.items() if place[0] < top}
        return type(self)(replace(self.raw, cells=left)), type(self)(replace(self.raw, cells=right))

    @cached_property
    def _edges(self) -> Mapping[tuple[int, int], Merge]:
        return {(one.top, one.left): one for one in self.raw.merges}

    @cached_property
    def _tabular(self) -> Sequence[tuple[int, dict[int, str]]]:
        return [(row, texts) for row, texts in self.labels.items() if len(texts) >= _LEAST_LABELS]

    def headers(self, fields: Mapping[str, str]) -> Iterator[tuple[int, dict[str, int]]]:
        """Rows that hold at least three of these labels, as field → column; the first of a field counts."""
        for row, texts in self._tabular:
            if fields.keys().isdisjoint(texts.values()):
                continue
            columns: dict[str, int] = {}
            for column, text in texts.items():
                if text in fields:
                    columns.setdefault(fields[text], column)
            if len(columns) >= _LEAST_LABELS:
                yield row, columns

    def entry(self, row: int, column: int | None) -> Entry:
        """What stands at a place, blank or not; NO_ENTRY where there is no such column."""
        if column is None:
            return NO_ENTRY
        raw = self.raw
        cell = raw.cells.get((row, column))
        if cell is None:
            return self._nothing(raw.name, row, column, raw.of_word)
        ref = self._ref(raw.name, row, column, raw.of_word)
        if cell.formula is None:
            return Entry(cell.value, ref, cell.number_format)
        return Entry(cell.value, ref, cell.number_format, cell.value is None, True)

    def blank(self, row: int, column: int | None) -> bool:
        """Is nothing filled in at a place? As its entry says, which need not be made for it."""
        cell = None if column is None else self.raw.cells.get((row, column))
        return cell is None or cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())

    def text(self, row: int, column: int | None) -> str:
        """What a person sees at a place. As its entry says, which is made for numbers and dates alone."""
        cell = None if column is None else self.raw.cells.get((row, column))
        if cell is None or cell.value is None:
            return ""
        return cell.value.strip() if isinstance(cell.value, str) else self.entry(row, column).text

    def end(self, row: int, column: int) -> int:
        """The last column of the cell at a place, which may be merged."""
        merge = self._edges.get((row, column))
        return merge.right if merge else column

    def bottom(self, row: int, column: int) -> int:
        """The last row of the cell at a place, which may be merged."""
        merge = self._edges.get((row, column))
        return merge.bottom if merge else row

    def merged_down(self, row: int, column: int) -> Merge | None:
        """The merged area over several rows that begins in a column and holds a place, None where there is none."""
        found = self._down.get(column, ())
        turn = bisect_right(found, row, key=attrgetter("top"))  # no merged area reaches into another
        return found[turn - 1] if turn and row <= found[turn - 1].bottom else None

    @cached_property
    def _down(self) -> Mapping[int, Sequence[Merge]]:
        found: dict[int, list[Merge]] = {}
        for merge in sorted(self.raw.merges, key=attrgetter("top")):
            if merge.bottom > merge.top:
                found.setdefault(merge.left, []).append(merge)
        return found

    def beside(self, row: int, column: int) -> Entry:
        """The place to the right of a label."""
        return self.entry(row, self.end(row, column) + 1)

    def entry_of(self, row: int, column: int, right: int) -> Entry:
        """The entry of a label: beside it, or further right, up to the next label and no further than `right`.

        A blank place that is merged is the place; where nothing is filled in it is the one beside the label.
        """
        near = self.end(row, column) + 1
        place = self.entry(row, near)
        if not place.blank or place.unknown or (row, near) in self._edges:
            return place
        columns = self.rows.get(row, [])
        for further in islice(columns, bisect_left(columns, near), bisect_right(columns, right)):
            cell = self.raw.cells[row, further]
            found = self.entry(row, further)
            if not found.blank:
                return place if self._begins_pair(row, further, cell.value) else found
        return place

    def _begins_pair(self, row: int, column: int, value: object) -> bool:
        """Is what stands there the next label rather than an entry?"""
        if column in self.stated.get(row, {}) or (isinstance(value, str) and is_neighbour(value)):
            return True
        beside = self.beside(row, column)  # a text with a value beside it is a label, whatever it says
        known = isinstance(beside.raw, str) and is_neighbour(beside.raw)
        return column in self.labels.get(row, {}) and not beside.blank and not known

    def below(self, row: int, column: int) -> Entry:
        """The place under a label."""
        return self.entry(self.bottom(row, column) + 1, column)

    def pairs(self, row: int, right: int) -> Iterator[tuple[int, str, Entry]]:
        """A row read as label, entry, label, entry …: column and text of each label, and its entry.

        Columns beyond `right` hold no entry, unless they stand right beside their label.
        """
        free = 0
        for column in self.rows.get(row, ()):
            if column <= free:
                continue
            if pairs := self.stated.get(row, {}).get(column):
                free = column
                yield from ((column, text, entry) for text, entry in pairs.items())
            elif text := self.labels.get(row, {}).get(column):
                entry = self.entry_of(row, column, right)
                free = entry.cell.column if entry.cell else column
                yield column, text, entry

    @property
    def last_row(self) -> int:
        return max(self.rows, default=0)
