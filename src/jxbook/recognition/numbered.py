"""One indicator of a row that is numbered in its name, its target and its actual value: 1.定量检测 | 1.24批 | 1.20批."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.form import Entry
from jxbook.recognition.serials import (
    SERIAL_BEGINS,
    counts_no_parts,
    may_be_numbered,
    says_serial,
    serial_of,
    without_its_serial,
)
from jxbook.recognition.table import IndicatorTable

_VALUES = ("target", "actual")
_FEWEST = 2


@dataclass(frozen=True)  # without slots: whether its values are numbered is kept once a row has asked
class ValueSerials:
    """Of a table whose names are numbered: are its values too?"""

    table: IndicatorTable

    @cached_property
    def of_values(self) -> bool:
        """Do the values of two rows at least, 2.95% and 3.12个, begin with the number of their names, and of most of them?"""
        rows = [*self._numbered_rows()]
        alike = {number for number, agrees in rows if agrees}
        return len(alike) >= _FEWEST and sum(agrees for _, agrees in rows) * 2 > len(rows)

    def _numbered_rows(self) -> Iterator[tuple[int, bool]]:
        sheet, columns = self.table.sheet, self.table.columns
        for row in self.table.rows:
            number = serial_of(sheet.text(row, columns.get("name")))
            if number is not None:
                values = [sheet.text(row, columns.get(field)) for field in _VALUES]
                yield number, all(serial_of(one) == number or may_be_numbered(one, number) for one in values)


def without_numbers(entries: dict[str, Entry], serials: ValueSerials) -> dict[str, Entry]:
    """The entries of a row, without the serials before its values and its name where they are numbered alike.

    1.24批 may be 1.24 or 24: there are no parts of a 批; else the other rows of the table tell, or the value beside it.
    """
    name = entries["name"].raw if "name" in entries else None
    numbered = isinstance(name, str) and name[:1] in SERIAL_BEGINS
    said = ((field, entries[field].raw) for field in _VALUES if field in entries)
    texts = {field: raw.strip() for field, raw in said if isinstance(raw, str)}
    if not numbered and not any(text.startswith("指") for text in texts.values()):
        return entries  # almost every row
    number = serial_of(name) if isinstance(name, str) else None
    found = {field: replace(entries[field], raw=text) for field, text in _bare(texts, number, serials)}
    if found and isinstance(name, str) and (bare := without_its_serial(name)):
        found["name"] = replace(entries["name"], raw=bare)
    return entries | found


def _bare(texts: Mapping[str, str], number: int | None, serials: ValueSerials) -> Iterator[tuple[str, str]]:
    """Target and actual without their serials, those of them that have one and something behind it."""
    found = {
        field: without_its_serial(text)
        for field, text in texts.items()
        if says_serial(text) or (number is not None and serial_of(text) == number)
    }
    rest = {
        field: text
        for field, text in texts.items()
        if field not in found and number and may_be_numbered(text, number)
    }
    if rest and (found or any(map(counts_no_parts, rest.values())) or serials.of_values):
        found |= {field: text[2:] for field, text in rest.items()}
    return ((field, bare) for field, text in found.items() if (bare := text.strip()))
