"""A page whose headings name two things at once, 分值/得分 over 50/48: looked up as if each had a column of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from itertools import chain

from jxbook.dataclass import dataclass, replace
from jxbook.form import Entry
from jxbook.form.table import COMPARED, SCORED
from jxbook.pattern import pattern
from jxbook.recognition.headings import known_heading, money_heading
from jxbook.values.fold import fold
from jxbook.workbook.cellvalues import LAST_COLUMN
from jxbook.workbook.grid import Sheet
from jxbook.workbook.labelled_sheet import LabelledSheet

_BETWEEN = pattern(r"[/|]")
_FULL_WIDTH = str.maketrans("／｜", "/|")
_MOST = 4
_MONEY = frozenset({"initial_budget", "budget", "spent", "rate"}) | SCORED
_NUMBER = pattern(r"(?:\d[\d.,]*(?:[亿万千百]?元|分|%)?|-|--|无)")
_LONGEST = 60


def labelled(raw: Sheet) -> LabelledSheet:
    """A sheet, looked up by rows and by labels."""
    sheet = LabelledSheet(raw)
    texts = [*chain.from_iterable(row.values() for row in sheet.labels.values())]
    printed = "\n".join(texts)
    if ("/" in printed or "|" in printed) and any(map(_fields, texts)):
        return _PartedSheet(raw)
    return sheet


def is_parted(column: int) -> bool:
    """Does a column share its cells with another one?"""
    return column > LAST_COLUMN


def printed(column: int) -> int:
    """The column of the page in which a column stands that shares its cells."""
    return (column - 1) % LAST_COLUMN + 1


@dataclass(frozen=True, slots=True)
class _Parting:
    """How the cells below a heading are parted; with `numbers` only what is made of numbers is."""

    between: str
    count: int
    numbers: bool

    def parts(self, entry: Entry) -> list[str] | None:
        """50/48 → 50 and 48; so too 10/9, which became the 9th of October as it was typed. None for anything else."""
        raw = entry.raw
        if isinstance(raw, date):
            return [str(raw.month), str(raw.day)] if self.numbers and self.count == 2 else None
        if not isinstance(raw, str) or len(raw) > _LONGEST * self.count:
            return None
        parts = raw.translate(_FULL_WIDTH).split(self.between)
        size, rest = divmod(len(parts), self.count)
        if rest or not size:
            return None
        joined = [self.between.join(parts[turn : turn + size]) for turn in range(0, len(parts), size)]
        fits = not self.numbers or all(_NUMBER.fullmatch(fold(part)) for part in joined)
        return [part.strip() for part in joined] if fits else None


class _PartedSheet(LabelledSheet):
    """The first thing keeps the column; further ones stand in columns beyond the last that a page can have."""

    def __init__(self, raw: Sheet) -> None:
        super().__init__(raw)
        self._partings: dict[int, dict[int, _Parting | None]] = {}
        """Column → the rows of its headings → how the cells below one are parted, None where they are not."""
        for row, texts in self.labels.items():
            for column, text in tuple(texts.items()):
                if fields := _fields(text):
                    between = text[len(_BETWEEN.split(text)[0])]
                    parting = _Parting(between, len(fields), not COMPARED.issuperset(fields))
                    self._partings.setdefault(column, {})[row] = parting
                    for turn, part in enumerate(text.split(between)):
                        texts[column + turn * LAST_COLUMN] = part
                elif column in self._partings and (known_heading(text) or money_heading(text)):
                    self._partings[column][row] = None
        self._heading_rows = {column: [*headings] for column, headings in self._partings.items()}

    def entry(self, row: int, column: int | None) -> Entry:
        """What stands at a place, blank or not; of a cell that holds several things the one that is asked for."""
        if column is None:
            return super().entry(row, column)
        turn, at = divmod(column - 1, LAST_COLUMN)
        whole = super().entry(row, at + 1)
        parting = self._parting(row, at + 1)
        if parting is None or whole.blank:
            return whole
        parts = parting.parts(whole)
        if parts is None:
            return replace(whole, raw=None) if turn else whole
        return replace(whole, raw=parts[turn], number_format="General")

    def blank(self, row: int, column: int | None) -> bool:
        """Is nothing filled in at a place?"""
        return self.entry(row, column).blank

    def text(self, row: int, column: int | None) -> str:
        """What a person sees at a place."""
        return self.entry(row, column).text

    def _parting(self, row: int, column: int) -> _Parting | None:
        """How a cell is parted, by the heading above it; None for a heading itself."""
        headings = self._partings.get(column)
        if headings is None or row in headings:
            return None
        rows = self._heading_rows[column]
        turn = bisect_left(rows, row)
        return headings[rows[turn - 1]] if turn else None

    def end(self, row: int, column: int) -> int:
        """The last column of the cell at a place, which may be merged."""
        return super().end(row, printed(column))

    def bottom(self, row: int, column: int) -> int:
        """The last row of the cell at a place, which may be merged."""
        return super().bottom(row, printed(column))


@lru_cache(maxsize=2048)  # every form prints the same labels
def _fields(text: str) -> tuple[str, ...]:
    """The fields that the parts of a heading stand for, () where they are not several that may share a cell."""
    parts = _BETWEEN.split(text) if len(text) <= _LONGEST else []
    if not 1 < len(parts) <= _MOST:
        return ()
    readers: tuple[Callable[[str], str | None], ...] = (_indicator_field, money_heading)
    for read, allowed in zip(readers, ((SCORED, COMPARED), (_MONEY,)), strict=True):
        fields = tuple(field for part in parts if (field := read(part)))
        if len(set(fields)) == len(parts) and any(one.issuperset(fields) for one in allowed):
            return fields
    return ()


def _indicator_field(text: str) -> str | None:
    return meaning.field if (meaning := known_heading(text)) else None
