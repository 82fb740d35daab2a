"""Scoring → the values that the formula cells of a workbook would show, for readers without the functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jxbook.form import Entry, Form
from jxbook.functions.calls import shown_execution, shown_score, verdict
from jxbook.functions.record_cells import record_values
from jxbook.native.cached import layer_changes
from jxbook.place import CellRef
from jxbook.scoring import UNFINISHED, Scoring, score_indicator
from jxbook.scoring.key_points import by_indicator
from jxbook.scoring.reviews import by_indicator as reviewed
from jxbook.template.board_cached import board_changes
from jxbook.template.title import title_year
from jxbook.values import fold
from jxbook.workbook.grid import Change, Grid, Sheet, anchored
from jxbook.workbook.names import REVIEWED

Shown = str | Decimal
_NONE: Mapping[CellRef, str] = {}


def cached_values(
    scoring: Scoring, grid: Grid, formulas: Mapping[CellRef, str] = _NONE
) -> tuple[Change, ...]:
    """A change for every formula cell whose value follows from the scoring or from the sheets beside the form.

    Cells that hold no formula are left alone: what staff typed there is theirs. Those in `formulas` get one.
    """
    form, changes = scoring.form, form_values(scoring, grid, formulas)
    layer = layer_changes(form, scoring.policy, grid, changes)
    return changes + board_changes(form, grid, changes) + record_values(grid, scoring.policy) + layer


def form_values(scoring: Scoring, grid: Grid, formulas: Mapping[CellRef, str] = _NONE) -> tuple[Change, ...]:
    """As `cached_values`, for the cells of the form alone."""
    form = scoring.form
    sheet = next(one for one in grid.sheets if one.name == form.sheet)

    def computed(cell: CellRef) -> bool:
        found = sheet.cells.get((cell.row, cell.column)) if cell.sheet == sheet.name else None
        return found is not None and found.formula is not None

    return tuple(
        Change(entry.cell, value, cached_only=computed(entry.cell), formula=formulas.get(entry.cell, ""))
        for entry, value in _values(form, scoring, sheet)
        if entry.cell is not None and (computed(entry.cell) or entry.cell in formulas)
    )


def _values(form: Form, scoring: Scoring, sheet: Sheet) -> Iterator[tuple[Entry, Shown]]:
    if not form.adopted:
        yield form.title_year, title_year(form.year_entry.raw)
    execution = scoring.execution
    yield form.funding.rate, _or_blank(execution.rate)
    yield form.funding.earned, shown_execution(execution) if execution.exact is None else execution.exact
    yield from _rows(form, scoring, sheet)
    typed = [number for one in form.indicators if (number := _typed(one.points)) is not None]
    if not form.adopted:
        yield form.total_points, sum(typed, _typed(form.funding.points) or Decimal(0))
    yield form.total, UNFINISHED if scoring.total is None else scoring.total
    yield form.grade, scoring.grade or ""


def _rows(form: Form, scoring: Scoring, sheet: Sheet) -> Iterator[tuple[Entry, Shown]]:
    points, reviews = by_indicator(form.records.key_points), reviewed(form.records.reviews)
    scored = {id(row.indicator): row for row in scoring.indicators}
    earned: dict[CellRef, list[Shown]] = {}
    for one in form.indicators:
        name = fold(one.name.text)
        if name in points:
            yield one.target, one.target.text
            yield one.actual, one.actual.text
        row = scored.get(id(one)) or score_indicator(one, scoring.policy, form.year)
        if one.earned.cell is not None:
            cell = anchored(one.earned.cell, sheet.merges) if form.adopted else one.earned.cell
            exact = row.score.exact
            earned.setdefault(cell, []).append(shown_score(row.score) if exact is None else exact)
        said = REVIEWED if name in reviews else verdict(row, scoring.policy, form.year)
        yield one.verdict, said
    yield from ((Entry(cell=cell), _together(parts)) for cell, parts in earned.items())


def _together(parts: list[Shown]) -> Shown:
    """What rows earn whose 得分 is one merged cell: the sum, once each has its points."""
    if len(parts) == 1:
        return parts[0]
    numbers = [one for one in parts if isinstance(one, Decimal)]
    return sum(numbers, Decimal(0)) if len(numbers) == len(parts) else ""


def _typed(entry: Entry) -> Decimal | None:
    """The number that SUM sees: a typed one, not a text that reads as one."""
    return entry.number if isinstance(entry.raw, Decimal) else None


def _or_blank(value: Decimal | None) -> Shown:
    return "" if value is None else value
