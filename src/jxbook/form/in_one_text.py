"""Texts that stand for several cells, "≥|200|人次": how a formula hands over what a form keeps in columns of its own."""

from __future__ import annotations

BETWEEN = "|"
TARGET = ("nature", "direction", "target", "unit")
"""The fields of the columns, in their order in such a text."""


def parted(text: object, fields: tuple[str, ...]) -> dict[str, str] | None:
    """Field → text, None for anything that does not stand for so many cells; a name may hold the sign itself."""
    if not isinstance(text, str):
        return None
    parts = text.split(BETWEEN, len(fields) - 1 if fields[-1] == "name" else -1)
    return dict(zip(fields, parts, strict=True)) if len(parts) == len(fields) else None
