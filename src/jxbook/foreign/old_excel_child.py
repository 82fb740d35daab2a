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
            merges, rows, columns = _layout(book, number)
            about = {"hidden": sheet.visibility != 0, "rows": sorted(rows), "columns": sorted(columns)}
            sheets.append({"name": sheet.name, "cells": cells, "merges": merges, **about})
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


_MERGED_CELLS, _ROW, _COLUMNS, _BEGIN, _END = 0xE5, 0x208, 0x7D, 0x809, 0x0A
_EXCEL_97 = 80
_HIDDEN_ROW, _HIDDEN_COLUMN, _HEIGHT = 0x20, 0x1, 0x7FFF
_LAST_COLUMN = 256

SheetLayout = tuple[list[tuple[int, int, int, int]], set[int], set[int]]
"""Merged areas as first row, first column, last row, last column; the rows and the columns that are hidden or of no size."""


def _layout(book: Any, number: int) -> SheetLayout:
    """How a sheet is laid out, from its records, which before Excel 97 were others."""
    merges: list[tuple[int, int, int, int]] = []
    rows, columns = set[int](), set[int]()
    if book.biff_version < _EXCEL_97:
        return merges, rows, columns
    for kind, at, size in _records(book.mem, book._sh_abs_posn[number]):
        if kind == _MERGED_CELLS and size > 1:
            (count,) = struct.unpack_from("<H", book.mem, at)
            for area in range(at + 2, at + 2 + 8 * min(count, (size - 2) // 8), 8):
                top, bottom, left, right = struct.unpack_from("<HHHH", book.mem, area)
                merges.append((top + 1, left + 1, bottom + 1, right + 1))
        elif kind == _ROW and size >= 14:
            row, height, options = struct.unpack_from("<H4xH4xH", book.mem, at)
            if options & _HIDDEN_ROW or not height & _HEIGHT:
                rows.add(row + 1)
        elif kind == _COLUMNS and size >= 10:
            first, last, width, options = struct.unpack_from("<HHH2xH", book.mem, at)
            if options & _HIDDEN_COLUMN or not width:
                columns.update(range(first + 1, min(last, _LAST_COLUMN) + 2))
    return merges, rows, columns


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """The records of a sheet: kind, where its content stands, how long that is."""
    deep = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        deep += (kind == _BEGIN) - (kind == _END)  # a chart inside a sheet has an end of its own
        if not deep or at + 4 + size > len(stream):
            return
        yield kind, at + 4, size
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
