"""A row of 绩效指标."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass, field
from jxbook.form.direction import target_sign
from jxbook.form.entry import NO_ENTRY, Entry
from jxbook.form.table import BY_FIELD
from jxbook.values import Actual, Kind, Target, read_actual, read_target
from jxbook.values.entry import is_error

_DIGITS = frozenset("0123456789０１２３４５６７８９")
FIELDS = ("level1", "level2", "name", "target", "actual", "points", "earned", "reason", "verdict")
"""The fields of a row in the order in which they are given to `Indicator.read`."""
LAST_YEAR = ("上年实际完成值", "上年完成值", "上年度实际完成值", "上年度完成值")
"""Headings over what was reached the year before; the first one stands in workbooks of ours, beside the page."""
_APART = frozenset({"nature", "direction", "unit"})
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
    direction: Entry = NO_ENTRY
    last_year: Entry = NO_ENTRY
    """实际完成值 of the year before, where the form has a column for it."""
    further: Mapping[str, Entry] = field(default_factory=dict)
    """What stands in the columns that are none of COLUMNS, by their heading as a label: 数据来源, 备注 …"""

    @classmethod
    def read(cls, *entries: Entry, goal: int = 0, **named: Entry) -> Indicator:
        """The indicator of these entries, given in the order of FIELDS or by field; see `of`."""
        return cls.of({**dict(zip(FIELDS, entries, strict=False)), **named}, goal)

    @classmethod
    def of(cls, given: Mapping[str, Entry], goal: int = 0) -> Indicator:
        """An indicator whose target and actual are read from their entries, given by the field of their column.

        Where 指标性质, 指标方向 or 度量单位 have a column of their own, `target` is 指标值 alone.
        """
        known = {name: entry for name, entry in given.items() if name in BY_FIELD}
        further = {name: entry for name, entry in given.items() if name not in (*BY_FIELD, "last_year")}
        before = (given[name] for name in ("last_year", *LAST_YEAR) if name in given)
        if not known.keys().isdisjoint(_APART):
            known |= _together(known)
        target, actual = known.get("target", NO_ENTRY), known.get("actual", NO_ENTRY)
        return cls(
            **dict.fromkeys(FIELDS, NO_ENTRY) | known,
            target_value=read_target(target.raw, target.number_format),
            actual_value=read_actual(actual.raw, actual.number_format),
            goal=goal,
            last_year=next(before, NO_ENTRY),
            further=further,
        )

    def entry(self, field: str) -> Entry:
        """What stands in the column of a field; NO_ENTRY where the form has no such column."""
        return self.further[field] if field in self.further else getattr(self, field, NO_ENTRY)

    @property
    def used(self) -> bool:
        """Something is filled in, and the row is not marked 无 as a whole."""
        filled = [e for e in (self.name, self.target, self.actual, self.points) if not e.blank]
        return any(not entry.none for entry in filled)

    @property
    def title(self) -> str:
        """The indicator's name, or its place where the name is missing."""
        return self.name.text or f"{self.level2.text or self.level1.text}（未填名称）"


def _together(row: Mapping[str, Entry]) -> dict[str, Entry]:
    """指标性质, 指标值 and 度量单位 apart → the target's and the actual's entry as one text each."""
    value, unit = row.get("target", NO_ENTRY), row.get("unit", NO_ENTRY)
    nature, direction = row.get("nature", NO_ENTRY), row.get("direction", NO_ENTRY)
    target = _joined(value, target_sign(nature.text, direction.text, value.text), unit)
    return {"value": value, "target": target, "actual": _with_unit(row.get("actual", NO_ENTRY), unit)}


def _joined(value: Entry, sign: str, unit: Entry) -> Entry:
    """≥ | 200 | 人次 → ≥200人次. A value that is missing, 无 or an error stays what it is."""
    text, own = value.text, unit.text
    if not text or value.none or is_error(text):
        return value
    tail = "" if unit.none or _half(text).endswith(_half(own)) else own
    return Entry(f"{sign}{text}{tail}", value.cell, unknown=value.unknown, computed=value.computed)


def _with_unit(actual: Entry, unit: Entry) -> Entry:
    """300 | 人次 → 300人次; a text that does not end in a digit stays what it is.

    So does one under %: 96, 96% and 0.96 are the same there, which only the bare number can tell.
    """
    if unit.blank or unit.none or _half(unit.text) == "%" or actual.text[-1:] not in _DIGITS:
        return actual
    return Entry(f"{actual.text}{unit.text}", actual.cell, unknown=actual.unknown, computed=actual.computed)


def without_unit(actual: str, unit: str) -> str:
    """300人次 → 300 where 度量单位 has a column of its own, so that reading adds the unit again; else as it is."""
    bare = actual.removesuffix(unit)
    return bare if _half(unit) != "%" and bare[-1:] in _DIGITS else actual


def _half(text: str) -> str:
    return text.replace("％", "%")
