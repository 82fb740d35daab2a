"""Forms of other offices as small drawings: a text file per form, from which a workbook or a Word document is made.

A line is a row, its cells parted by "|": "<" goes on with the cell to the left, "^" with the cell above, a text in
quotes is digits that were typed as text, "\\n" a line break. Lines that begin with "= " stand above a Word table;
a drawing that has any is a Word document.
"""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl

FORMS = Path(__file__).parent / "forms"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")

Rows = list[list[str]]


def names() -> list[str]:
    """The names of the drawings."""
    return sorted(path.stem for path in FORMS.glob("*.txt"))


def read(name: str) -> tuple[list[str], Rows]:
    """The lines above a form, if it is a Word document, and its rows, all of one length."""
    lines = (FORMS / f"{name}.txt").read_text("utf-8").splitlines()
    above = [line[2:] for line in lines if line.startswith("= ")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("= ")]
    width = max(map(len, rows))
    return above, [row + [""] * (width - len(row)) for row in rows]


def write(name: str, folder: Path) -> Path:
    """The file of a drawing."""
    above, rows = read(name)
    return (
        write_docx(folder / f"{name}.docx", rows, above)
        if above
        else write_xlsx(folder / f"{name}.xlsx", rows)
    )


def write_xlsx(path: Path, *sheets: Rows, titles: tuple[str, ...] = ()) -> Path:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    for turn, rows in enumerate(sheets):
        sheet = book.active if turn == 0 else book.create_sheet()
        assert sheet is not None
        if titles:
            sheet.title = titles[turn]
        for (row, column), text in _texts(rows).items():
            cell = sheet.cell(row, column, _value(text))
            if isinstance(cell.value, str):
                cell.data_type = "s"  # "=100%" is a text, not a formula
        for area in _merged(rows):
            sheet.merge_cells(None, *area)
    book.save(path)
    return path


def write_docx(path: Path, rows: Rows, above: list[str]) -> Path:
    """A Word document with one table."""
    document = docx.Document()
    for text in above:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]))
    for top, left, bottom, right in _merged(rows):
        table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))
    for (row, column), text in _texts(rows).items():
        table.cell(row - 1, column - 1).text = str(_value(text))
    document.save(str(path))
    return path


def _texts(rows: Rows) -> dict[tuple[int, int], str]:
    return {
        (r, c): text.replace("\\n", "\n")
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text not in ("", "<", "^")
    }


def _value(text: str) -> str | float:
    if text.startswith('"') and text.endswith('"'):
        return text[1:-1]
    return float(text) if _NUMBER.match(text) else text


def _merged(rows: Rows) -> list[tuple[int, int, int, int]]:
    """Top, left, bottom and right of every merged area, counted from 1."""
    areas = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right, bottom = c, r
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][c] == "^":
                bottom += 1
            if (bottom, right) != (r, c):
                areas.append((r + 1, c + 1, bottom + 1, right + 1))
    return areas
