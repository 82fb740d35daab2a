"""A row of 绩效指标."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass, field
from jxbook.form.entry import NO_ENTRY, Entry
from jxbook.form.joined import with_joined
from jxbook.form.table import BY_FIELD
from jxbook.values import Actual, Kind, Target, read_actual, read_target

FIELDS = ("level1", "level2", "name", "target", "actual", "points", "earned", "reason", "verdict")
"""The fields of a row in the order in which they are given to `Indicator.read`."""
LAST_YEAR = ("上年实际完成值", "上年完成值", "上年度实际完成值", "上年度完成值")
"""Headings over what was reached the year before; the first one stands in workbooks of ours, beside the page."""
_BEFORE = ("last_year", *LAST_YEAR)
_ABSENT = dict.fromkeys(FIELDS, NO_ENTRY)
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
    """What stands in all other columns: by their field in COLUMNS, else by their heading as a label, 数据来源, 备注 …"""

    @classmethod
    def read(cls, *entries: Entry, goal: int = 0, **named: Entry) -> Indicator:
        """The indicator of these entries, given in the order of FIELDS or by field; see `of`."""
        return cls.of({**dict(zip(FIELDS, entries, strict=False)), **named}, goal)

    @classmethod
    def of(cls, given: Mapping[str, Entry], goal: int = 0) -> Indicator:
        """An indicator whose target and actual are read from their entries, given by the field of their column.

        Where 指标性质, 指标方向 or 度量单位 have a column of their own, `target` is 指标值 alone.
        """
        known = {name: entry for name, entry in given.items() if name in _HELD}
        others = [name for name in given if name not in known] if len(known) < len(given) else []
        further = {name: given[name] for name in others if name != _BEFORE[0]}
        before = [given[name] for name in _BEFORE if name in others]
        if not known.keys().isdisjoint(_APART):
            known |= with_joined(known)
        target, actual = known.get("target", NO_ENTRY), known.get("actual", NO_ENTRY)
        return cls(
            **_ABSENT | known,
            target_value=read_target(target.raw, target.number_format),
            actual_value=read_actual(actual.raw, actual.number_format),
            goal=goal,
            last_year=before[0] if before else NO_ENTRY,
            further=further,
        )

    def entry(self, field: str) -> Entry:
        """What stands in the column of a field; NO_ENTRY where the form has no such column."""
        return self.further[field] if field in self.further else getattr(self, field, NO_ENTRY)

    @property
    def used(self) -> bool:
        """Something is filled in, and the row is not marked 无 as a whole."""
        for entry in (self.name, self.target, self.actual, self.points):  # each row is asked many times
            if entry.raw is not None and not entry.blank and not entry.none:
                return True
        return False

    @property
    def title(self) -> str:
        """The indicator's name, or its place where the name is missing."""
        return self.name.text or f"{self.level2.text or self.level1.text}（未填名称）"


_HELD = frozenset(BY_FIELD).intersection(Indicator.__slots__)
"""The fields that have an attribute of their own: what is reckoned with almost everywhere."""
