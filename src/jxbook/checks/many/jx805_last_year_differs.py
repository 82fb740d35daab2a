"""JX805 与上年的自评表不一致

查什么
    结果库里有同一项目上一年度自评表的：今年表中的“上年完成值”与上年表的完成值对照；今年的“上年结转资金”
    不应超过上年没有用完的钱。

为什么
    同一个数在两年的表里应当相同。

示例
    会报：2025年社区活动：上年参加人次 320人次｜2024年社区活动：参加人次 300人次
    不报：2025年社区活动：上年参加人次 300人次｜2024年社区活动：参加人次 300人次

怎么改
    核对两年的表，改正写错的一处；上年的表报送后调整过的，附说明。

依据
    实践：延续项目复核的通行做法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import warning
from jxbook.checks.submission import Joint, Many, Submission
from jxbook.checks.wording import quote
from jxbook.values import fold

_WHY = "同一个数在两年的表里应当相同"
_FIX = "请核对两年的表，改正写错的一处"
_PLACES = 4  # money in 万元, to the 元


def check(case: Many) -> Iterator[Joint]:
    for form in case.forms:
        before = case.earlier.get((form.series, (form.year or 0) - 1))
        if before is not None:
            yield from _actuals(form, before)
            yield from _money(form, before)


def _actuals(form: Submission, before: Submission) -> Iterator[Joint]:
    reached = {fold(line.name): line.actual for line in before.lines if line.actual}
    for line in form.lines:
        then = reached.get(fold(line.name), "")
        if line.last_year and then and not _same(line.last_year, then):
            what = f"{quote(form.project)}“{line.name}”写上年完成{line.last_year}，上年的表是{then}"
            yield Joint(warning(None, what, _WHY, _FIX), (form, before))


def _same(one: str, other: str) -> bool:
    """Alike, or alike but for a unit or a sign that only one of them has."""
    short, long = sorted((fold(one).lstrip("=≥≤"), fold(other).lstrip("=≥≤")), key=len)
    return long == short or (
        long.startswith(short) and not long[len(short)].isdigit() and long[len(short)] != "."
    )


def _money(form: Submission, before: Submission) -> Iterator[Joint]:
    if form.carried is None or before.budget is None or before.spent is None:
        return
    left = round(before.budget - before.spent, _PLACES)
    if form.carried > left:
        what = f"{quote(form.project)}上年结转资金{form.carried:g}万元，上年的表只余{left:g}万元"
        yield Joint(warning(None, what, "结转的钱不会比上年没有用完的多", _FIX), (form, before))
