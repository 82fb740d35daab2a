"""Times written as if they were numbers, 12/15, 12.15 or 20241130, where the row or the target says that they are times."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.values import Actual, Kind, Sign, Target, fold
from jxbook.values.moments import Moment, read_dotted, read_moment
from jxbook.values.worded import bare_day

_TIMED, _NAMES = "时效", ("时间", "日期")


def as_times(
    target: Target, actual: Actual, labels: tuple[str, ...], year: int | None = None, name: str = ""
) -> tuple[Target, Actual]:
    """Target and actual, read as times where 时效, 完成时间 or a target that is a time asks for one."""
    timed = _TIMED in " ".join(labels)
    if target.kind is Kind.NUMBER and (timed or fold(name).endswith(_NAMES)):
        wanted = _time_of(target.text, year, timed=timed)
        reached = actual.moment or _time_of(actual.text, year, timed=timed)
        if wanted and reached:
            target = Target(target.text, Kind.TIME, Sign.AT_MOST, moment=wanted)
            return target, replace(actual, kind=Kind.TIME, moment=reached, number=None)
    if target.kind is Kind.TIME and actual.kind is not Kind.TIME and (day := bare_day(fold(actual.text))):
        actual = replace(actual, kind=Kind.TIME, moment=day, number=None)
    return target, actual


def _time_of(text: str, year: int | None, *, timed: bool) -> Moment | None:
    """The time that an entry is by its digits: 20241130, 2024.11, the form's year or the next, and 11.30 under 时效."""
    bare = fold(text).lstrip("≤<=")
    if found := read_dotted(bare) or (bare_day(bare) if timed else None):
        return found
    near = year is not None and bare in (str(year - 1), str(year), str(year + 1))
    return read_moment(f"{bare}年") if near else None
