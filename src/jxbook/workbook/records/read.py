"""Grid → Records: what stands on the sheets beside the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxbook.form import ROW_TYPES, Records, Review, Survey
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import REVIEWS
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.labelled_sheets import labelled_sheets
from jxbook.workbook.records.sheet import RecordSheet
from jxbook.workbook.records.survey import find_survey, read_survey
from jxbook.workbook.records.tables import find_table


def read_records(grid: Grid) -> Records:
    """All that a workbook records beside the form; see `records_of`."""
    return records_of(labelled_sheets(grid))


def records_of(sheets: Sequence[LabelledSheet]) -> Records:
    """What these sheets record, found by labels; blank rows and totals are left out."""
    survey = find_survey(sheets)
    rows: dict[str, Any] = {
        kind.records: tuple(_rows(sheets, kind)) for sheet, kind in KINDS.items() if sheet != REVIEWS
    }
    return Records(read_survey(survey) if survey else Survey(), reviews=tuple(_reviews(sheets)), **rows)


def _rows(sheets: Sequence[LabelledSheet], kind: RecordSheet) -> Iterator[Any]:
    """The records of a kind, each made of the columns that bear its fields' names."""
    table = find_table(sheets, kind)
    fields = [column.field for column in kind.typed]
    for _, entries in table.filled() if table else ():
        yield ROW_TYPES[kind.records](**dict(zip(fields, entries, strict=True)))


def _reviews(sheets: Sequence[LabelledSheet]) -> Iterator[Review]:
    """The indicators that have a score at least."""
    table = find_table(sheets, KINDS[REVIEWS])
    for row, (indicator, _, *scores) in table.filled() if table else ():
        given = tuple(score for score in scores if score.cell)
        if table and any(not score.blank for score in given):
            yield Review(indicator, given, table.entry(row, "mean"))
