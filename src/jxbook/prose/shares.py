"""Shares that a text states beside the two figures they come from: 女性240人，占培训总人数600人的40%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.pattern import pattern
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences
from jxbook.prose.rates import Rate, by_rounding, moved_rate

_OF = pattern(r"占(?P<of>[^，。；占]{0,30})\Z")
_WHOLE_INSIDE = pattern(r"的\s*(?:约)?\Z")
_BARE = pattern(r"(?:比|比例|总[^，。；、\d]{0,4}|全部[^，。；、\d]{0,4})?(?:的|为|达到?|[：:])?\s*\Z")
_NAMED = pattern(r"占(?P<of>合同|预算|总投资|概算|计划)[^，。；、\d]{0,4}的\s*\Z")
_TOTAL = pattern(r"共|总|合计|有效|收回|回收|组成")
_NEVER = pattern(r"每|人均|户均|平均|上年|去年|同比|标准|目标|计划|较|比(?!例|重)")
_NEAR = 14
"""Characters that may stand between a part and the share that is told of it."""


def shares(text: str) -> tuple[Rate, ...]:
    """The shares of a text whose part stands right before them and whose whole is named, or is the only total."""
    return tuple(_shares(text)) if "占" in text and ("%" in text or "％" in text) else ()


def _shares(text: str) -> Iterator[Rate]:
    for sentence, every in figured_sentences(text):
        if "占" not in sentence.text:
            continue
        last = 0
        for percent in every:
            if percent.kind is not FigureKind.PERCENT:
                continue
            share = _OF.search(sentence.text, max(0, percent.start - 34), percent.start)
            if share is not None and percent.exact:
                yield from _compared(sentence.text, percent, share.start(), every, last, sentence.start)
            last = percent.end


def _compared(
    text: str, percent: Figure, at: int, every: Sequence[Figure], last: int, offset: int
) -> Iterator[Rate]:
    counted = [one for one in every if one.kind in (FigureKind.MONEY, FigureKind.COUNT) and one.number]
    before = [one for one in counted if last <= one.start and one.end <= at]
    if not before or at - before[-1].end > _NEAR or text[before[-1].end : at].count("，") > 1:
        return
    part = before[-1]
    inside = [one for one in counted if at <= one.start < percent.start and _alike(one, part)]
    if inside:
        wholes = inside if len(inside) == 1 and _WHOLE_INSIDE.search(text, at, percent.start) else []
        others: list[Figure] = []
    elif _BARE.fullmatch(text[at + 1 : percent.start]):
        others = [one for one in counted if one.end <= part.start and _alike(one, part)]
        wholes = [one for one in others if _TOTAL.search(text, max(0, one.start - 10), one.start)]
    elif named := _NAMED.search(text, at, percent.start):
        others = []
        wholes = [
            one
            for one in counted
            if one.end <= part.start and _alike(one, part) and named["of"] in _label(text, one)
        ]
    else:
        return
    if not part.exact or _NEVER.search(text, max(0, part.start - 10), part.start):
        return
    if any(not one.exact for one in (*wholes, *others)):
        return
    stated = percent.number
    assert stated is not None
    for whole in (*wholes, *others):
        ratio = _ratio(part, whole)
        if ratio is not None and (
            abs(ratio - stated) <= percent.step / 2 or by_rounding(part, whole, percent)
        ):
            yield moved_rate(percent, part, whole, stated, "占比", offset)
            return
    if len(wholes) == 1 and (ratio := _ratio(part, wholes[0])) is not None:
        yield moved_rate(percent, part, wholes[0], ratio, "占比", offset)


def _label(text: str, one: Figure) -> str:
    return text[max(0, one.start - 8) : one.start]


def _alike(one: Figure, other: Figure) -> bool:
    return (one.base, one.kind) == (other.base, other.kind) and one is not other


def _ratio(part: Figure, whole: Figure) -> Decimal | None:
    if not part.value or not whole.value or part.value > whole.value:
        return None
    return part.value / whole.value * 100
