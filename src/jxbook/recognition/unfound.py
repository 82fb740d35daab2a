"""What to say of a file in which no form was found: which row comes nearest, and what it lacks."""

from __future__ import annotations

from bisect import bisect_right

from jxbook.finding import Refusal
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.place import CellRef
from jxbook.recognition.header_rows import headers_of
from jxbook.recognition.headings import COUNTED, LOOSE_NAMES, indicator_heading, nearest_heading
from jxbook.recognition.monitoring import monitoring_heading
from jxbook.refusals.forms import hidden_form, monitoring_form, no_form, nothing_in_it, turned_form
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet
from jxbook.workbook.names import NO_ENTRIES

_NEEDED = {"name": "三级指标", "target": "年度指标值", "actual": "实际完成值"}
_FEWEST = 2


def none_found(grid: Grid, place: str) -> Refusal:
    """The refusal of a file in which no form was found; `place` is its name."""
    if cell := monitoring_heading(grid):
        return monitoring_form(f"{place}：{cell}")
    if not any(cell.value is not None for sheet in grid.sheets for cell in sheet.cells.values()):
        return nothing_in_it(place, bool(grid.sheets))
    if sheet := _hidden_form(grid):
        return hidden_form(place, sheet)
    if cell := _turned_headings(grid):
        return turned_form(f"{place}：{cell}")
    return no_form(place, _nearest_header(grid))


def _hidden_form(grid: Grid) -> str:
    """The first hidden sheet that a form stands on, "" without one."""
    hidden = (sheet for sheet in grid.sheets if sheet.hidden and not sheet.shows)
    return next((one.name for one in hidden if any(True for _ in headers_of(LabelledSheet(one)))), "")


def _turned_headings(grid: Grid) -> CellRef | None:
    """The first of the headings of a table that stand one below the other, so that each indicator has a column: two at
    least, for a list of headings with what to write under each has one."""
    for sheet in grid.sheets:
        columns: dict[int, dict[str, CellRef]] = {}
        page = LabelledSheet(sheet)
        asks = sheet.asks and sheet.name not in NO_ENTRIES
        for row, texts in page.labels.items() if asks else ():
            standing = page.rows[row]
            for column, text in texts.items():
                if len(standing) - bisect_right(standing, column) < _FEWEST:
                    continue
                if (meaning := indicator_heading(text)) or text in LOOSE_NAMES:
                    field = meaning.field if meaning else "name"
                    columns.setdefault(column, {}).setdefault(field, sheet.ref(row, column))
        for found in columns.values():
            if found.keys() >= _NEEDED.keys():
                return next(iter(found.values()))
    return None


def _nearest_header(grid: Grid) -> str:
    """The row that looks most like a header, and what it lacks, in a Chinese clause; "" where none does."""
    best: tuple[int, str, int, list[str], list[str]] | None = None
    for sheet in grid.sheets:
        for row, texts in LabelledSheet(sheet).labels.items() if sheet.asks else ():
            meanings = {text: indicator_heading(text) for text in texts.values()}
            fields = {one.field for one in meanings.values() if one}
            if len(fields) < _FEWEST or (best and len(fields) <= best[0]):
                continue
            unknown = [text for text, one in meanings.items() if one is None]
            lacking = [field for field in _NEEDED if field not in fields]
            best = len(fields), sheet.name, row, unknown, lacking
    if best is None:
        return ""
    _, name, row, unknown, lacked = best
    lacking = [_NEEDED[field] for field in lacked]
    why = f"{name}第{row}行像表头，但没有找到{'、'.join(f'“{one}”' for one in lacking) or '指标行'}"
    nearest = {text: nearest_heading(text) for text in unknown if text not in COUNTED}
    if nearest:
        text = next(
            (one for one, like in nearest.items() if INDICATOR_COLUMNS.get(like) in lacked),
            next(iter(nearest)),
        )
        why += f"；不认得“{text}”" + (f"，最接近的是“{nearest[text]}”" if nearest[text] else "")
    return why
