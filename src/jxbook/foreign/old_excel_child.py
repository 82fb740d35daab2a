"""The process that reads an .xls: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from jxbook.foreign.bounds import limit_memory

MEMORY = 700_000_000
"""Bytes that this process may take."""
MAX_CELLS = 200_000
MAX_CHARACTERS = 8_000_000
"""As many cells as a grid of ours holds, and characters in all of them together."""

Reply = dict[str, Any]


def main() -> None:
    """Read, answer, and never say anything else on standard output.

    With the argument "kept" again and again: the length of what follows in eight bytes, then the bytes.
    """
    limit_memory(MEMORY)
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    if sys.argv[1:] != ["kept"]:
        told.write(_answer(asked.read()))
        return
    while len(head := asked.read(8)) == 8:
        answer = _answer(asked.read(int.from_bytes(head, "big")))
        told.write(len(answer).to_bytes(8, "big") + answer)
        told.flush()


def _answer(data: bytes) -> bytes:
    try:
        answer = _read(data)
    except MemoryError:
        answer = {"refused": "large"}
    except Exception as error:  # whatever xlrd raises on a bad file
        answer = {"refused": "encrypted" if "encrypted" in str(error) else "damaged"}
    return json.dumps(answer).encode()


def _read(data: bytes) -> Reply:
    import xlrd  # type: ignore[import-untyped]

    _pass_over_blank_cells(xlrd)
    with Path(os.devnull).open("w") as silence:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=silence)
    room = [MAX_CELLS, MAX_CHARACTERS]
    sheets = []
    for sheet in book.sheets():
        cells = list(_cells(book, sheet, room))
        if min(room) < 0:
            return {"refused": "large"}
        merges = [[top + 1, left + 1, bottom, right] for top, bottom, left, right in sheet.merged_cells]
        sheets.append({"name": sheet.name, "hidden": sheet.visibility != 0, "cells": cells, "merges": merges})
    return {"sheets": sheets}


def _pass_over_blank_cells(xlrd: Any) -> None:
    """Let xlrd keep no cell that holds a format alone: a sheet that is ruled down to its last row has millions."""
    keep, blank = xlrd.sheet.Sheet.put_cell_ragged, xlrd.XL_CELL_BLANK

    def put(sheet: Any, row: int, column: int, kind: int | None, *rest: Any) -> None:
        if kind != blank:
            keep(sheet, row, column, kind, *rest)

    xlrd.sheet.Sheet.put_cell_ragged = put


def _cells(book: Any, sheet: Any, room: list[int]) -> Any:
    """Each cell with content as [row, column, kind, text, number format]; `room` counts down."""
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            kind, text = _content(book, sheet.cell(row, column))
            if not text:
                continue
            room[0] -= 1
            room[1] -= len(text)
            if min(room) < 0:
                return
            yield row + 1, column + 1, kind, text, _format(book, sheet, row, column)


def _format(book: Any, sheet: Any, row: int, column: int) -> str:
    """The number format of a cell; one that the file does not define is none, as to every other reader."""
    try:
        index = book.xf_list[sheet.cell_xf_index(row, column)].format_key
        return str(book.format_map[index].format_str)
    except LookupError:
        return "General"


def _content(book: Any, cell: Any) -> tuple[str, str]:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_TEXT:
        return "text", cell.value
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return "number", repr(cell.value).removesuffix(".0")
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return "date", xlrd.xldate_as_datetime(cell.value, book.datemode).date().isoformat()
        except (ValueError, OverflowError, xlrd.xldate.XLDateError):
            return "number", repr(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "bool", str(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "text", xlrd.error_text_from_code.get(cell.value, "#N/A")
    return "text", ""


if __name__ == "__main__":
    main()
