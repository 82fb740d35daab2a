"""Text in columns on a terminal, where a Chinese character takes two."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Collection, Sequence
from itertools import zip_longest

from jxbook.pattern import pattern

_WIDE = "WFA" if os.name == "nt" else "WF"  # ≥ and ㎡ are wide on a Chinese Windows console only
_GAP = 2
_NARROWEST = 8
"""Columns below which a text is not squeezed: four Chinese characters."""
_PIECE = pattern(r"[（《“‘]*(?:[!-~]+|.)[，。、；：？！）》”’…]*", re.DOTALL)
"""What a line is not broken within: a Latin word or a character, with what cannot end or begin a line."""


def terminal_columns() -> int | None:
    """How wide the terminal is; None where the output goes into a file or a pipe, and nothing is to be wrapped."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (AttributeError, OSError, ValueError):  # no terminal, or no output at all
        return None


def width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, one line at least; only what is wider than a line is cut."""
    if width(text) <= columns:
        return [text.strip()]
    lines = [""]
    for piece in (part for found in _PIECE.findall(text) for part in _cut(found, columns)):
        if lines[-1] and width(lines[-1]) + width(piece) > columns:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _cut(piece: str, columns: int) -> list[str]:
    if width(piece) <= columns:
        return [piece]
    parts = [""]
    for character in piece:
        if parts[-1] and width(parts[-1] + character) > columns:
            parts.append("")
        parts[-1] += character
    return parts


def table(
    rows: Sequence[Sequence[str]],
    right: Sequence[int] = (),
    whole: Sequence[int] = (),
    within: int | None = None,
) -> str:
    """Rows in aligned columns; those in `right`, aligned to the right, and those in `whole` are never broken.

    Where they do not fit `within` so many columns, by default the terminal's, the widest texts are wrapped; where
    that leaves too little room, each row is written as lines of its own, label by label, the first row's texts
    being the labels.
    """
    within = within or terminal_columns()
    natural = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    widths = _squeezed(natural, {*right, *whole}, within) if within else natural
    if widths is None:
        return _stacked(rows, within or 0)
    return "\n".join(line for row in rows for line in _lines(row, widths, right))


def _squeezed(natural: list[int], unbroken: Collection[int], within: int) -> list[int] | None:
    """The widths that fit, taken from the widest column first; None where none do."""
    widths = list(natural)
    room = within - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        open_to_it = [n for n, one in enumerate(widths) if n not in unbroken and one > _NARROWEST]
        if not open_to_it:
            return None
        widths[max(open_to_it, key=widths.__getitem__)] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> list[str]:
    cells = [wrapped(text, columns) if columns else [""] for text, columns in zip(row, widths, strict=True)]
    gap = " " * _GAP
    return [
        gap.join(_pad(text, widths[n], n in right) for n, text in enumerate(line)).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    ]


def _pad(text: str, columns: int, right: bool) -> str:
    gap = " " * (columns - width(text))
    return gap + text if right else text + gap


def _stacked(rows: Sequence[Sequence[str]], within: int) -> str:
    """A row as a block: what it is called, then what it holds; what is empty is left out."""
    labels, *others = rows
    blocks = []
    for row in others:
        lines = [f"{label}：{text}" for label, text in zip(labels, row, strict=True) if text]
        blocks.append("\n".join(part for line in lines for part in wrapped(line, within)))
    return "\n\n".join(blocks)
