"""How a roll-up of ours is known, so that nobody else's file is written over."""

from __future__ import annotations

from pathlib import Path

from jxbook.refusals.bureau import not_our_rollup

MARK = "jxbook 汇总"
"""The subject of the file's properties."""
_LONGEST = 100_000
"""Bytes of a workbook's properties."""


def refuse_foreign(output: Path) -> None:
    """Raise Refusal JX987 where something stands at `output` that no run wrote."""
    from zipfile import BadZipFile, ZipFile

    if not output.exists():
        return
    try:
        with ZipFile(output) as book, book.open("docProps/core.xml") as properties:
            if MARK.encode() in properties.read(_LONGEST):
                return
    except (OSError, KeyError, ValueError, BadZipFile):
        pass  # whatever it is, it is not ours
    raise not_our_rollup(output.name)
