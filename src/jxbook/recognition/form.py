"""A place in a grid → the Form that stands there, each part found by its printed labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import NO_ENTRY, DoubtfulHeading, Entry, Form, Indicator, OtherScore, Passage
from jxbook.form import labels as known
from jxbook.form.table import BY_FIELD
from jxbook.recognition.above import places_above
from jxbook.recognition.below_table import read_below_table
from jxbook.recognition.execution_row import with_execution_row
from jxbook.recognition.goal_places import goal_places
from jxbook.recognition.goals import goal_scores, read_goals
from jxbook.recognition.goals_beside import goals_beside
from jxbook.recognition.head import read_facts, read_head, read_project, whole_department
from jxbook.recognition.header import Header
from jxbook.recognition.header_rows import score_headers_of
from jxbook.recognition.headings import DEDUCTED, nearest_heading
from jxbook.recognition.left_out import rows_left_out
from jxbook.recognition.money import read_funding
from jxbook.recognition.money_reason import read_money_reason
from jxbook.recognition.out_of_sight import hidden_in
from jxbook.recognition.places import FormPlace
from jxbook.recognition.rows import Rows, read_rows
from jxbook.recognition.shares import money_in_points
from jxbook.recognition.table import IndicatorTable
from jxbook.recognition.year import read_title_year
from jxbook.recognition.years import year_of
from jxbook.refusals.reading import too_many_indicators
from jxbook.values.fold import fold
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.records import records_of

MOST_INDICATORS = 2000
"""Rows of a form: twenty times the longest that is known."""


def read_form(grid: Grid, place: FormPlace) -> Form:
    """The form that stands at a place found by `forms_in`. Raises Refusal JX907 where it has too many rows."""
    others = place.others
    table, last = place.tables[0], place.tables[-1]
    year_entry, policy_entry, facts = read_facts(others)
    above = places_above(table, others)
    head: dict[str, Entry] = {}
    for one in above:
        head = {**read_head(*one), **{text: entry for text, entry in head.items() if not entry.blank}}
    titles = [read_title_year(one.sheet, one.end, head.values()) for one in above]
    title_year = next((one for one in titles if year_of(NO_ENTRY, one)), titles[0])
    below = read_below_table(last)
    further = {text: entry for text, entry in below.facts.items() if text not in head or head[text].blank}
    project = read_project({**head, **further}, facts)
    if project.name.cell is None:
        department = whole_department(above[0].sheet, above[0].end)
        project = replace(
            project, name=project.implementer if department.blank and department.cell else department
        )
    places_of_goals = [(one, goal_places(one.sheet, one.end)) for one in above]
    of_goal, named = next((one for one in places_of_goals if one[1]), places_of_goals[-1])
    goal, *more_goals = read_goals(of_goal.sheet, of_goal.end, named)
    if goal.expected.cell is None and not table.ours and (beside := goals_beside(place.tables)):
        goal, *more_goals = (replace(one, achieved=goal.achieved) for one in beside)
    places = tuple(passage for other in others for passage in _read_passages(other))
    stated = next((head[label] for label in known.STATED_TOTALS if label in head), NO_ENTRY)
    year = year_of(year_entry, title_year)
    funding = read_funding(above[0].sheet, above[0].end, year)
    if table.money and funding.total.spent.cell is None:
        funding = read_funding(table.sheet.without(table.top, table.money), _end_of_money(table), year)
    funding = money_in_points(funding, table)
    money = funding.total.budget.cell is not None and funding.total.spent.cell is not None
    if money and not table.ours:
        funding = with_execution_row(funding, place.tables)
    rows = _read_rows(place.tables, money=money, reckons=bool(grid.made_for))
    indicators = tuple(rows.indicators)
    other_scores = (*goal_scores(of_goal.sheet, named), *_other_scores(place))
    form = Form(
        sheet=table.sheet.raw.name,
        year=year,
        policy_id=policy_entry.text or grid.made_for,
        project=project,
        funding=funding,
        goal=goal,
        indicators=indicators,
        total_points=below.total_points,
        total=stated if below.total.cell is None else below.total,
        grade=below.grade,
        title_year=title_year,
        year_entry=year_entry,
        policy_entry=policy_entry,
        passages=tuple(one for one in places if not one.text.blank),
        places=places,
        cleaned=grid.removed,
        more_goals=tuple(more_goals),
        boxes=below.boxes
        if table.ours
        else {**read_money_reason(above[0].sheet, above[0].end), **below.boxes},
        columns=_columns(table.head) | _said_elsewhere(indicators, table.head),
        headings=tuple(heading for one in place.tables for heading in _headings(one)),
        label_points=rows.label_points,
        subtotals=tuple(rows.subtotals),
        other_scores=other_scores,
        left_out=tuple(rows_left_out(place, {one.name.cell for one in other_scores})),
        records=records_of(others),
        made_for=grid.made_for,
        fingerprint=grid.fingerprint,
        adopted=bool(grid.made_for) and not table.ours,
    )
    hidden = tuple(hidden_in(form, [*(one.sheet for one in above), *(one.sheet for one in place.tables)]))
    return replace(form, hidden=hidden) if hidden else form


def _end_of_money(table: IndicatorTable) -> int:
    """The first row below the money that stands under the indicators."""
    return table.total or table.sheet.last_row + 1


def _read_rows(tables: Sequence[IndicatorTable], *, money: bool, reckons: bool) -> Rows:
    """The rows of all tables as those of one; `money` and `reckons` as `read_rows` asks."""
    found = Rows()
    sheet = tables[0].sheet
    for table in tables:
        above = found.held if table.sheet is not sheet else None  # the same table, on the next sheet
        rows = read_rows(
            table, len(found.indicators), MOST_INDICATORS, money=money, reckons=reckons, above=above
        )
        sheet, found.held = table.sheet, rows.held
        found.indicators += rows.indicators
        if len(found.indicators) > MOST_INDICATORS:
            raise too_many_indicators(table.sheet.raw.name, MOST_INDICATORS)
        found.labels += rows.labels
        found.subtotals += rows.subtotals
    return found


def _columns(head: Header) -> dict[str, str]:
    """Field → heading as it is printed in its usual spelling, in the order of the page."""
    ordered = sorted(head.columns, key=lambda field: head.columns[field])
    return {field: BY_FIELD[field].heading if field in BY_FIELD else field for field in ordered}


def _said_elsewhere(indicators: Sequence[Indicator], head: Header) -> dict[str, str]:
    """The columns that a form does without, as its rows say the same elsewhere: 分值 with the name, 得分 by 扣分."""
    absent = {"points", "earned"} - head.columns.keys()
    said = {
        field for field in absent for one in indicators if one.used and one.entry(field).number is not None
    }
    return {field: BY_FIELD[field].heading for field in sorted(said)}


def _headings(table: IndicatorTable) -> Iterator[DoubtfulHeading]:
    """The headings that are merely like a known one, that are not known, or missing over a column of numbers."""
    sheet, head = table.sheet, table.head
    known_columns = {column: field for field, column in head.columns.items()}
    for column, text in sorted(head.texts.items()):
        further = known_columns.get(column) in head.further and text not in DEDUCTED
        if text not in head.guessed and not further:
            continue
        entry = sheet.entry(head.bottom if (head.bottom, column) in sheet.raw.cells else head.top, column)
        if text in head.guessed:
            yield DoubtfulHeading(entry, head.guessed[text].like, BY_FIELD[head.guessed[text].field].heading)
        else:
            yield DoubtfulHeading(entry, nearest_heading(text), numbers=_has_numbers(table, column))
    for name, column in head.placed.items():
        yield DoubtfulHeading(sheet.entry(head.bottom, column), "", BY_FIELD[name].heading)
    right = max((sheet.rows[row][-1] for row in table.rows if row in sheet.rows), default=0)
    for column in range(head.left + 1, min(right, head.right + 1) + 1):
        headed = column in head.texts or column in head.columns.values()
        if not headed and _has_numbers(table, column):
            yield DoubtfulHeading(Entry(cell=sheet.raw.ref(head.bottom, column)), numbers=True)


def _has_numbers(table: IndicatorTable, column: int) -> bool:
    """Do numbers stand in a column of the table, and not just one?"""
    cells = (table.sheet.raw.cells.get((row, column)) for row in table.rows)
    numbers = (cell for cell in cells if cell is not None and isinstance(cell.value, Decimal))
    return next(numbers, None) is not None and next(numbers, None) is not None


def _other_scores(place: FormPlace) -> Iterator[OtherScore]:
    """Scores in blocks of their own, which follow from no target: 项目决策, 项目管理."""
    sheet = place.rows
    inside = {row for one in place.tables for row in range(one.top, (one.total or one.last) + 1)}
    for header in score_headers_of(sheet, inside):
        columns = header.columns
        for row in sheet.rows_from(header.bottom + 1):
            points, earned = sheet.entry(row, columns["points"]), sheet.entry(row, columns["earned"])
            name = sheet.entry(row, columns["name"])
            if row in inside or name.blank or points.number is None:
                break
            if known.label(name.text) not in known.TOTAL_LABELS:
                yield OtherScore(name, points, earned)


def _read_passages(sheet: LabelledSheet) -> Iterator[Passage]:
    for header, columns in sheet.headers(known.PASSAGE_COLUMNS):
        for row in sheet.rows_from(header + 1):
            if section := sheet.text(row, columns["section"]):
                replaces = fold(sheet.text(row, columns.get("mode"))) == known.REPLACES
                yield Passage(section, sheet.entry(row, columns["text"]), replaces)
