"""Where the forms of a file stand, one below or beside the other, each with its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxbook.dataclass import dataclass, replace
from jxbook.place import column_letters
from jxbook.recognition.continued import Begun
from jxbook.recognition.extent import tables_on
from jxbook.recognition.head import project_row
from jxbook.recognition.header_rows import begins_again
from jxbook.recognition.monitoring import monitors
from jxbook.recognition.parted import labelled
from jxbook.recognition.table import IndicatorTable, is_ours
from jxbook.values.fold import fold
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import ADOPTED, NO_ENTRIES

_MOST_BESIDE = 6
"""Forms that stand side by side on a sheet."""


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A form in a workbook: the sheet (in Word the table) that it stands on and the rows from its first to its
    last. `name` tells it from the others: the sheet's, with the row where a sheet holds several."""

    name: str
    sheet: str
    tables: tuple[IndicatorTable, ...]
    others: tuple[LabelledSheet, ...] = ()
    """The sheets without a form, as they were looked at: what stands on that of another form belongs to that project."""
    left_out: tuple[IndicatorTable, ...] = ()
    """Tables of the file that are like those of a form and part of none."""

    @property
    def rows(self) -> LabelledSheet:
        """The rows of the form alone."""
        return self.tables[0].sheet


def forms_in(grid: Grid) -> tuple[FormPlace, ...]:
    """Every form of a workbook or a Word document, in its order.

    Tables of a report that show scores without targets, or parts of the form, are none where the file holds the
    form itself.
    """
    sheets = [labelled(sheet) for sheet in grid.sheets if sheet.asks]
    ours = is_ours(sheets)
    pages = [page for sheet in sheets for page in ((("", sheet),) if ours else _pages(sheet))]
    found = [one for part, page in pages for one in _forms_on(page, part, ours=ours)]
    found = [one for one in found if monitors(one.tables[0].head.texts) is None]
    if not ours:
        found = _continued(found, sheets)
    every = found
    for best in (_is_whole, _is_compared, _is_levelled):
        found = [one for one in found if best(one)] or found
    found = _with_left_out(found, every)
    if ours or grid.made_for:
        sheets = [one for one in sheets if one.raw.name not in NO_ENTRIES]
    sheets += [LabelledSheet(sheet) for sheet in grid.sheets if sheet.name == ADOPTED and grid.made_for]
    forms = {table.sheet.raw.name for one in found for table in one.tables}
    others = tuple([one for one in sheets if one.raw.name not in forms])
    return tuple(replace(one, others=others) for one in found)


def _pages(sheet: LabelledSheet, most: int = _MOST_BESIDE) -> Iterator[tuple[str, LabelledSheet]]:
    """The sheet, or the forms that stand on it one beside the other, each called by its first column."""
    column = begins_again(sheet) if most > 1 else None
    if column is None:
        yield "", sheet
        return
    left, right = sheet.beside_each_other(column)
    first = min(map(min, left.rows.values()))
    yield f"第{column_letters(first)}列", left
    yield from ((part or f"第{column_letters(column)}列", page) for part, page in _pages(right, most - 1))


def _forms_on(sheet: LabelledSheet, part: str, *, ours: bool) -> Iterator[FormPlace]:
    """The forms of a page: tables with no 项目名称 between them are parts of one form. `part` says which page of its
    sheet it is."""
    tables = list(tables_on(sheet))
    groups: list[list[IndicatorTable]] = []
    for table in tables:
        if groups and project_row(sheet, groups[-1][-1].header, table.top) is None:
            groups[-1].append(table)
        else:
            groups.append([table])
    starts = [0, *(_start(sheet, above[-1], below[0]) for above, below in pairwise(groups))]
    for turn, group in enumerate(groups):
        own = sheet
        if len(groups) > 1:
            end = starts[turn + 1] if turn + 1 < len(starts) else sheet.last_row + 1
            own = sheet.between(starts[turn], end)
            tops = {table.top for table in group}
            group = [one for one in tables_on(own) if one.top in tops]
        name = f"{sheet.raw.name}{part}" + (f"第{max(1, starts[turn])}行" if len(groups) > 1 else "")
        yield FormPlace(
            name,
            sheet.raw.name,
            tuple(replace(one, ours=ours) if one.ours is not ours else one for one in group),
        )


def _start(sheet: LabelledSheet, above: IndicatorTable, below: IndicatorTable) -> int:
    """The first row of the lower form: its 项目名称, and the lines of its title right above."""
    row = project_row(sheet, above.header, below.top) or below.top
    for one in reversed(sheet.rows_from((above.total or above.last) + 1, row)):
        if len(sheet.rows[one]) > 2:
            break
        text = fold(sheet.text(one, sheet.rows[one][0]))
        if any(word in text for word in ("自评", "评价", "年度", "年)", "单位:", "填报")):
            row = one
    return row


def _continued(found: Sequence[FormPlace], sheets: Sequence[LabelledSheet]) -> list[FormPlace]:
    """The places, those that only continue the form of a sheet before joined with it."""
    joined: list[FormPlace] = []
    by_sheet: dict[str, list[FormPlace]] = {}
    for one in found:
        by_sheet.setdefault(one.sheet, []).append(one)
    begun: Begun | None = None
    for sheet in sheets:
        own = by_sheet.get(sheet.raw.name, [])
        if begun is not None:
            rest: tuple[IndicatorTable, ...] = ()
            if not own:
                table = begun.without_heading(sheet)
                if table and begun.ends_with(table):
                    rest = (table,)
                elif table:
                    joined[-1] = replace(joined[-1], left_out=(*joined[-1].left_out, table))
            elif begun.continued_by(own[0].tables):
                rest = own.pop(0).tables
            if rest:
                begun.tables += rest
                joined[-1] = replace(joined[-1], tables=tuple(begun.tables))
        joined += own
        if own:
            begun = Begun(own[-1].tables) if _is_whole(own[-1]) else None
    return joined


def _with_left_out(found: list[FormPlace], every: Sequence[FormPlace]) -> list[FormPlace]:
    """The forms found, each with the tables behind it, in the order of `every` table of the file, that are no part of
    one; the first one with those before it too."""
    if len(found) == len(every):
        return found
    forms = {id(one) for one in found}
    left_out: dict[int, list[IndicatorTable]] = {id(one): [] for one in found}
    behind = id(found[0])
    for one in every:
        if id(one) in forms:
            behind = id(one)
        else:
            left_out[behind] += one.tables
    return [replace(one, left_out=(*one.left_out, *left_out[id(one)])) for one in found]


def _is_whole(place: FormPlace) -> bool:
    """There is a head or money above the table."""
    return project_row(place.rows, 0, place.tables[0].top) is not None and _is_compared(place)


def _is_compared(place: FormPlace) -> bool:
    return any(one.head.compares for one in place.tables)


def _is_levelled(place: FormPlace) -> bool:
    return any(one.head.levelled for one in place.tables)
