"""A sheet that is read once somebody asks for one of its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jxbook.dataclass import cached_property
from jxbook.workbook.grid import Cell, Merge, Sheet


class _Later:
    """The reading that is put off; its Refusal comes when it is done."""

    def __init__(self, read: Callable[[], Sheet]) -> None:
        self._read = read

    @cached_property
    def sheet(self) -> Sheet:
        return self._read()


class _Cells(Mapping[tuple[int, int], Cell]):
    def __init__(self, reading: _Later) -> None:
        self._reading = reading

    def __getitem__(self, place: tuple[int, int]) -> Cell:
        return self._reading.sheet.cells[place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._reading.sheet.cells)

    def __len__(self) -> int:
        return len(self._reading.sheet.cells)


class _Merges(Sequence[Merge]):
    def __init__(self, reading: _Later) -> None:
        self._reading = reading

    def __getitem__(self, at: Any) -> Any:
        return self._reading.sheet.merges[at]

    def __len__(self) -> int:
        return len(self._reading.sheet.merges)

    def __eq__(self, other: object) -> bool:
        return self._reading.sheet.merges == other

    def __hash__(self) -> int:
        return hash(self._reading.sheet.merges)


def read_later(name: str, hidden: bool, read: Callable[[], Sheet]) -> Sheet:
    """The sheet that `read` will give, known to show only what other sheets hold."""
    reading = _Later(read)
    return Sheet(name, _Cells(reading), _Merges(reading), hidden, shows=True)
