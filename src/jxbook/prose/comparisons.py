"""Comparisons that a text states: 中标价186.5万元，较预算200万元节约13.5万元; 年初预算300万元，追加80万元，调整后380万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.pattern import pattern
from jxbook.prose.changes import Difference
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences

_BESIDE = pattern(
    r"[^，。；\d]{0,4}[，,]\s*(?:较|比)(?:上年|去年|预算|计划|概算|批复|目标|年初|20\d\d年)[^，。；\d]{0,10}\Z"
)
_APART = pattern(r"[^，。；\d]{0,2}(?P<way>增加|多|超出|超|提高|高|减少|少|节约|节省|降低|低|核减|压减)了?\Z")
_LESS = frozenset("减少 少 节约 节省 降低 低 核减 压减".split())
_AT_FIRST = pattern(r"(?:年初|原|期初|批复)(?:批复|安排)?预算(?:数|安排|资金)?(?:为|是)?\s*\Z")
_ADJUSTED_BY = pattern(
    r"[，,；;]\s*(?:年中|年度中|中期|执行中)?(?P<way>追加|调增|增加|核增|调减|核减|压减|减少)(?:预算|资金)?\s*\Z"
)
_AFTERWARDS = pattern(r"[，,；;]\s*(?:调整后|全年)(?:的)?(?:全年)?预算(?:数|资金|总额)?(?:为|是|达)?\s*\Z")
_ESTIMATED = pattern(r"(?:概算|控制价|最高限价|送审(?:金额|价)?|预算价|采购预算|预算金额)[^，。；\d]{0,6}\Z")
_SETTLED = pattern(r"[^，。；\d]{0,4}[，,]\s*(?:竣工)?(?:决算|结算|中标|成交|审定|合同)[^，。；\d]{0,6}\Z")
_SAVED = pattern(r"[^，。；\d]{0,4}[，,]\s*(?:共|合计)?(?P<way>节约|节省|核减|审减|下浮)[^，。；\d]{0,4}\Z")
_GREW = pattern(r"[^，。；\d]{0,3}(?P<way>增长|增加|提高|上升|提升|下降|减少|降低|降)了?(?:约)?\Z")
_FALLING = frozenset("下降 减少 降低 降".split())
_BALANCE = (
    pattern(r"(?:年初|上年|期初)(?:结转|结余|结转结余)[^，。；\d]{0,6}\Z"),
    pattern(r"[，、](?:本年|当年|本期)?(?:财政拨款)?收入[^，。；\d]{0,4}\Z"),
    pattern(r"[，、](?:本年|当年|本期)?支出[^，。；\d]{0,4}\Z"),
    pattern(r"[，、](?:年末|期末|年底)?(?:结余|结转|结转结余)[^，。；\d]{0,6}\Z"),
)
"""年初结转A，本年收入B，本年支出C，年末结余D."""
_MANY = 12
"""Figures ahead among which that is sought that a comparison speaks of."""
_CUT = frozenset("调减 核减 压减 减少".split())
_ANY = pattern(r"中标|结余|结转|概算|控制价|限价|送审|预算价|[，,]\s*(?:较|比)|调整后|全年预算|全年的预算")


def comparisons(text: str) -> tuple[Difference, ...]:
    """The comparisons and adjustments of a text of which all three figures follow one another in a sentence."""
    return tuple(_comparisons(text)) if _ANY.search(text) else ()


def _comparisons(text: str) -> Iterator[Difference]:
    for sentence, held in figured_sentences(text):
        every = [one for one in held if one.number is not None]
        for at, first in enumerate(every[:-2]):
            second, third = every[at + 1], every[at + 2]
            yield from _grown(
                sentence.text, every[max(0, at - _MANY) : at + 1], second, third, sentence.start
            )
            if at + 3 < len(every):
                yield from _balance(sentence.text, every[at : at + 4], sentence.start)
            if not _alike(first, second, third):
                continue
            yield from _set_apart(
                sentence.text, every[max(0, at - _MANY) : at + 1], second, third, sentence.start
            )
            yield from _adjusted(sentence.text, first, second, third, sentence.start)
            yield from _saved(sentence.text, first, second, third, sentence.start)


def _alike(*found: Figure) -> bool:
    return len({(one.base, one.kind) for one in found}) == 1 and all(one.exact for one in found)


def _set_apart(
    text: str, ahead: Sequence[Figure], second: Figure, third: Figure, offset: int
) -> Iterator[Difference]:
    """What is compared may stand further ahead: any figure that the difference fits makes it right."""
    first = ahead[-1]
    way = _APART.match(text, second.end, third.start)
    if way is None or not _BESIDE.match(text, first.end, second.start):
        return
    assert first.value is not None and second.value is not None and third.value is not None
    wanted = second.value + (-third.value if way["way"] in _LESS else third.value)
    room = max(one.step for one in (first, second, third)) / 2
    if any(one.value is not None and abs(one.value - wanted) <= room for one in ahead if _alike(one, second)):
        return
    right = first.value - second.value
    yield Difference(third, first, second, right, first.start + offset, third.end + offset, way["way"])


def _grown(
    text: str, ahead: Sequence[Figure], second: Figure, third: Figure, offset: int
) -> Iterator[Difference]:
    """门诊6.3万人次，比2023年的5.6万人次增长12.5%; any figure ahead that the growth fits makes it right."""
    first = ahead[-1]
    way = _GREW.match(text, second.end, third.start)
    if (
        way is None
        or third.kind is not FigureKind.PERCENT
        or not (_alike(first, second) and third.exact and second.value)
        or not _BESIDE.match(text, first.end, second.start)
    ):
        return
    assert second.value is not None and third.value is not None
    sign = -1 if way["way"] in _FALLING else 1
    for one in (one for one in ahead if _alike(one, second)):
        assert one.value is not None
        slack = (one.step + second.step) / 2 / second.value * 100
        if (
            abs((one.value - second.value) / second.value * 100 * sign - third.value)
            <= slack + third.step / 2
        ):
            return
    assert first.value is not None
    right = (first.value - second.value) / second.value * 100
    yield Difference(third, first, second, right, first.start + offset, third.end + offset, way["way"])


def _balance(text: str, four: Sequence[Figure], offset: int) -> Iterator[Difference]:
    """What was left over, what came in, what went out, and what is left."""
    if not _alike(*four) or four[0].kind is not FigureKind.MONEY:
        return
    begins = (max(0, four[0].start - 14), *(one.end for one in four))
    if not all(
        words.search(text, begin, one.start)
        for words, begin, one in zip(_BALANCE, begins, four, strict=False)
    ):
        return
    left, came, went = (one.value or Decimal(0) for one in four[:3])
    right = left + came - went
    yield Difference(
        four[3], four[1], four[2], right, four[0].start + offset, four[3].end + offset, "加上年结余后，结余"
    )


def _adjusted(text: str, first: Figure, second: Figure, third: Figure, offset: int) -> Iterator[Difference]:
    by = _ADJUSTED_BY.match(text, first.end, second.start)
    if (
        by is None
        or first.kind is not FigureKind.MONEY
        or not _AT_FIRST.search(text, max(0, first.start - 14), first.start)
        or not _AFTERWARDS.match(text, second.end, third.start)
    ):
        return
    assert first.value is not None and second.value is not None
    right = first.value + (-second.value if by["way"] in _CUT else second.value)
    yield Difference(third, first, second, right, first.start + offset, third.end + offset, f"{by['way']}后")


def _saved(text: str, first: Figure, second: Figure, third: Figure, offset: int) -> Iterator[Difference]:
    """概算1850万元，决算1792万元，节约58万元."""
    way = _SAVED.match(text, second.end, third.start)
    if (
        way is None
        or not _ESTIMATED.search(text, max(0, first.start - 14), first.start)
        or not _SETTLED.match(text, first.end, second.start)
    ):
        return
    assert first.value is not None and second.value is not None
    right = first.value - second.value
    yield Difference(third, first, second, right, first.start + offset, third.end + offset, way["way"])
