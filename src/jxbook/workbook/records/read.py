"""Grid → Records: what stands on the sheets beside the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxbook.form import ROW_TYPES, Records, Review, Survey
from jxbook.workbook.grid import Grid
from jxbook.workbook.names import REVIEWS
from jxbook.workbook.page import Page
from jxbook.workbook.records.kind import Kind
from jxbook.workbook.records.kinds import KINDS
from jxbook.workbook.records.page import pages_of
from jxbook.workbook.records.survey import find_survey, read_survey
from jxbook.workbook.records.tables import find_table


def read_records(grid: Grid) -> Records:
    """All that a workbook records beside the form; see `records_of`."""
    return records_of(pages_of(grid))


def records_of(pages: Sequence[Page]) -> Records:
    """What these sheets record, found by labels; blank rows and totals are left out."""
    survey = find_survey(pages)
    rows: dict[str, Any] = {
        kind.records: tuple(_rows(pages, kind)) for sheet, kind in KINDS.items() if sheet != REVIEWS
    }
    return Records(read_survey(survey) if survey else Survey(), reviews=tuple(_reviews(pages)), **rows)


def _rows(pages: Sequence[Page], kind: Kind) -> Iterator[Any]:
    """The records of a kind, each made of the columns that bear its fields' names."""
    table = find_table(pages, kind)
    fields = [column.field for column in kind.typed]
    for _, entries in table.filled() if table else ():
        yield ROW_TYPES[kind.records](**dict(zip(fields, entries, strict=True)))


def _reviews(pages: Sequence[Page]) -> Iterator[Review]:
    """The indicators that have a score at least."""
    table = find_table(pages, KINDS[REVIEWS])
    for row, (indicator, _, *scores) in table.filled() if table else ():
        given = tuple(score for score in scores if score.cell)
        if table and any(not score.blank for score in given):
            yield Review(indicator, given, table.entry(row, "mean"))
