"""What to say of a file in which no form was found: which row comes nearest, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.recognition.headings import COUNTED, indicator_heading, nearest_heading
from jxbook.workbook.grid import Grid
from jxbook.workbook.labelled_sheet import LabelledSheet

_MONITORS = pattern(r"预计(?:全年)?(?:完成|执行)|完成目标.{0,2}可能性|可能性分析|确定能")
_PART_OF_YEAR = pattern(
    r"(?:上?半年|前?[一二三123]季度|(?<!\d)(?:1[-—－~～至到])?(?:[1-9]|1[01])月(?:底|末|份)?)(?:实际|累计)?(?:完成|执行)(?:值|数|情况)"
)
_NEEDED = {"name": "三级指标", "target": "年度指标值", "actual": "实际完成值"}
_FEWEST = 2


def monitoring_heading(grid: Grid) -> CellRef | None:
    """The heading that makes a form one of 绩效运行监控, in the middle of the year: 全年预计完成情况, 完成目标可能性."""
    for sheet in grid.sheets:
        for row, texts in LabelledSheet(sheet).labels.items() if sheet.asks else ():
            column = monitors(texts)
            if column is not None:
                return sheet.ref(row, column)
    return None


def monitors(texts: Mapping[int, str]) -> int | None:
    """The column of such a heading in a row of headings, None where it has none."""
    partial = [column for column, text in texts.items() if _is_of_part(text)]
    if not partial and not any(map(_foretells, texts.values())):
        return None
    fields = {column: one.field for column, text in texts.items() if (one := indicator_heading(text))}
    if "name" not in fields.values():
        return None
    if any(field == "actual" and column not in partial for column, field in fields.items()):
        partial = []  # the year as a whole stands beside it
    found = (column for column, text in texts.items() if _foretells(text))
    return next(found, partial[0] if partial else None)


def _is_of_part(text: str) -> bool:
    """Is a heading about what was reached in a part of the year? Most name none."""
    return ("半年" in text or "季度" in text or "月" in text) and _PART_OF_YEAR.search(text) is not None


def _foretells(text: str) -> bool:
    """Does a heading ask for what is still to come?"""
    asks = "预计" in text or "可能性" in text or "确定能" in text
    return asks and _MONITORS.search(text) is not None


def turned_headings(grid: Grid) -> CellRef | None:
    """The first of the headings of a table that stand one below the other, so that each indicator has a column."""
    for sheet in grid.sheets:
        columns: dict[int, dict[str, CellRef]] = {}
        for row, texts in LabelledSheet(sheet).labels.items() if sheet.asks else ():
            for column, text in texts.items():
                if field := INDICATOR_COLUMNS.get(text):
                    columns.setdefault(column, {}).setdefault(field, sheet.ref(row, column))
        for found in columns.values():
            if found.keys() >= _NEEDED.keys():
                return next(iter(found.values()))
    return None


def nearest_header(grid: Grid) -> str:
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
