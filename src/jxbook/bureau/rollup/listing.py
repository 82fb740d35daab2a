"""A sheet that lists rows: title, totals that follow the filter, headings that stay, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from jxbook.bureau.rollup.cells import CellFormula, CellWriter
from jxbook.bureau.rollup.row_sheet import ListContent, RowSheet
from jxbook.dataclass import dataclass
from jxbook.place import column_letters
from jxbook.workbook.row_height import height

HEAD, FIRST = 2, 3
"""The rows of the headings and of the first row below, counted from 0."""
MOST = 1_048_000
"""Rows of a sheet: Excel has 1,048,576."""
_A4 = 220
"""Characters in a row that can still be read on A4."""
_SIZE, _HIGHEST = 10, 200.0
"""Points of the type, and of the highest row: beyond that a person widens the column."""
_SUBTOTAL = {"sum": 109, "mean": 101, "count": 103}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: heading, width in characters, how its cells look, and its total: sum, mean, count or none."""

    heading: str
    width: float
    kind: str = "text"
    total: str = ""


def write_list(
    writer: CellWriter,
    sheet: RowSheet,
    title: str,
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[ListContent]],
    frozen: int = 1,
) -> None:
    """Fill a sheet. What does not fit on it is counted in its title."""
    left_out = len(rows) - MOST
    rows = rows[:MOST]
    last = max(FIRST, FIRST + len(rows) - 1)
    sheet.set_column(0, len(columns) - 1, 10)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    told = f"{title}（另有{left_out}行写不下，见结果库）" if left_out > 0 else title
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, told, writer.format("title"))
    _totals(writer, sheet, columns, rows, last)
    sheet.set_row(HEAD, 30)
    for at, column in enumerate(columns):
        writer.write(sheet, HEAD, at, column.heading, "head")
    below = sheet.begin_rows(writer, [one.kind for one in columns])
    wrapped = [at for at, column in enumerate(columns) if column.kind == "wrap"]
    for number, row in enumerate(rows, FIRST):
        texts = [(str(row[at] or ""), columns[at].width) for at in wrapped]
        below.put(number, row, row_height(texts) if texts else None)
    sheet.autofilter(HEAD, 0, last, len(columns) - 1)
    sheet.freeze_panes(FIRST, frozen)
    on_paper(sheet, HEAD, wide=sum(column.width for column in columns) > _A4)


def row_height(texts: Sequence[tuple[str, float]]) -> float:
    """The height that shows texts in columns of these widths; not every program finds it by itself."""
    return min(_HIGHEST, max(_fitted(text, width) for text, width in texts))


@lru_cache(maxsize=20_000)
def _fitted(text: str, width: float) -> float:
    return height(text, width, _SIZE)


def on_paper(sheet: Any, head: int, *, wide: bool = False) -> None:
    """How a sheet is printed: across, as wide as the page, the headings on each; A3 where it is wide, else A4."""
    sheet.set_landscape()
    sheet.set_paper(8 if wide else 9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer('&C&"宋体"&9第&P页，共&N页')


def area(column: int, count: int) -> str:
    """The rows of a column of a list as formulas name them: $H$4:$H$103."""
    letters = column_letters(column + 1)
    return f"${letters}${FIRST + 1}:${letters}${FIRST + max(count, 1)}"


def _totals(
    writer: CellWriter,
    sheet: Any,
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[ListContent]],
    last: int,
) -> None:
    labelled = False
    for at, column in enumerate(columns):
        if not column.total:
            if not labelled:
                writer.write(
                    sheet,
                    1,
                    at,
                    "合计（随筛选变化）" if column.width > 14 else "合计",
                    column.kind,
                    total=True,
                )
                labelled = True
            else:
                writer.write(sheet, 1, at, None, column.kind, total=True)
            continue
        letters = column_letters(at + 1)
        cells = f"{letters}{FIRST + 1}:{letters}{last + 1}"
        text = f"SUBTOTAL({_SUBTOTAL[column.total]},{cells})"
        found = [_number(row[at]) for row in rows]
        numbers = [one for one in found if one is not None]
        if column.total == "mean":
            mean = sum(numbers) / len(numbers) if numbers else "—"
            formula = CellFormula(f'IFERROR({text},"—")', mean)
        elif column.total == "count":
            formula = CellFormula(text, sum(row[at] not in (None, "") for row in rows))
        else:
            formula = CellFormula(text, round(sum(numbers), 6))
        writer.write(sheet, 1, at, formula, "int" if column.total == "count" else column.kind, total=True)


def _number(value: ListContent) -> float | None:
    if isinstance(value, CellFormula):
        value = value.value
    return value if isinstance(value, int | float) else None
