"""What the formula cells of the sheets beside the form show, for workbooks that are filled in without Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jxbook.form import NO_ENTRY, Entry
from jxbook.formulas.contents import Area, Content, Value, content_of, stored
from jxbook.formulas.expression import Expression, Sheet
from jxbook.functions.calls import JX_SATISFACTION, review
from jxbook.policy import Policy
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.records import formulas as at
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.page import pages_of
from jxbook.workbook.records.survey import SurveyTable, find_survey
from jxbook.workbook.records.tables import Table, find_table


def record_values(grid: Grid, policy: Policy) -> tuple[Change, ...]:
    """A change for every formula cell of the sheets beside the form; none for a workbook without such sheets."""
    pages, shown = pages_of(grid), []
    if survey := find_survey(pages):
        shown += [*_Survey(survey).shown()]
    for kind in KINDS.values():
        if any(column.formula or column.total for column in kind.columns) and (
            table := find_table(pages, kind)
        ):
            shown += [*_Rows(table, policy).shown()]
    return tuple(
        Change(entry.cell, stored(value), cached_only=True)
        for entry, value in shown
        if entry.cell is not None
    )


@dataclass(slots=True)
class _Rows:
    """A plain table: the formulas of its columns and of 合计, evaluated over what stands in it."""

    table: Table
    policy: Policy
    known: dict[tuple[int, str], Value] = field(default_factory=dict)

    def shown(self) -> Iterator[tuple[Entry, Value]]:
        """Each formula cell, and what it shows."""
        for row in (*self.table.rows, *self.table.totals):
            for one in self._formulas(row):
                if self._is_formula(row, one):
                    yield self.table.entry(row, one), self._cell(row, one)

    def _formulas(self, row: int) -> Mapping[str, Expression]:
        """The formulas of a row by their field."""
        columns = self.table.kind.columns
        if row in self.table.totals:
            return {one.field: one.total for one in columns if one.total}
        return {one.field: one.formula for one in columns if one.formula}

    def _is_formula(self, row: int, field: str) -> bool:
        cell = self.table.page.sheet.cells.get((row, self.table.columns.get(field, 0)))
        return cell is not None and cell.formula is not None

    def _cell(self, row: int, field: str) -> Value:
        """What a cell shows: what a formula of ours there comes to, or what was typed."""
        if (row, field) not in self.known:
            formula = self._formulas(row).get(field) if self._is_formula(row, field) else None
            self.known[row, field] = (
                formula.shown(Sheet(lambda name: self._content(row, name), self._functions))
                if formula
                else content_of(self.table.entry(row, field).raw)
            )
        return self.known[row, field]

    def _content(self, row: int, name: str) -> Content:
        if name == at.POLICY:
            return self.policy.id
        if name == at.FULL:
            return self.policy.number("weights.total")
        if name == at.SCORES:
            return tuple(self._cell(row, one) for one in self.table.columns if one.startswith("score"))
        if column := at.column_of(name):
            return tuple(self._cell(one, column) for one in self.table.rows)
        return self._cell(row, name)

    @property
    def _functions(self) -> Mapping[str, Callable[..., object]]:
        """JX_REVIEW under the policy at hand, which need not be one that a workbook can name."""
        return {"JX_REVIEW": lambda scores, _: review(scores, self.policy)}


@dataclass(frozen=True, slots=True)
class _Survey:
    """满意度问卷, its formulas evaluated over what stands in it."""

    table: SurveyTable

    def shown(self) -> Iterator[tuple[Entry, Value]]:
        """Each formula cell, and what it shows."""
        table, page = self.table, self.table.page
        sent, returned = (content_of(table.head.get(one, NO_ENTRY).raw) for one in ("sent", "returned"))
        found = [
            (table.head.get("rate", NO_ENTRY), at.RETURN_RATE.shown(_over(sent=sent, returned=returned)))
        ]
        for row in table.rows:
            own = self._area([row], table.span)
            found += self._right(row, own, own)
        if table.total:
            columns = {column: self._area(table.rows, [column]) for column in table.span}
            summed = {one: at.ANSWERED.shown(_over(counts=counts)) for one, counts in columns.items()}
            found += [(page.entry(table.total, one), value) for one, value in summed.items()]
            own = tuple(
                value
                if self._is_formula(page.entry(table.total, one))
                else self._area([table.total], [one])[0]
                for one, value in summed.items()
            )
            found += self._right(table.total, own, self._area(table.rows, table.span))
        return iter([one for one in found if self._is_formula(one[0])])

    def _right(self, row: int, own: Area, counts: Area) -> Iterator[tuple[Entry, Value]]:
        """合计 and 满意度 of a row."""
        table = self.table
        over = _over(
            counts=counts,
            own=own,
            weights=self._area([table.weights], table.span) if table.weights else (),
            answers=self._area([table.header], table.span),
        )
        for column, formula in ((table.answered, at.ANSWERED), (table.satisfaction, at.SATISFACTION)):
            if column:
                yield table.page.entry(row, column), formula.shown(over)

    def _area(self, rows: Sequence[int], columns: Sequence[int]) -> Area:
        return tuple(content_of(self.table.page.entry(row, one).raw) for row in rows for one in columns)

    def _is_formula(self, entry: Entry) -> bool:
        cells, place = self.table.page.sheet.cells, entry.cell
        cell = cells.get((place.row, place.column)) if place else None
        return cell is not None and cell.formula is not None


def _over(**contents: Content) -> Sheet:
    return Sheet(contents.__getitem__, {"JX_SATISFACTION": JX_SATISFACTION})
