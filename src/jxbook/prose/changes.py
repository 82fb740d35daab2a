"""Changes that a text states: 由80场增加到100场，增长25%; 预算100万元，支出95万元，结余5万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences, figures

_UP = "增加|提高|提升|上升|增长|扩大|上涨|上调|追加|增"
_DOWN = "下降|减少|降低|缩短|压缩|压减|核减|缩减|下调|减|降"
_WHEN = r"(?:20\d\d年?(?:\d{1,2}月)?(?:度|底|末)?的?)?"
_TOLD = pattern("由|从|较|比|超|扣|结余|结转|剩余|节约|未支付")
"""Without one of these a text tells of no growth and no remainder."""
_FROM = pattern(rf"(?:由|从)[^，。；\d]{{0,8}}{_WHEN}[^，。；\d]{{0,10}}\Z")
_TO = pattern(rf"[^，。；\d]{{0,8}}?(?:{_UP}|{_DOWN})?(?:到|至|为){_WHEN}[^，。；\d]{{0,4}}\Z")
_THAN = pattern(rf"(?:较|比)[^，。；\d]{{0,6}}{_WHEN}[^，。；\d]{{0,10}}\Z")
_PLANNED = pattern(r"(?:计划|目标)[^，。；]{0,12}\Z")
_ACTUAL = pattern(r"[^，。；\d]{0,4}[，,]实际[^，。；\d]{0,8}\Z")
_BEYOND = pattern(
    r"[^，。；\d]{0,4}[，,](?P<way>超额完成|超额|超出(?:计划|目标)?|超(?:计划|目标)|(?:比|较)(?:计划|目标)(?:多|增加|少|减少))\Z"
)
_OF_MARKS = pattern(r"分[，,]\s*(?:实际|自评|评价)?得(?:分)?\s*\Z")
_LOSSES = pattern(r"扣(?!除)")
_AHEAD = 400  # characters in which a second deduction may follow
_LOST = pattern(r"[，,]\s*(?:共|合计)?扣(?:减|除|分)?\s*\Z")
_BY = pattern(rf"(?P<way>{_UP}|{_DOWN})(?:了|率|幅度?|率为|幅度?为)?(?:约|达)?\s*\Z")
_REST = pattern("结余|结转|剩余|节约|未支付|尚余")
_LEFT = {
    "whole": pattern(r"(?:预算|到位|收到|下达|安排|拨款)[^，。；\d]{0,8}\Z"),
    "spent": pattern(r"(?:支出|使用|支付|执行)[^，。；\d]{0,6}\Z"),
    "rest": pattern(rf"(?:{_REST.pattern})[^，。；\d]{{0,8}}\Z"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated change and what the two figures before it come to. `unit` is % or that of the figures."""

    stated: Figure
    first: Figure
    second: Figure
    right: Decimal
    start: int
    end: int
    way: str

    @property
    def holds(self) -> bool:
        """Within one unit of the last digit that is printed anywhere."""
        assert self.stated.value is not None
        room = self.stated.step / 2
        if self.stated.kind is not FigureKind.PERCENT and self.stated.base != "分":  # marks are not rounded
            room = max(room, self.first.step / 2, self.second.step / 2)
        return abs(abs(self.stated.value) - abs(self.right)) <= room


def changes(text: str) -> tuple[Difference, ...]:
    """The growths and remainders of a text of which every figure stands in one sentence."""
    if not _TOLD.search(text):
        return ()
    return tuple(_changes(text))


def _changes(text: str) -> Iterator[Difference]:
    for sentence, held in figured_sentences(text):
        every = [one for one in held if one.number is not None]
        for at, first in enumerate(every[:-2]):
            second, third = every[at + 1], every[at + 2]
            if _is_growth(sentence.text, first, second, third):
                yield from _growth(sentence.text, first, second, third, sentence.start)
            elif _is_more(sentence.text, first, second, third):
                yield _more(sentence.text, first, second, third, sentence.start)
            else:
                at_first = sentence.start + first.start
                yield from _told(
                    sentence.text, first, second, third, sentence.start, text[at_first : at_first + _AHEAD]
                )
    for begin, end in _full_sentences(text) if _REST.search(text) else ():
        yield from _remainder(
            text[begin:end], [one for one in figures(text[begin:end]) if one.number is not None], begin
        )


def _full_sentences(text: str) -> Iterator[tuple[int, int]]:
    """What stands between full stops; semicolons hold together."""
    begin = 0
    for match in re.finditer(r"[。！？\n]", text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _is_growth(text: str, first: Figure, second: Figure, third: Figure) -> bool:
    return bool(
        first.base == second.base
        and first.kind is second.kind
        and all(one.exact for one in (first, second, third))
        and first.value
        and _FROM.search(text, max(0, first.start - 16), first.start)
        and _TO.search(text, first.end, second.start)
        and re.fullmatch(
            rf"[^。；]{{0,4}}[，,（(][^，。；\d]{{0,4}}(?:{_UP}|{_DOWN})[^，。；\d]{{0,4}}",
            text[second.end : third.start],
        )
        and _BY.search(text, second.end, third.start)
    )


def _growth(text: str, first: Figure, second: Figure, third: Figure, offset: int) -> Iterator[Difference]:
    assert first.value is not None and second.value is not None
    difference = second.value - first.value
    way = _BY.search(text, second.end, third.start)
    assert way is not None
    if third.kind is FigureKind.PERCENT and first.kind is FigureKind.PERCENT:
        rights = [difference, difference / first.value * 100]
    elif third.kind is FigureKind.PERCENT:
        rights = [difference / first.value * 100]
    elif third.base in (first.base, "个百分点"):
        rights = [difference]
    else:
        return
    found = [
        Difference(third, first, second, one, first.start + offset, third.end + offset, way["way"])
        for one in rights
    ]
    yield next((one for one in found if one.holds), found[0])


def _is_more(text: str, first: Figure, second: Figure, third: Figure) -> bool:
    """较上年的6550万元增加1310万元，增长20%."""
    return bool(
        (first.base, first.kind) == (second.base, second.kind)
        and first.kind in (FigureKind.MONEY, FigureKind.COUNT)
        and third.kind is FigureKind.PERCENT
        and all(one.exact for one in (first, second, third))
        and first.value
        and _THAN.search(text, max(0, first.start - 36), first.start)
        and re.fullmatch(rf"[^，。；\d]{{0,3}}(?:{_UP}|{_DOWN})了?", text[first.end : second.start])
        and re.fullmatch(
            rf"[^，。；\d]{{0,3}}[，,（(](?:同比)?(?:{_UP}|{_DOWN})[^，。；\d]{{0,4}}",
            text[second.end : third.start],
        )
        and _BY.search(text, second.end, third.start)
    )


def _more(text: str, first: Figure, second: Figure, third: Figure, offset: int) -> Difference:
    assert first.value is not None and second.value is not None and third.value is not None
    right = second.value / first.value * 100
    room = [one.step / 2 if "." in one.text or one.scale > 1 else Decimal(0) for one in (first, second)]
    low = (second.value - room[1]) / (first.value + room[0]) * 100
    high = (second.value + room[1]) / max(first.value - room[0], first.value / 2) * 100
    if low - third.step / 2 <= third.value <= high + third.step / 2:
        right = third.value
    way = _BY.search(text, second.end, third.start)
    assert way is not None
    return Difference(third, first, second, right, first.start + offset, third.end + offset, way["way"])


def _told(
    text: str, first: Figure, second: Figure, third: Figure, offset: int, rest: str
) -> Iterator[Difference]:
    """计划4000台，实际4218台，超额完成218台; 分值15分，得14.5分，扣0.5分. `rest`: the text from here on."""
    if len({(one.base, one.kind) for one in (first, second, third)}) > 1 or not (
        second.exact and third.exact
    ):
        return
    assert first.value is not None and second.value is not None
    way = ""
    if first.base == "分" and first.value >= second.value:
        between = text[first.end - 1 : second.start]
        if (
            _OF_MARKS.fullmatch(between)
            and _LOST.fullmatch(text[second.end : third.start])
            and len(_LOSSES.findall(rest)) == 1
        ):
            way = "扣"
    elif (
        first.kind is FigureKind.COUNT
        and not first.rough
        and _PLANNED.search(text, max(0, first.start - 16), first.start)
        and _ACTUAL.match(text, first.end, second.start)
        and (beyond := _BEYOND.match(text, second.end, third.start))
    ):
        way = beyond["way"]
    if way:
        right = second.value - first.value
        yield Difference(third, first, second, right, first.start + offset, third.end + offset, way)


def _remainder(text: str, every: list[Figure], offset: int) -> Iterator[Difference]:
    money = [one for one in every if one.kind is FigureKind.MONEY]
    held = {
        key: [one for one in money if words.search(text, max(0, one.start - 14), one.start)]
        for key, words in _LEFT.items()
    }
    if len(money) != 3 or any(len(one) != 1 for one in held.values()):
        return
    whole, spent, rest = (held[key][0] for key in ("whole", "spent", "rest"))
    if len({whole.start, spent.start, rest.start}) < 3 or not all(one.exact for one in (whole, spent, rest)):
        return
    assert whole.value is not None and spent.value is not None
    right = whole.value - spent.value
    if right >= 0:
        start, end = min(one.start for one in money), max(one.end for one in money)
        yield Difference(rest, whole, spent, right, start + offset, end + offset, "结余")
