"""The process that reads an .xls: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

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

    formats = _kept_formats(xlrd)
    room = [MAX_CELLS, MAX_CHARACTERS]
    sheets = []
    with Path(os.devnull).open("w") as silence:
        book = _opened(xlrd, data, silence)
        for number in range(book.nsheets):
            formats.clear()
            sheet = book.sheet_by_index(number)
            cells = list(_cells(book, sheet, formats, room))
            if min(room) < 0:
                return {"refused": "large"}
            merges = [*_merges(book, number)]
            hidden = sheet.visibility != 0
            sheets.append({"name": sheet.name, "hidden": hidden, "cells": cells, "merges": merges})
    return {"sheets": sheets}


def _opened(xlrd: Any, data: bytes, silence: TextIO) -> Any:
    """The workbook, without fonts, colours and widths, over which xlrd stumbles where other readers do not; a sector
    that two streams have is passed over, as by those."""
    options = {"file_contents": data, "ragged_rows": True, "on_demand": True, "logfile": silence}
    try:
        return xlrd.open_workbook(**options)
    except xlrd.compdoc.CompDocError:
        return xlrd.open_workbook(**options, ignore_workbook_corruption=True)


def _kept_formats(xlrd: Any) -> dict[tuple[int, int], int]:
    """Let xlrd tell here which format each cell of a sheet has, and keep no cell that holds a format alone: a sheet
    that is ruled down to its last row has millions."""
    kept: dict[tuple[int, int], int] = {}
    keep, blank = xlrd.sheet.Sheet.put_cell_ragged, xlrd.XL_CELL_BLANK

    def put(sheet: Any, row: int, column: int, kind: int | None, value: Any, format_: int) -> None:
        if kind != blank:
            keep(sheet, row, column, kind, value, format_)
            kept[row, column] = format_

    xlrd.sheet.Sheet.put_cell_ragged = put
    return kept


_MERGED_CELLS, _BEGIN, _END = 0xE5, 0x809, 0x0A


def _merges(book: Any, number: int) -> Iterator[tuple[int, int, int, int]]:
    """The merged areas of a sheet, from its records: first row, first column, last row, last column."""
    if book.biff_version < 80:  # there were none
        return
    at, stream, deep = book._sh_abs_posn[number], book.mem, 0
    while at + 6 <= len(stream):
        kind, size, count = struct.unpack_from("<HHH", stream, at)
        deep += (kind == _BEGIN) - (kind == _END)  # a chart inside a sheet has an end of its own
        if not deep:
            return
        if kind == _MERGED_CELLS:
            for area in range(at + 6, at + 6 + 8 * min(count, (size - 2) // 8), 8):
                if area + 8 <= len(stream):
                    top, bottom, left, right = struct.unpack_from("<HHHH", stream, area)
                    yield top + 1, left + 1, bottom + 1, right + 1
        at += 4 + size


def _cells(book: Any, sheet: Any, formats: dict[tuple[int, int], int], room: list[int]) -> Any:
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
            yield row + 1, column + 1, kind, text, _format(book, formats.get((row, column)))


def _format(book: Any, number: int | None) -> str:
    """A number format; one that the file does not define is none, as to every other reader."""
    if number is None:
        return "General"
    try:
        index = book.xf_list[number].format_key
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
