"""The tables of a paper, and their rows of numbers under their headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.values.numerals import read_number

_NUMBER = pattern(r"\s{0,4}(?P<number>-?\d+(?:,\d{3})*(?:\.\d+)?)\s{0,4}(?P<percent>[%％])?\s{0,4}\Z")
_NOT_YET = pattern(r"(?:待|暂|未|无\Z|详见|见)")
_MOST_ROWS, _MOST_COLUMNS = 400, 16


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as it is printed: its words by (row, column) from 1. `name`: 表1, as its findings call it."""

    name: str
    cells: Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a cell prints it. `step`: one unit in its last digit."""

    number: Decimal
    percent: bool
    step: Decimal
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row: its words from the left, its numbers by column, and the columns in which something else stands."""

    number: int
    label: str
    numbers: dict[int, PrintedNumber]
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class NumberTable:
    """A table: what stands above its first row of numbers, by column, and its rows from there on."""

    name: str
    heads: dict[int, str]
    rows: tuple[NumberRow, ...]


def number_tables(tables: Iterable[PrintedTable]) -> tuple[NumberTable, ...]:
    """Those of a size that a person reads."""
    return tuple(found for one in tables if (found := _table(one)) is not None)


def _table(table: PrintedTable) -> NumberTable | None:
    cells = table.cells
    if not cells or max(row for row, _ in cells) > _MOST_ROWS or max(at for _, at in cells) > _MOST_COLUMNS:
        return None
    heads: dict[int, str] = {}
    rows: list[NumberRow] = []
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), printed in sorted(cells.items()):
        if (text := printed.strip()) and text not in "—-－/／":
            by_row.setdefault(row, {})[column] = text
    for row, texts in by_row.items():
        numbers = {
            column: found
            for column, text in texts.items()
            if (found := _printed(text, row, column)) is not None
        }
        if numbers or rows or any(_NOT_YET.match(text) for text in texts.values()):
            words = {column: text for column, text in texts.items() if column not in numbers}
            rows.append(NumberRow(row, " ".join(words.values()), numbers, frozenset(words)))
        else:
            heads.update({column: heads.get(column, "") + text for column, text in texts.items()})
    return NumberTable(table.name, heads, tuple(rows)) if len(rows) > 1 else None


def _printed(text: str, row: int, column: int) -> PrintedNumber | None:
    match = _NUMBER.match(text)
    number = read_number(match["number"].lstrip("-")) if match else None
    if match is None or number is None:
        return None
    places = len(match["number"].partition(".")[2])
    sign = -1 if match["number"].startswith("-") else 1
    return PrintedNumber(number * sign, bool(match["percent"]), Decimal(1).scaleb(-places), row, column)
