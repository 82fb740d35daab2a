"""Days written as if they were numbers, 12/15 or 12.15, where the 二级指标 or the target says that they are days."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.values import Actual, Kind, Sign, Target, fold
from jxbook.values.worded import bare_day

_TIMED = "时效"


def as_times(target: Target, actual: Actual, labels: tuple[str, ...]) -> tuple[Target, Actual]:
    """Target and actual, read as days where 时效 or a target that is a day asks for one."""
    if target.kind is not Kind.TIME and _TIMED in " ".join(labels):
        day = bare_day(fold(target.text))
        if (
            day
            and actual.kind is not Kind.BLANK
            and (bare_day(fold(actual.text)) or actual.kind is Kind.TIME)
        ):
            target = Target(target.text, Kind.TIME, Sign.AT_MOST, moment=day)
    if target.kind is Kind.TIME and actual.kind is not Kind.TIME and (day := bare_day(fold(actual.text))):
        actual = replace(actual, kind=Kind.TIME, moment=day, number=None)
    return target, actual
