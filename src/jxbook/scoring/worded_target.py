"""Targets that say in words what their number counts: 新建公厕5座, 培训不少于200人次, 合同签订后30日内, 12345热线办结率≥95%."""

from __future__ import annotations

from jxbook.dataclass import replace
from jxbook.pattern import pattern
from jxbook.scoring.leaning import named
from jxbook.values import Kind, Target, fold, read_target
from jxbook.values.phrase import PREFIXES
from jxbook.values.units import NO_UNIT, is_span

_SIGNS = "|".join(word for word, _ in PREFIXES if not word.isascii() and len(word) > 1)
_WORDS = pattern(rf"([\u4e00-\u9fff]{{2,12}}?)(?=(?:{_SIGNS})?[≥≤><]?\d)")
_AFTER = pattern(r"(?:之?后|起)\Z")
_DONE = pattern(r"(?<=[内天日时钟])(?:到达|到场|办结|办理|答复|回复|反馈|处理|修复|支付|拨付|受理|送达)\Z")
_NOT_AFTER = pattern("每|各|第|未|不|前")
_OTHERWISE = pattern(
    r"[每各逐均第前未不没无非约近差缺剩欠另除较或和拟由从最限二三四五六七八九十两]|其中|[原现已]有|(?<![管防])控制|严控|上年|去年|往年|(?<!占)比(?![例重])|(?<!合)同|提前|推迟|"
    r"力争|争取|预计|计划|原则|一年|到(?![位场])|至|(?<![普惠])及(?![时格])"
)
"""What makes the number another one than what was counted in the year."""
_LONGEST = 40


def without_words(target: Target, name: str) -> Target:
    """The target by its number alone, where the words before it only say what is counted; as it is anywhere else."""
    if target.kind is not Kind.TEXT or target.unsettled:
        return target
    folded = fold(target.text)
    if not 2 < len(folded) <= _LONGEST:
        return target
    asked = fold(name)
    start = next((at for at, sign in enumerate(folded) if sign in "≥≤><="), 0)
    if start > 1 and (folded[:start] in asked or (asked and folded[:start].endswith(asked))):
        return _as_number(target, folded[start:])
    match = _WORDS.match(folded)
    if match is None:
        return target
    words, rest = match[1], folded[match.end() :]
    if _AFTER.search(words):
        found = target if _NOT_AFTER.search(words) else _as_number(target, _DONE.sub("", rest))
        return found if is_span(found.unit) else target
    found = _as_number(target, rest)
    if _OTHERWISE.search(words) or _contradict(words, name):
        return target
    if found.unit == NO_UNIT and not words.endswith("为"):
        return target
    return found


def with_words(target: Target, name: str) -> str:
    """The name, and what the words of the target add to it where it tells nothing itself: 人员情况 with 流失率5%."""
    match = _WORDS.match(fold(target.text)) if target.kind is Kind.NUMBER and target.change is None else None
    words = "" if match is None else match[1].rpartition("后")[2]  # 竣工后维护 is about 维护
    return f"{name}{words}" if words and name and _tells(words) and not _tells(name) else name


def _tells(words: str) -> bool:
    told = named(words)
    return told.doubtful or told.leaning is not None


def _contradict(words: str, name: str) -> bool:
    """Is it of the one, 失业人数100人, that more is better, and of the other, 就业, that less is?"""
    ways = {named(words).leaning, named(name).leaning} - {None}
    return len(ways) > 1


def _as_number(target: Target, rest: str) -> Target:
    found = read_target(rest)
    plain = found.kind is Kind.NUMBER and found.change is None and not found.unsettled and not found.doubts
    return replace(found, text=target.text) if plain else target
