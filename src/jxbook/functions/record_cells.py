"""What the formula cells of the sheets beside the form show, for workbooks that are filled in without Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from jxbook.form import NO_ENTRY, Entry
from jxbook.formulas.contents import AreaContent, Content, Value, content_of, stored
from jxbook.formulas.expression import Contents, Expression
from jxbook.functions.calls import JX_SATISFACTION, review
from jxbook.policy import Policy
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.records import formulas as at
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.labelled_sheets import labelled_sheets
from jxbook.workbook.records.survey import SurveyTable, find_survey
from jxbook.workbook.records.tables import RecordTable, find_table

_MOST_TOTALS = 20
"""Rows 合计 of one table that are reckoned, each over all its rows; ours has one."""


def record_values(grid: Grid, policy: Policy) -> tuple[Change, ...]:
    """A change for every formula cell of the sheets beside the form; none for a workbook without such sheets."""
    sheets, shown = labelled_sheets(grid), []
    if survey := find_survey(sheets):
        shown += [*_Survey(survey).shown()]
    for kind in KINDS.values():
        if any(column.formula or column.total for column in kind.columns) and (
            table := find_table(sheets, kind)
        ):
            shown += [*_Rows(table, policy).shown()]
    return tuple(
        Change(entry.cell, stored(value), cached_only=True)
        for entry, value in shown
        if entry.cell is not None
    )


class _Rows:
    """A plain table: the formulas of its columns and of 合计, evaluated over what stands in it."""

    def __init__(self, table: RecordTable, policy: Policy) -> None:
        columns = table.kind.columns
        self._table, self._policy = table, policy
        self._own = {one.field: one.formula for one in columns if one.formula}
        self._total = {one.field: one.total for one in columns if one.total}
        self._scores = [field for field in table.columns if field.startswith("score")]
        self._totals = frozenset(table.totals)
        self._known: dict[tuple[int, str], Value] = {}

    def shown(self) -> Iterator[tuple[Entry, Value]]:
        """Each formula cell, and what it shows."""
        totals = self._table.totals[:_MOST_TOTALS]
        for rows, formulas in ((self._table.rows, self._own), (totals, self._total)):
            for row in rows:
                for field in formulas:
                    if self._formula(row, field):
                        yield self._table.entry(row, field), self._cell(row, field)

    def _formula(self, row: int, field: str) -> Expression | None:
        """The formula of ours in a cell; None where there is none or something was typed over it."""
        formula = (self._total if row in self._totals else self._own).get(field)
        place = row, self._table.columns.get(field, 0)
        return formula if formula and _is_formula(self._table.sheet, place) else None

    def _cell(self, row: int, field: str) -> Value:
        """What a cell shows."""
        if (row, field) not in self._known:
            formula = self._formula(row, field)
            self._known[row, field] = (
                formula.shown(Contents(lambda name: self._content(row, name), self._functions))
                if formula
                else content_of(self._table.entry(row, field).raw)
            )
        return self._known[row, field]

    def _content(self, row: int, name: str) -> Content:
        if name == at.POLICY:
            return self._policy.id
        if name == at.FULL:
            return self._policy.number("weights.total")
        if name == at.SCORES:
            return tuple(self._cell(row, one) for one in self._scores)
        if column := at.column_of(name):
            return tuple(self._cell(one, column) for one in self._table.rows)
        return self._cell(row, name)

    @property
    def _functions(self) -> Mapping[str, Callable[..., object]]:
        """JX_REVIEW under the policy at hand, which need not be one that a workbook can name."""
        return {"JX_REVIEW": lambda scores, _: review(scores, self._policy)}


class _Survey:
    """满意度问卷, its formulas evaluated over what stands in it."""

    def __init__(self, table: SurveyTable) -> None:
        self._table = table
        self._weights = self._area([table.weights], table.span) if table.weights else ()
        self._answers = self._area([table.header], table.span)

    def shown(self) -> Iterator[tuple[Entry, Value]]:
        """Each formula cell, and what it shows."""
        sheet = self._table.sheet
        for entry, value in self._values():
            if entry.cell and _is_formula(sheet, (entry.cell.row, entry.cell.column)):
                yield entry, value

    def _values(self) -> Iterator[tuple[Entry, Value]]:
        table, head = self._table, self._table.head
        sent, returned = (content_of(head.get(one, NO_ENTRY).raw) for one in ("sent", "returned"))
        yield head.get("rate", NO_ENTRY), at.RETURN_RATE.shown(_over(sent=sent, returned=returned))
        for row in table.rows:
            own = self._area([row], table.span)
            yield from self._right(row, own, own)
        if table.total is None:
            return
        sums: list[Value] = []
        for column in table.span:
            entry = table.sheet.entry(table.total, column)
            summed = at.ANSWERED.shown(_over(counts=self._area(table.rows, [column])))
            ours = _is_formula(table.sheet, (table.total, column))
            sums.append(summed if ours else content_of(entry.raw))
            yield entry, summed
        yield from self._right(table.total, tuple(sums), self._area(table.rows, table.span))

    def _right(self, row: int, own: AreaContent, counts: AreaContent) -> Iterator[tuple[Entry, Value]]:
        """合计 and 满意度 of a row."""
        table = self._table
        over = _over(counts=counts, own=own, weights=self._weights, answers=self._answers)
        for column, formula in ((table.answered, at.ANSWERED), (table.satisfaction, at.SATISFACTION)):
            if column:
                yield table.sheet.entry(row, column), formula.shown(over)

    def _area(self, rows: Sequence[int], columns: Sequence[int]) -> AreaContent:
        cells = self._table.sheet.raw.cells
        found = (cells.get((row, column)) for row in rows for column in columns)
        return tuple(content_of(cell.value) if cell else None for cell in found)


def _is_formula(sheet: LabelledSheet, place: tuple[int, int]) -> bool:
    cell = sheet.raw.cells.get(place)
    return cell is not None and cell.formula is not None


def _over(**contents: Content) -> Contents:
    return Contents(contents.__getitem__, {"JX_SATISFACTION": JX_SATISFACTION})
