"""Old .xls workbooks → a grid, read by xlrd in a process of its own.

The format is a binary one with many corners, so whatever a file does to its reader happens to a child
that may take so much memory and so much time, and that answers in JSON.
"""

from __future__ import annotations

import json
from datetime import date
from subprocess import TimeoutExpired
from typing import Any

from jxbook.children import KeptChild, run_python
from jxbook.refusals.reading import (
    Excess,
    encrypted,
    old_excel_reader_not_started,
    old_excel_slow,
    old_excel_unreadable,
    too_large,
    too_much,
)
from jxbook.workbook.bounds import require_bounded
from jxbook.workbook.cellvalues import number_of
from jxbook.workbook.grid import Cell, CellValue, Grid, Merge, Sheet, Unseen

_READER = "jxbook.foreign.old_excel_child"
MAX_FILE = 20_000_000
"""Bytes of an .xls: a form has about 50,000."""
SECONDS = 20
"""How long the child may take: a form takes half a second."""


def read_old_excel(data: bytes, name: str) -> Grid:
    """The grid of an .xls. Raises Refusal: encrypted (JX905), too large (JX907), else JX933."""
    if len(data) > MAX_FILE:
        raise too_much(name, Excess.FILE, MAX_FILE // 1_000_000)
    try:
        told = _ask(data)
    except TimeoutExpired:
        raise old_excel_slow(name) from None
    except OSError as error:
        raise old_excel_reader_not_started(name) from error
    try:
        answer: dict[str, Any] = json.loads(told)
    except ValueError:
        raise old_excel_unreadable(name) from None
    match answer.get("refused"):
        case None:
            sheets = tuple(_sheet(one) for one in answer["sheets"])
            require_bounded(sheets, name)
            return Grid(sheets)
        case "encrypted":
            raise encrypted(name)
        case "large":
            raise too_large(name)
    raise old_excel_unreadable(name)


def keep_reader() -> None:
    """From now on keep the reader's process alive between files, as a run over many of them does."""
    global _kept
    if _kept is None:
        _kept = KeptChild(_READER, ("kept",))


_kept: KeptChild | None = None


def _ask(data: bytes) -> bytes:
    if _kept is not None:
        return _kept.ask(data, SECONDS)
    return run_python(_READER, data=data, seconds=SECONDS).stdout


def _sheet(answer: dict[str, Any]) -> Sheet:
    cells = {
        (row, column): Cell(_raw(kind, value), None, number_format)
        for row, column, kind, value, number_format in answer["cells"]
    }
    merges = tuple(Merge(*corners) for corners in answer["merges"])
    unseen = Unseen(frozenset(answer["rows"]), frozenset(answer["columns"]))
    return Sheet(answer["name"], cells, merges, answer["hidden"], unseen=unseen)


def _raw(kind: str, value: str) -> CellValue:
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "bool":
        return value == "1"
    number = number_of(value) if kind == "number" else None
    return value if number is None else number
