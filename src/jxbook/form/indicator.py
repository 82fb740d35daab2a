"""A row of 绩效指标."""

from __future__ import annotations

from dataclasses import dataclass

from jxbook.form.entry import NO_ENTRY, Entry
from jxbook.values import Actual, Kind, Target, read_actual, read_target
from jxbook.values.entry import is_error
from jxbook.values.fold import fold

_DIGITS = frozenset("0123456789０１２３４５６７８９")
QUALITATIVE = "定性"
"""The word under 指标性质 that stands for no sign."""
_NO_TARGET = Target("", Kind.BLANK)
_NO_ACTUAL = Actual("", Kind.BLANK)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of 绩效指标: the entries, and the target and actual as read. `earned` is the stated 得分.

    `goal` counts the 年度目标 the row belongs to, from 0. In forms that split the target into 指标性质, 指标值
    and 度量单位 these are `nature`, `value` and `unit`; `target` is then their text joined, in the cell of
    `value`, and `actual` carries the unit.
    """

    level1: Entry
    level2: Entry
    name: Entry
    target: Entry
    actual: Entry
    points: Entry
    earned: Entry = NO_ENTRY
    reason: Entry = NO_ENTRY
    verdict: Entry = NO_ENTRY
    target_value: Target = _NO_TARGET
    actual_value: Actual = _NO_ACTUAL
    nature: Entry = NO_ENTRY
    value: Entry = NO_ENTRY
    unit: Entry = NO_ENTRY
    goal: int = 0
    last_year: Entry = NO_ENTRY
    """实际完成值 of the year before, where the workbook was begun from that year's."""

    @classmethod
    def read(
        cls,
        level1: Entry,
        level2: Entry,
        name: Entry,
        target: Entry,
        actual: Entry,
        points: Entry,
        earned: Entry = NO_ENTRY,
        reason: Entry = NO_ENTRY,
        verdict: Entry = NO_ENTRY,
        *,
        split: tuple[Entry, Entry] | None = None,
        goal: int = 0,
        last_year: Entry = NO_ENTRY,
    ) -> Indicator:
        """An indicator whose target and actual are read from their entries.

        `split` are 指标性质 and 度量单位 where the form keeps them apart from `target`.
        """
        value = NO_ENTRY
        if split:
            value, target, actual = target, _joined(target, *split), _with_unit(actual, split[1])
        return cls(
            level1,
            level2,
            name,
            target,
            actual,
            points,
            earned,
            reason,
            verdict,
            read_target(target.raw, target.number_format),
            read_actual(actual.raw, actual.number_format),
            *((split[0], value, split[1]) if split else (NO_ENTRY, NO_ENTRY, NO_ENTRY)),
            goal,
            last_year,
        )

    @property
    def used(self) -> bool:
        """Something is filled in, and the row is not marked 无 as a whole."""
        filled = [e for e in (self.name, self.target, self.actual, self.points) if not e.blank]
        return any(not entry.none for entry in filled)

    @property
    def title(self) -> str:
        """The indicator's name, or its place where the name is missing."""
        return self.name.text or f"{self.level2.text or self.level1.text}（未填名称）"


def _joined(value: Entry, nature: Entry, unit: Entry) -> Entry:
    """≥ | 200 | 人次 → ≥200人次. A value that is missing, 无 or an error stays what it is."""
    text, sign, own = value.text, "" if fold(nature.text) == QUALITATIVE else nature.text, unit.text
    if not text or value.none or is_error(text):
        return value
    tail = "" if unit.none or _half(text).endswith(_half(own)) else own
    return Entry(f"{sign}{text}{tail}", value.cell, unknown=value.unknown)


def _with_unit(actual: Entry, unit: Entry) -> Entry:
    """300 | 人次 → 300人次; a text that does not end in a digit stays what it is.

    So does one under %: 96, 96% and 0.96 are the same there, which only the bare number can tell.
    """
    if unit.blank or unit.none or _half(unit.text) == "%" or actual.text[-1:] not in _DIGITS:
        return actual
    return Entry(f"{actual.text}{unit.text}", actual.cell, unknown=actual.unknown)


def without_unit(actual: str, unit: str) -> str:
    """300人次 → 300 where 度量单位 has a column of its own, so that reading adds the unit again; else as it is."""
    bare = actual.removesuffix(unit)
    return bare if _half(unit) != "%" and bare[-1:] in _DIGITS else actual


def _half(text: str) -> str:
    return text.replace("％", "%")
