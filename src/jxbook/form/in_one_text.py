"""Texts that stand for several cells, "≥|200|人次": how a formula hands over what a form keeps in columns of its own."""

from __future__ import annotations

BETWEEN = "|"
LABELS = ("level1", "level2", "name")
TARGET = ("nature", "direction", "target", "unit")
"""The fields of the columns, in their order in such a text."""


def parted(text: object, fields: tuple[str, ...]) -> dict[str, str] | None:
    """Field → text, None for anything that does not stand for so many cells."""
    if not isinstance(text, str) or text.count(BETWEEN) != len(fields) - 1:
        return None
    return dict(zip(fields, text.split(BETWEEN), strict=True))
