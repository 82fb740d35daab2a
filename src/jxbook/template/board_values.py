"""What the formulas of 看板 show, computed without a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from jxbook.formulas.contents import Content, Value, content_of, stored
from jxbook.formulas.expression import Contents
from jxbook.place import column_letters
from jxbook.template.board_formulas import TABLE, BoardFormulas, board_formulas, constants
from jxbook.template.board_lines import BoardLine, Head
from jxbook.workbook.cellvalues import area

BoardValues = dict[str, str | Decimal]


def values_of(head: Head, lines: Sequence[BoardLine], levels: int, unit: str) -> BoardValues:
    """Address → value, of every formula cell of 看板."""
    formulas = board_formulas(levels, unit)
    fixed = {cell: Decimal(one) if isinstance(one, int) else one for cell, one in constants(levels).items()}
    board = _BoardReckoning(formulas, {**_contents(head, lines), **fixed})
    return {address: stored(board.cell(address)) for address in formulas}


def _contents(head: Head, lines: Sequence[BoardLine]) -> dict[str, Content]:
    """What the formulas take from 自评表: single cells, and the columns of its table, each below its header."""
    cells: dict[str, Content] = {one: content_of(getattr(head, one)) for one in Head.__slots__}
    for field in BoardLine.__slots__:
        cells[TABLE + field] = ("", *(content_of(getattr(line, field)) for line in lines))
    return cells


class _BoardReckoning:
    """The sheet: its formulas, and what else they refer to."""

    def __init__(self, formulas: BoardFormulas, known: Mapping[str, Content]) -> None:
        self._formulas = formulas
        self._known = dict(known)
        self._sheet = Contents(self._content)

    def cell(self, address: str) -> Value:
        """What a cell shows."""
        if address not in self._known:
            formula = self._formulas.get(address)
            self._known[address] = formula.shown(self._sheet) if formula else None
        shown = self._known[address]
        assert not isinstance(shown, tuple)
        return shown

    def _content(self, name: str) -> Content:
        if name in self._known:
            return self._known[name]
        bare = name.replace("$", "")
        if ":" not in bare:
            return self.cell(bare)
        self._known[name] = tuple(map(self.cell, _addresses(bare)))
        return self._known[name]


@lru_cache(maxsize=256)
def _addresses(reference: str) -> tuple[str, ...]:
    """The cells of an area, row by row."""
    top, left, bottom, right = area(reference)
    letters = [column_letters(column) for column in range(left, right + 1)]
    return tuple(f"{letter}{row}" for row in range(top, bottom + 1) for letter in letters)
