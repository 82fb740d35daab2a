"""Why money was left, where the block of the money has a column for it: 原因 beside 得分."""

from __future__ import annotations

from jxbook.form import Entry
from jxbook.recognition.headings import known_heading, money_heading
from jxbook.workbook.labelled_sheet import LabelledSheet

RATE_REASON = "预算执行率偏低原因"
"""What the place is called in a form that has a box of its own for it."""
_MOST_ROWS = 12


def read_money_reason(sheet: LabelledSheet, header: int) -> dict[str, Entry]:
    """The column as a box with its label: what stands in it, else its first place; {} where there is none."""
    for row, texts in sheet.labels.items():
        if row >= header:
            break
        if not any(money_heading(text) == "spent" for text in texts.values()):
            continue
        for column, text in texts.items():
            meaning = None if money_heading(text) else known_heading(text)
            if meaning is not None and meaning.field == "reason" and _heads(sheet, row, column):
                rows = sheet.rows_from(row + 1, min(header, row + 1 + _MOST_ROWS))
                places = [sheet.entry(one, column) for one in rows]
                said = (one for one in places if isinstance(one.raw, str) and not (one.blank or one.none))
                first = sheet.entry(sheet.bottom(row, column) + 1, column)
                return {RATE_REASON: next(said, first)}
    return {}


def _heads(sheet: LabelledSheet, row: int, column: int) -> bool:
    """Does it stand over a column, and not beside what it asks for?"""
    return sheet.beside(row, column).blank
