"""What was counted, written again before the number: 培训200人次 against 培训180人次."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.values.actual import Actual, read_actual
from jxbook.values.change import speaks_of_change
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind
from jxbook.values.target import Target, read_target

_LEAD = pattern(r"([\u4e00-\u9fff]{2,8}?)(?=[≥≤><=]?\d)")
_OTHERWISE = pattern(r"[未不没无非约近前第差缺]")
_IN_ALL = pattern(r"\A(?:全年|共计?|合计|累计|实际|已|完成)+(?=..)")
_LONGEST = 40


def without_lead(target: Target, actual: Actual, name: str) -> tuple[Target, Actual]:
    """Both without the words before the actual's number, where the target or the indicator's name has them too."""
    if actual.kind is not Kind.TEXT or target.unsettled or len(actual.text) > _LONGEST:
        return target, actual
    wanted, reached = fold(target.text), fold(actual.text)
    lead = _LEAD.match(reached)
    if lead is None or _OTHERWISE.search(lead[1]) or speaks_of_change(lead[1]):
        return target, actual
    shared = wanted.startswith(lead[1])
    if (
        not shared
        and lead[1] != target.word
        and _IN_ALL.sub("", lead[1]).removesuffix("了") not in fold(name)
    ):
        return target, actual
    found = read_actual(reached[lead.end() :])
    if found.kind is not Kind.NUMBER:
        return target, actual
    if target.kind is Kind.NUMBER:
        return target, replace(found, text=actual.text)
    aim = read_target(wanted[lead.end() :]) if shared else target
    if aim.kind is not Kind.NUMBER:
        return target, actual
    return replace(aim, text=target.text), replace(found, text=actual.text)
