"""Grid → Records: what stands on the sheets beside the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.form import (
    CostItem,
    Entry,
    Evidence,
    Interview,
    KeyPoint,
    Records,
    Review,
    SubProject,
    Survey,
)
from jxbook.workbook.grid import Grid
from jxbook.workbook.names import COSTS, EVIDENCE, INTERVIEWS, KEY_POINTS, REVIEWS, SUBPROJECTS
from jxbook.workbook.recognition.page import Page
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
    return Records(
        read_survey(survey) if survey else Survey(),
        tuple(Interview(*entries) for entries in _rows(pages, INTERVIEWS)),
        tuple(CostItem(*entries) for entries in _rows(pages, COSTS)),
        tuple(SubProject(*entries) for entries in _rows(pages, SUBPROJECTS)),
        tuple(Evidence(*entries) for entries in _rows(pages, EVIDENCE)),
        tuple(KeyPoint(*entries) for entries in _rows(pages, KEY_POINTS)),
        tuple(_reviews(pages)),
    )


def _rows(pages: Sequence[Page], sheet: str) -> Iterator[tuple[Entry, ...]]:
    table = find_table(pages, KINDS[sheet])
    return (entries for _, entries in table.filled()) if table else iter(())


def _reviews(pages: Sequence[Page]) -> Iterator[Review]:
    """The indicators that have a score at least."""
    table = find_table(pages, KINDS[REVIEWS])
    for row, (indicator, _, *scores) in table.filled() if table else ():
        given = tuple(score for score in scores if score.cell)
        if table and any(not score.blank for score in given):
            yield Review(indicator, given, table.entry(row, "mean"))
