"""What 评价要点 and 评委评分 open with: the policy's own 三级指标, as they stand in 自评表."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.template.layout import Layout
from jxbook.workbook.names import KEY_POINTS, RECORDS_HEADER, REVIEWS
from jxbook.workbook.records.kinds import ROWS

_SPARE = 4
"""Blank rows below prefilled ones."""

FirstRows = tuple[Mapping[str, str | float], ...]
"""Field → content, row by row."""


def prefilled(sheet: str, layout: Layout) -> FirstRows:
    """The first rows of a sheet; none for the other sheets."""
    presets = [slot.preset for slot in layout.slots if slot.preset.name]
    if sheet == KEY_POINTS:
        return tuple({"indicator": one.name, "text": text} for one in presets for text in one.key_points)
    if sheet == REVIEWS:
        return tuple({"indicator": one.name, "points": float(one.points)} for one in presets)
    return ()


def rows_of(sheet: str, layout: Layout) -> int:
    """How many rows of entries a plain sheet has: what it opens with, and what was asked for besides."""
    given, asked = len(prefilled(sheet, layout)), layout.records.get(sheet)
    return given + (_SPARE if given and asked is None else asked or 0) or ROWS[sheet]


def area_of(sheet: str, first: str, last: str, layout: Layout) -> str:
    """The columns `first` to `last` of a sheet's entries down to its closing line, so that inserted rows are inside."""
    top = RECORDS_HEADER + 1
    return f"{sheet}!${first}${top}:${last}${top + rows_of(sheet, layout)}"
