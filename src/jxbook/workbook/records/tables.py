"""Where the plain tables beside the form stand in a workbook: found by their printed headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from jxbook.dataclass import cached_property, dataclass
from jxbook.form import Entry
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.records.kinds import TOTAL_LABELS
from jxbook.workbook.records.labelled_sheets import is_remark, rows_below
from jxbook.workbook.records.sheet import RecordSheet


@dataclass(frozen=True)
class RecordTable:
    """A table in a sheet: its header row, and the column of each field that it has."""

    kind: RecordSheet
    sheet: LabelledSheet
    header: int
    columns: Mapping[str, int]

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows below the header that hold anything, in order, without totals and remarks."""
        return tuple(row for row in rows_below(self.sheet, self.header) if self._is_entry(row))

    def _is_entry(self, row: int) -> bool:
        return row not in self._left_out and not is_remark(self.sheet, row)

    @cached_property
    def _left_out(self) -> frozenset[int]:
        return frozenset(self.totals)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The rows that add others up."""
        return tuple(
            row
            for row, labels in self.sheet.labels.items()
            if row > self.header
            and any(text in TOTAL_LABELS for column, text in labels.items() if column <= self._first)
        )

    @property
    def numbered(self) -> tuple[int, ...]:
        """The rows with a 序号 left of the first column: those that a template has for entries."""
        place, cells = self._first - 1, self.sheet.raw.cells
        numbers = ((row, cells.get((row, place))) for row in self.rows)
        return tuple(row for row, cell in numbers if cell and isinstance(cell.value, Decimal))

    def entry(self, row: int, field: str) -> Entry:
        """What stands under a heading, blank or not; in a merged cell that may be, what stands in its first row."""
        column = self.columns.get(field)
        if column is not None and field in self._spans and (row, column) not in self.sheet.raw.cells:
            tops, bottoms = self._spans[field]
            at = bisect_right(tops, row) - 1
            if at >= 0 and row <= bottoms[at]:
                return self.sheet.entry(tops[at], column)
        return self.sheet.entry(row, column)

    def filled(self) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """Each row in which staff filled in something, and its entries in the order of the kind's columns."""
        typed = self.kind.typed
        columns = frozenset(self.columns[one.field] for one in typed if one.field in self.columns)
        for row in rows_below(self.sheet, self.header):
            held = self.sheet.rows[row]
            if columns.isdisjoint(held) or not self._is_entry(row):
                continue
            own = (self.sheet.entry(row, column) for column in held if column in columns)
            if not all(entry.blank and not entry.unknown for entry in own):
                yield row, tuple(self.entry(row, one.field) for one in typed)

    @cached_property
    def _first(self) -> int:
        return min(self.columns.values())

    @cached_property
    def _spans(self) -> Mapping[str, tuple[Sequence[int], Sequence[int]]]:
        """Of each field that may be merged, the first and the last rows of its merged cells."""
        spans = {}
        for field in (one.field for one in self.kind.columns if one.merged and one.field in self.columns):
            areas = sorted(
                (area.top, area.bottom)
                for area in self.sheet.raw.merges
                if area.left == self.columns[field] and area.top > self.header and area.top < area.bottom
            )
            spans[field] = [top for top, _ in areas], [bottom for _, bottom in areas]
        return spans


def find_table(sheets: Iterable[LabelledSheet], kind: RecordSheet) -> RecordTable | None:
    """The first table of a kind; one in the sheet of the kind's own name goes before others."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.raw.name != kind.sheet):
        for row, columns in sheet.headers(kind.fields):
            if kind.required <= columns.keys():
                return RecordTable(kind, sheet, row, columns)
    return None
