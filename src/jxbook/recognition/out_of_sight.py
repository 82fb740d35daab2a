"""What of a form stands in hidden rows and columns: it is read, and counts, like everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.form import Entry, Form, Hidden
from jxbook.place import column_letters
from jxbook.workbook.grid import Unseen
from jxbook.workbook.labelled_sheet import LabelledSheet

_COUNTED = ("name", "target", "actual", "points", "earned")


def hidden_in(form: Form, sheets: Sequence[LabelledSheet]) -> Iterator[Hidden]:
    """The hidden rows and columns of the sheets of a form, those of each together, in which entries stand that count."""
    for sheet in {one.raw.name: one.raw for one in sheets}.values():
        if not sheet.unseen.rows and not sheet.unseen.columns:
            continue
        entries = [one for one in _counted(form) if one.cell and one.cell.sheet == sheet.name]
        rows = [one for one in entries if one.cell and one.cell.row in sheet.unseen.rows]
        columns = [*_in_columns(form, sheet.name, sheet.unseen)]
        if rows or columns:
            yield Hidden(
                (rows or columns)[0],
                tuple(sorted({one.cell.row for one in rows if one.cell})),
                tuple(
                    column_letters(column)
                    for column in sorted({one.cell.column for one in columns if one.cell})
                ),
            )


def _counted(form: Form) -> Iterator[Entry]:
    """An entry of each row that counts: what names an indicator or else measures it, and the amounts of the money, but no 0."""
    for one in form.indicators:
        if one.used:
            yield next((entry for entry in (one.name, one.target, one.points) if not entry.blank), one.name)
    for line in form.funding.lines:
        yield from (
            entry
            for entry in (line.budget, line.spent)
            if not (entry.blank or entry.none or entry.number == 0)
        )


def _in_columns(form: Form, sheet: str, unseen: Unseen) -> Iterator[Entry]:
    """The first entry of each column of the indicators that is hidden."""
    for field in _COUNTED if unseen.columns else ():
        entries = (one.entry(field) for one in form.indicators if one.used)
        hidden = (
            entry
            for entry in entries
            if entry.cell
            and entry.cell.sheet == sheet
            and entry.cell.column in unseen.columns
            and not entry.blank
        )
        yield from [one for one in [next(hidden, None)] if one]
