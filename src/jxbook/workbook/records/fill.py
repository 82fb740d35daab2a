"""Records → the cells of a blank template that they belong into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jxbook.form import Entry, KeyPoint, Records, Survey, bare_amount
from jxbook.scoring.satisfaction import weight
from jxbook.values import fold
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import KEY_POINTS, REVIEWS, SURVEY
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.labelled_sheets import labelled_sheets
from jxbook.workbook.records.sheet import RecordColumn, RecordInput, RecordSheet
from jxbook.workbook.records.survey import find_survey, numbered
from jxbook.workbook.records.tables import RecordTable, find_table
from jxbook.workbook.row_height import height

EntryRow = Sequence[Entry | None]
"""What belongs into the columns that staff fill in; None leaves a cell as it is."""
QUESTION_WIDTH = 44.0
"""The width of 问题 on 满意度问卷, in half-width characters."""


class TooFewRows(ValueError):
    """The workbook has no sheet, or not enough rows or columns, for a record. The argument is the sheet's name."""


def record_changes(records: Records, grid: Grid) -> tuple[Change, ...]:
    """The changes that put records into the blank sheets of a template. Raises TooFewRows."""
    return tuple(_changes(records, labelled_sheets(grid)))


def _changes(records: Records, sheets: Sequence[LabelledSheet]) -> Iterator[Change]:
    yield from _survey(records.survey, sheets)
    for sheet, kind in KINDS.items():
        filled = _rows(kind, records)
        if filled:
            table = find_table(sheets, kind)
            if table is None:
                raise TooFewRows(sheet)
            yield from _into(table, filled, names=2 if sheet == KEY_POINTS else 1)
            if sheet == KEY_POINTS:
                yield from _cleared(table, records.key_points)


def _rows(kind: RecordSheet, records: Records) -> list[EntryRow]:
    """The records of a kind, each in the order of the columns."""
    if kind.sheet == REVIEWS:
        return [(one.indicator, None, *one.scores) for one in records.reviews]
    fields = [column.field for column in kind.typed]
    return [[getattr(one, field) for field in fields] for one in getattr(records, kind.records)]


def _into(table: RecordTable, rows: Iterable[EntryRow], names: int) -> Iterator[Change]:
    """Each row goes where its first `names` columns stand already, else into the next blank row."""
    typed = table.kind.typed
    given: dict[tuple[str, ...], int] = {}
    free = []
    for row in table.numbered:
        key = tuple(fold(table.entry(row, column.field).text) for column in typed[:names])
        if any(key):
            given.setdefault(key, row)
        else:
            free.append(row)
    blank = iter(free)
    for entries in rows:
        if len(entries) > len(typed):
            raise TooFewRows(table.kind.sheet)
        key = tuple(fold(entry.text) if entry else "" for entry in entries[:names])
        place = given.pop(key, 0) or next(blank, 0)
        if not place:
            raise TooFewRows(table.kind.sheet)
        for column, entry in zip(typed, entries, strict=False):
            if entry is not None and not entry.blank:
                yield _put(table, place, column, entry)


def _put(table: RecordTable, row: int, column: RecordColumn, entry: Entry) -> Change:
    cell = table.entry(row, column.field).cell
    if cell is None:
        raise TooFewRows(table.kind.sheet)
    value = _value(entry, column.entered)
    needed = height(value, column.width) if isinstance(value, str) else 0.0
    return Change(cell, value, height=needed)


def _value(entry: Entry, entered: RecordInput) -> str | Decimal:
    """A number where one is asked for and meant; money with a unit of its own stays a text."""
    number = None
    if entered is RecordInput.NUMBER:
        number = entry.number
    elif entered is RecordInput.MONEY:
        number = bare_amount(entry)
    return entry.text if number is None else number


def _cleared(table: RecordTable, points: Iterable[KeyPoint]) -> Iterator[Change]:
    """Prefilled 要点 of indicators whose own are others."""
    own: dict[str, set[str]] = {}
    for one in points:
        own.setdefault(fold(one.indicator.text), set()).add(fold(one.text.text))
    for row in table.numbered:
        name, text = table.entry(row, "indicator"), table.entry(row, "text")
        if not text.blank and fold(text.text) not in own.get(fold(name.text), {fold(text.text)}):
            yield from (Change(entry.cell, None) for entry in (name, text) if entry.cell)


def _survey(survey: Survey, sheets: Sequence[LabelledSheet]) -> Iterator[Change]:
    if survey == Survey():
        return
    table = find_survey(sheets)
    rows = numbered(table) if table else ()
    if table is None or len(survey.questions) > len(rows) or len(survey.answers) > len(table.answers):
        raise TooFewRows(SURVEY)
    for field, entry in (("sent", survey.sent), ("returned", survey.returned), ("method", survey.method)):
        place = table.head.get(field)
        if not entry.blank and place is not None and place.cell is not None:
            yield Change(
                place.cell, _value(entry, RecordInput.TEXT if field == "method" else RecordInput.NUMBER)
            )
    ref = table.sheet.raw.ref
    for column, answer, share in zip(
        table.answers, survey.answers, survey.weights or survey.answers, strict=False
    ):
        yield Change(ref(table.header, column), answer.text)
        if survey.weights and table.weights and not share.blank:
            worth = weight(share)  # what is no share stands as it was typed, for JX707 to point at
            yield Change(
                ref(table.weights, column), _value(share, RecordInput.TEXT) if worth is None else worth
            )
    for row, question in zip(rows, survey.questions, strict=False):
        text = question.text.text
        yield Change(ref(row, table.question), text or None, height=height(text, QUESTION_WIDTH))
        for column, count in zip(table.answers, question.counts, strict=False):
            if not count.blank:
                yield Change(ref(row, column), _value(count, RecordInput.NUMBER))
