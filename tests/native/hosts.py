"""Spreadsheet programs without our functions: a workbook goes in, computed anew, and it says what the form shows."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.workbook.grid import CellValue as Raw
from jxbook.workbook.names import FORM
from jxbook.workbook.reader import read_grid

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # what was computed elsewhere is computed anew
HOSTS = ("libreoffice", "gnumeric")
Shown = Mapping[tuple[int, int], Raw]
"""What 自评表 shows, by row and column from 1."""


def computed(host: str, book: Path, folder: Path) -> Shown:
    """自评表 as a program shows it that has just computed all of it. Skips where the program is not installed."""
    [shown] = computed_all(host, [book], folder)
    return shown


def computed_all(host: str, books: Sequence[Path], folder: Path) -> Sequence[Shown]:
    """As `computed`, of several books whose names differ."""
    program = shutil.which({"libreoffice": "soffice", "gnumeric": "ssconvert"}[host])
    if program is None:
        pytest.skip(f"{host} is not installed")
    if host == "gnumeric":
        return [_gnumeric(program, book, folder) for book in books]
    return _libreoffice(program, books, folder)


def _libreoffice(program: str, books: Sequence[Path], folder: Path) -> Sequence[Shown]:
    home, out = folder / "home", folder / "out"
    (home / "user").mkdir(parents=True, exist_ok=True)
    (home / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    environment = f"-env:UserInstallation={home.as_uri()}"
    _run(program, environment, "--headless", "--convert-to", "xlsx", "--outdir", str(out), *map(str, books))
    grids = [read_grid(out / book.name) for book in books]
    forms = [next(one for one in grid.sheets if one.name == FORM) for grid in grids]
    return [{place: cell.value for place, cell in sheet.cells.items()} for sheet in forms]


def _gnumeric(program: str, book: Path, folder: Path) -> Shown:
    (folder / book.stem).mkdir(parents=True, exist_ok=True)
    out = folder / book.stem / "%s.csv"
    _run(program, "--recalc", "-S", "--export-type=Gnumeric_stf:stf_csv", str(book), str(out))
    with Path(str(out).replace("%s", FORM)).open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file)]
    return {
        (row, column): _raw(text) for row, cells in enumerate(rows, 1) for column, text in enumerate(cells, 1)
    }


def _raw(text: str) -> Raw:
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=900)
