"""Where the head, the goal and the money of a form stand: above its indicators, or on a sheet of their own before these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jxbook.form import NO_ENTRY
from jxbook.recognition.head import project_row, read_head
from jxbook.recognition.header_rows import headers_of
from jxbook.recognition.headings import money_heading
from jxbook.recognition.table import IndicatorTable
from jxbook.workbook.labelled_sheet import LabelledSheet


class Above(NamedTuple):
    """The rows before `end` of a sheet, whose last printed column is `right`."""

    sheet: LabelledSheet
    end: int
    right: int


def places_above(table: IndicatorTable, others: Sequence[LabelledSheet]) -> tuple[Above, ...]:
    """What stands above the table, and before it the one other sheet that has the money of the same project and no
    indicators, where nothing above the table speaks of money."""
    own = Above(table.sheet, table.top, table.right)
    if table.ours or not others or _speaks_of_money(own):
        return (own,)
    name = read_head(*own).get("name", NO_ENTRY).text
    found = [one for one in map(_whole, others) if _is_first_sheet(one, name)]
    return (*(found if len(found) == 1 else ()), own)


def _whole(sheet: LabelledSheet) -> Above:
    right = max((columns[-1] for columns in sheet.rows.values()), default=0)
    return Above(sheet, sheet.last_row + 1, right)


def _speaks_of_money(place: Above) -> bool:
    return any(
        money_heading(text) == "spent"
        for row, texts in place.sheet.labels.items()
        if row < place.end
        for text in texts.values()
    )


def _is_first_sheet(place: Above, name: str) -> bool:
    """Does a sheet name a project, this one if both name it, beside its label and not in a list of many?"""
    row = project_row(place.sheet, 0, place.end)
    if row is None or not _speaks_of_money(place) or next(headers_of(place.sheet), None) is not None:
        return False
    entry = read_head(*place).get("name", NO_ENTRY)
    beside = entry.cell is not None and entry.cell.row == row
    return beside and not entry.blank and name in ("", entry.text)
