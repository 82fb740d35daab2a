"""What the formula cells of the sheets beside the form show, for workbooks that are filled in without Excel.

The formulas stand in `kinds` and in `template/record_sheets`; a spreadsheet reckons with typed numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.form import NO_ENTRY, CostItem, Entry, Survey, SurveyQuestion
from jxbook.policy import Policy
from jxbook.scoring import UNCLEAR
from jxbook.scoring.records import MONEY_PLACES, Cost, cost_of, total_cost
from jxbook.scoring.reviews import mean_of
from jxbook.scoring.rounding import half_up
from jxbook.scoring.row import awarded
from jxbook.scoring.satisfaction import Satisfaction, of_question, of_survey, return_rate
from jxbook.values import Misfit
from jxbook.workbook.grid import Change, Grid, Sheet
from jxbook.workbook.names import COSTS, REVIEWS, SUBPROJECTS
from jxbook.workbook.page import Page
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.page import pages_of
from jxbook.workbook.records.survey import SurveyTable, find_survey
from jxbook.workbook.records.tables import Table, find_table

Shown = tuple[Entry, Decimal | str | None]
"""A place, and what it shows; None for nothing."""
RETURN_PLACES = 4
_ANY_UNIT = "元"  # typed numbers are taken as they are
_NO_NUMBER = Entry("?")


def record_values(grid: Grid, policy: Policy) -> tuple[Change, ...]:
    """A change for every formula cell of the sheets beside the form; none for a workbook without such sheets."""
    sheets = {sheet.name: sheet for sheet in grid.sheets}
    return tuple(
        Change(place.cell, "" if shown is None else shown, cached_only=True)
        for place, shown in _values(pages_of(grid), policy)
        if place.cell is not None and _is_formula(sheets, place)
    )


def _values(pages: Sequence[Page], policy: Policy) -> Iterator[Shown]:
    if survey := find_survey(pages):
        yield from _survey(survey)
    if costs := find_table(pages, KINDS[COSTS]):
        yield from _costs(costs)
    if subprojects := find_table(pages, KINDS[SUBPROJECTS]):
        yield from _sums(subprojects, ("count", "budget", "spent"))
    if reviews := find_table(pages, KINDS[REVIEWS]):
        yield from _reviews(reviews, policy)


def _survey(table: SurveyTable) -> Iterator[Shown]:
    page, right = table.page, (table.answered, table.satisfaction)
    weights = tuple(_typed(page.entry(table.weights, column)) for column in table.answers if table.weights)
    questions = {
        row: SurveyQuestion(NO_ENTRY, tuple(_typed(page.entry(row, column)) for column in table.answers))
        for row in table.rows
    }
    sent, returned = (_typed(table.head.get(field, NO_ENTRY)) for field in ("sent", "returned"))
    answers = tuple(page.entry(table.header, column) for column in table.answers)
    survey = Survey(sent, returned, NO_ENTRY, answers, weights, tuple(questions.values()))
    if "rate" in table.head:
        rate = return_rate(survey)
        yield table.head["rate"], None if rate is None else half_up(rate, RETURN_PLACES)
    for row, question in questions.items():
        yield from _answers(page, row, right, of_question(question, survey), _counted(question.counts))
    if table.total is None:
        return
    together = of_survey(survey)
    for at, column in enumerate(table.answers):
        counted = _counted([one.counts[at] for one in survey.questions])
        yield page.entry(table.total, column), together.counts[at] if counted and together.counts else None
    for column in set(table.span) - set(table.answers):
        yield page.entry(table.total, column), None
    every = _counted([count for one in survey.questions for count in one.counts])
    yield from _answers(page, table.total, right, together, every)


def _answers(
    page: Page, row: int, columns: Sequence[int | None], found: Satisfaction, counted: bool
) -> Iterator[Shown]:
    """合计 and 满意度 of a row."""
    answered, satisfaction = columns
    if answered:
        yield page.entry(row, answered), found.answered if counted else None
    if satisfaction:
        ratio = found.ratio
        yield page.entry(row, satisfaction), None if ratio is None else Decimal(repr(float(ratio)))


def _costs(table: Table) -> Iterator[Shown]:
    items = {row: _item(table, row) for row in table.rows}
    costs = {row: cost_of(item, _ANY_UNIT) for row, item in items.items()}
    costs |= dict.fromkeys(table.totals, total_cost(items.values(), _ANY_UNIT))
    for row, cost in costs.items():
        for field, number in _shown_of(cost):
            yield table.entry(row, field), number


def _item(table: Table, row: int) -> CostItem:
    return CostItem(**{one.field: _typed(table.entry(row, one.field)) for one in table.kind.typed})


def _shown_of(cost: Cost) -> Iterator[tuple[str, Decimal | None]]:
    yield from (
        ("planned", cost.planned),
        ("actual", cost.actual),
        ("saved", cost.saved),
        ("rate", cost.rate),
    )


def _sums(table: Table, fields: Sequence[str]) -> Iterator[Shown]:
    for row in table.totals:
        for field in fields:
            column = [_typed(table.entry(one, field)).number for one in table.rows]
            known = [number for number in column if number is not None]
            yield table.entry(row, field), half_up(sum(known, Decimal(0)), MONEY_PLACES) if known else None


def _reviews(table: Table, policy: Policy) -> Iterator[Shown]:
    scores = [field for field in table.columns if field.startswith("score")]
    for row in table.rows:
        points = _typed(table.entry(row, "points")).score
        mean = mean_of((_typed(table.entry(row, field)) for field in scores), points, policy)
        if isinstance(mean, Misfit):
            yield table.entry(row, "mean"), UNCLEAR
        else:
            yield table.entry(row, "mean"), None if mean is None else awarded(mean, policy)[1]


def _typed(entry: Entry) -> Entry:
    """An entry as a spreadsheet reckons with it: a number, or nothing; a text where a number belongs spoils a row."""
    if isinstance(entry.raw, Decimal) or entry.blank:
        return Entry(entry.raw)
    return _NO_NUMBER


def _counted(entries: Sequence[Entry]) -> bool:
    """Is there any number, and none below 0?"""
    numbers = [entry.number for entry in entries if entry.number is not None]
    return bool(numbers) and min(numbers) >= 0


def _is_formula(sheets: dict[str, Sheet], entry: Entry) -> bool:
    if entry.cell is None:
        return False
    cell = sheets[entry.cell.sheet].cells.get((entry.cell.row, entry.cell.column))
    return cell is not None and cell.formula is not None
