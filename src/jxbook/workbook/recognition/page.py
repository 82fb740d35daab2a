"""A sheet, looked up by rows and by labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from jxbook.form import NO_ENTRY, Entry
from jxbook.workbook.grid import Merge, Sheet
from jxbook.workbook.labels import label

_place = itemgetter(0)


class Page:
    """A sheet: the columns of every row in which anything stands, and its labels, row → column → label."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, list[int]] = {}
        self.labels: dict[int, dict[int, str]] = {}
        for (row, column), cell in sorted(sheet.cells.items(), key=_place):
            self.rows.setdefault(row, []).append(column)
            if text := label(cell.value):
                self.labels.setdefault(row, {})[column] = text

    @cached_property
    def _edges(self) -> Mapping[tuple[int, int], Merge]:
        return {(one.top, one.left): one for one in self.sheet.merges}

    def headers(self, fields: Mapping[str, str]) -> Iterator[tuple[int, dict[str, int]]]:
        """Rows that hold at least three of these labels, as field → column; the first of a field counts."""
        for row, texts in self.labels.items():
            columns: dict[str, int] = {}
            for column, text in texts.items():
                if text in fields:
                    columns.setdefault(fields[text], column)
            if len(columns) >= 3:
                yield row, columns

    def entry(self, row: int, column: int | None) -> Entry:
        """What stands at a place, blank or not; NO_ENTRY where there is no such column."""
        if column is None:
            return NO_ENTRY
        cell = self.sheet.cells.get((row, column))
        if cell is None:
            return Entry(cell=self.sheet.ref(row, column))
        unknown = cell.formula is not None and cell.value is None
        return Entry(cell.value, self.sheet.ref(row, column), cell.number_format, unknown)

    def end(self, row: int, column: int) -> int:
        """The last column of the cell at a place, which may be merged."""
        merge = self._edges.get((row, column))
        return merge.right if merge else column

    def beside(self, row: int, column: int) -> Entry:
        """The place to the right of a label."""
        return self.entry(row, self.end(row, column) + 1)

    def below(self, row: int, column: int) -> Entry:
        """The place under a label."""
        merge = self._edges.get((row, column))
        return self.entry((merge.bottom if merge else row) + 1, column)

    def pairs(self, row: int) -> Iterator[tuple[int, str, Entry]]:
        """A row read as label, entry, label, entry …: column and text of each label, and what stands beside it."""
        free = 0
        for column, text in self.labels.get(row, {}).items():
            if column > free:
                free = self.end(row, column) + 1
                yield column, text, self.entry(row, free)

    @property
    def last_row(self) -> int:
        return max(self.rows, default=0)
