"""Products that a text states: 23个社区，每个社区40万元，共920万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.prose.figure import Figure, FigureKind
from jxbook.prose.figures import figured_sentences

_EACH = pattern(
    r"(?:每|人均|户均|单价|每一|各)(?P<of>个|月|天|人|名|户|场|次|家|套|台|件|份|册|所|间|平方米|亩|株|棵|盏|公里|米|期|班|支|项|位|辆|座|处)?[^，。；\d]{0,12}\Z"
)
_PER = pattern(r"元/(.{1,3})\Z")
_TOTAL = pattern(r"(?:共|总额|合计|总计|总价|总费用|总投入|总金额|计)[^，。；\d]{0,8}\Z")
_PRICED, _ADDS = pattern("每|均|单价|元/|各"), pattern("[共总合计]")
"""Without one of the first a text names no price, without one of the second a sentence no total."""
_OF_ITS_OWN = pattern(r"单价(?:为|是|[：:])?\s*\Z")
_EACH_OF = pattern(r"(?P<of>个|家|所|处|户|人|名|座)[一-龥]{1,6}(?<!中)各[^，。；\d]{0,8}\Z")
"""23个社区各安排40万元: the unit of the count stands before 各."""
_SPELT = {"月": "个月"}
_MEANS = {"人均": "人", "户均": "户"}
_PEOPLE = frozenset({"人", "名", "位"})
_TWICE = Decimal(2)


@dataclass(frozen=True, slots=True)
class Product:
    """A unit price, a count and the total that the text gives them; `right` is what they come to."""

    price: Figure
    count: Figure
    total: Figure
    right: Decimal
    start: int
    end: int

    @property
    def holds(self) -> bool:
        return self.total.value is not None and abs(self.total.value - self.right) <= self.total.step / 2


def products(text: str) -> tuple[Product, ...]:
    """The products of a text: one price, one count of its unit and one total in a sentence."""
    return tuple(_products(text)) if "元" in text and _PRICED.search(text) else ()


def _products(text: str) -> Iterator[Product]:
    for sentence, every in figured_sentences(text):
        if not _ADDS.search(sentence.text):
            continue
        prices = [(one, of) for one in every if (of := _priced(sentence.text, one, every)) is not None]
        if len(prices) != 1:
            continue
        price, of = prices[0]
        counts = [
            one
            for one in every
            if one.kind is FigureKind.COUNT
            and (one.base == of or {one.base, of} <= _PEOPLE)
            and "/" not in one.unit
            and one is not price
        ]
        totals = [
            one
            for one in every
            if one.kind is FigureKind.MONEY
            and one is not price
            and _TOTAL.search(sentence.text, max(0, one.start - 14), one.start)
        ]
        if (
            len(counts) != 1
            or len(totals) != 1
            or not all(one.exact for one in (price, counts[0], totals[0]))
        ):
            continue
        worth = price.number
        count, total = counts[0].value, totals[0].value
        if worth is None or not count or not total:
            continue
        right = worth * price.scale * count
        if right / _TWICE < total < right * _TWICE:
            used = price, counts[0], totals[0]
            yield Product(
                *used,
                right,
                sentence.start + min(one.start for one in used),
                sentence.start + max(one.end for one in used),
            )


def _priced(text: str, one: Figure, every: Sequence[Figure]) -> str | None:
    """The unit that a price is for, None where a figure is no price."""
    if match := _PER.search(one.unit):
        return match[1]
    if one.kind is not FigureKind.MONEY:
        return None
    if _OF_ITS_OWN.search(text, max(0, one.start - 6), one.start):
        units = {each.base for each in every if each.kind is FigureKind.COUNT}
        return units.pop() if len(units) == 1 else None
    near = max(0, one.start - 18)
    match = _EACH_OF.search(text, near, one.start) or _EACH.search(text, near, one.start)
    if match and match["of"] is None and match[0][:2] in _MEANS:
        return _MEANS[match[0][:2]]
    return _SPELT.get(match["of"], match["of"]) if match and match["of"] else None
