"""What 评价要点 and 评委评分 open with: the policy's own 三级指标, as they stand in 自评表."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.workbook.names import KEY_POINTS, REVIEWS
from jxbook.workbook.template.layout import Layout

Given = tuple[Mapping[str, str | float], ...]
"""Field → content, row by row."""


def prefilled(sheet: str, layout: Layout) -> Given:
    """The first rows of a sheet; none for the other sheets."""
    presets = [slot.preset for slot in layout.slots if slot.preset.name]
    if sheet == KEY_POINTS:
        return tuple({"indicator": one.name, "text": text} for one in presets for text in one.key_points)
    if sheet == REVIEWS:
        return tuple({"indicator": one.name, "points": float(one.points)} for one in presets)
    return ()
