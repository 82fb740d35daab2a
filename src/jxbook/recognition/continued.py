"""A form that goes on: on a further sheet under its headings once more, or under none at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form.labels import TOTAL_LABELS
from jxbook.pattern import pattern
from jxbook.recognition.extent import is_measured, table_below
from jxbook.recognition.head import project_row
from jxbook.recognition.table import IndicatorTable
from jxbook.values.fold import fold
from jxbook.workbook.labelled_sheet import LabelledSheet

_COUNT = frozenset({"name", "target", "actual", "points", "earned"})
"""The columns that a sheet which continues a table has as that one has them."""
_MOST_ABOVE = 40
"""Rows above the headings of a sheet that continues a form: its head once more, and no more."""
_FULL = Decimal(100)
_SAYS_SO = pattern(r"续|接上[页表]|第\s*\d{1,2}\s*页")


class Begun:
    """A form that may go on on further sheets: its tables, what is printed above them, its rows and its points so far."""

    __slots__ = ("_counted", "_points", "_rows", "_titles", "tables")

    def __init__(self, tables: Sequence[IndicatorTable]) -> None:
        self.tables = list(tables)
        self._titles: _Titles | None = None
        self._rows, self._points, self._counted = set[tuple[str, ...]](), Decimal(0), 0

    def continued_by(self, one: Sequence[IndicatorTable]) -> bool:
        """Does a sheet of tables only continue the form?

        It has the same columns that count, above its heading nothing but what stands above that form too, or a title
        that says 续, and no row of that form, which does not end with 总分 and has not got its 100 points without it: a
        sheet that holds the indicators once more, or those of another form, is none.
        """
        last, first = self.tables[-1], one[0]
        if last.total is not None or first.sheet.raw.name == last.sheet.raw.name:
            return False
        columns = first.columns.keys() & _COUNT
        if "name" not in columns or columns != last.columns.keys() & _COUNT:
            return False
        return self._head_again(first) and self._has_further_rows(one)

    def without_heading(self, sheet: LabelledSheet) -> IndicatorTable | None:
        """What looks like the rest of the form on a sheet that holds further rows, or 总分, under no headings; None on any
        other."""
        last, titles = self.tables[-1], self._printed_above()
        first = next((row for row in sheet.rows_from(1) if not titles.stand_in(sheet, row)), None)
        if first is None or not (_is_total(sheet, first, last) or _is_whole_row(sheet, first, last)):
            return None
        bare = replace(last.head, top=first - 1, bottom=first - 1, guessed={}, further=(), placed={})
        return replace(table_below(sheet, bare), shares=last.shares, actual_unit=last.actual_unit)

    def ends_with(self, table: IndicatorTable) -> bool:
        """Is such a table the rest of the form, which has not come to its end without it?"""
        if self.tables[-1].total is not None:
            return False
        return self._has_further_rows([table]) or next(iter(table.rows), None) is None

    def _printed_above(self) -> _Titles:
        self._titles = self._titles or _Titles(self.tables[0])
        return self._titles

    def _head_again(self, one: IndicatorTable) -> bool:
        above = one.sheet.rows_from(1, one.top)
        if len(above) > _MOST_ABOVE:
            return False
        titles, whole = self._printed_above(), project_row(one.sheet, 0, one.top) is not None
        return all(titles.stand_in(one.sheet, row, whole=whole) for row in above)

    def _has_further_rows(self, one: Sequence[IndicatorTable]) -> bool:
        """Are there rows, none of which the form has, that make no more than 100 points with those of the form?"""
        for table in self.tables[self._counted :]:  # each once, however many sheets there are
            self._rows.update(_rows_of([table]))
            self._points += _points_of(table)
        self._counted = len(self.tables)
        further = [*_rows_of(one)]
        if not further or not self._rows.isdisjoint(further):
            return False
        return sum(map(_points_of, one), self._points) <= _FULL


class _Titles:
    """What stands above the indicators of a form: a sheet that continues it may print it once more."""

    def __init__(self, table: IndicatorTable) -> None:
        rows = [_texts(table.sheet, row) for row in table.sheet.rows_from(1, table.top)]
        self._rows = {tuple(texts) for texts in rows}
        self._printed = "\n".join(text for texts in rows for text in texts)

    def stand_in(self, sheet: LabelledSheet, row: int, *, whole: bool = False) -> bool:
        """Is a row one of these, or one that says 续? With `whole` a part of a row is none: 项目名称 without the name."""
        texts = _texts(sheet, row)
        if tuple(texts) in self._rows:
            return True
        return all(_SAYS_SO.search(text) or (not whole and text in self._printed) for text in texts)


def _texts(sheet: LabelledSheet, row: int) -> list[str]:
    """What stands in a row, cell by cell, as it reads."""
    return [text for column in sheet.rows[row] if (text := fold(sheet.text(row, column)))]


def _rows_of(tables: Sequence[IndicatorTable]) -> Iterator[tuple[str, ...]]:
    """The rows of a form by name and target, those of which something stands there."""
    for table in tables:
        for row in table.rows:
            said = [fold(table.sheet.text(row, table.columns.get(field))) for field in ("name", "target")]
            if all(said):
                yield tuple(said)


def _points_of(table: IndicatorTable) -> Decimal:
    entries = (table.sheet.entry(row, table.columns.get("points")) for row in table.rows)
    return sum((entry.number for entry in entries if entry.number is not None), Decimal(0))


def _is_whole_row(sheet: LabelledSheet, row: int, table: IndicatorTable) -> bool:
    """Does an indicator stand in a row with all that a row of the table is scored by, and nothing beside the page? Not
    the headings of another table, nor its numbers: 调查内容 | 非常满意 | 满意 over 助餐 | 48 | 35."""
    needed = [table.columns[field] for field in ("target", "actual") if field in table.columns]
    filled = bool(needed) and not any(sheet.blank(row, column) for column in needed)
    scores = [table.columns[field] for field in ("points", "earned") if field in table.columns]
    if scores and all(sheet.entry(row, column).number is None for column in scores):
        return False
    if sheet.entry(row, table.columns.get("name")).number is not None:
        return False
    return filled and is_measured(sheet, row, table.columns) and sheet.rows[row][-1] <= table.right + 1


def _is_total(sheet: LabelledSheet, row: int, table: IndicatorTable) -> bool:
    said = not TOTAL_LABELS.isdisjoint(sheet.labels.get(row, {}).values())
    return (
        said and sheet.entry(row, table.columns.get("earned", table.columns.get("points"))).number is not None
    )
