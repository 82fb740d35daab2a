"""The figures of a text: what each is, what it comes to, and where it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.values.numerals import read_number
from jxbook.values.units import read_unit

NUMBER = pattern(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[%％]?")
"""A number as it stands in a text, with its percent sign."""
_DATE = pattern(
    r"\d{4}年(?:度|末|底|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:\d{1,2}[日号]|底|末|份|[上中下]旬)?)?"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月(?:\d{1,2}[日号]|底|末|份|[上中下]旬)?(?!以|内|之)"
)
_DOCUMENT = pattern(r"[〔\[（(](?:19|20)\d{2}[〕\]）)]\d+号")
_ORDINAL = pattern(r"第\d+(?=[次届期批号个])")
_UNIT = pattern(
    r"(?:(?:万亿|亿|万|千|百)?(?:元/[一-龥]{1,3}|元|人次|场次|户次|平方米|公里|个百分点|个月|[个场次支项家人名位份篇套台辆处座条户件册本张期批届轮天年周所间块组班亩吨米]))"
)


class FigureKind(StrEnum):
    """What a figure is."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    """A number with a unit that is no money."""
    DATE = "date"
    DOCUMENT = "document"
    """The number of an official document: 〔2024〕3号."""
    ORDINAL = "ordinal"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start`..`end` of its text.

    `number` counts in `unit` as written ("50" of 50万元), None for dates and documents. `amount` is money in 元.
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    number: Decimal | None = None
    unit: str = ""

    @property
    def amount(self) -> Decimal | None:
        """The money in 元, None where the figure is no money."""
        unit = read_unit(self.unit) if self.kind is FigureKind.MONEY else None
        return None if unit is None or self.number is None else self.number * unit.factor


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure in Arabic digits, in order; a date and a document number are one figure each."""
    found = [
        Figure(kind, match[0], match.start(), match.end())
        for kind, shape in (
            (FigureKind.DOCUMENT, _DOCUMENT),
            (FigureKind.DATE, _DATE),
            (FigureKind.ORDINAL, _ORDINAL),
        )
        for match in shape.finditer(text)
    ]
    taken = {at for one in found for at in range(one.start, one.end)}
    found += [_read(match, text) for match in NUMBER.finditer(text) if match.start() not in taken]
    return tuple(sorted(found, key=lambda one: one.start))


def _read(match: re.Match[str], text: str) -> Figure:
    written = match[0]
    number = read_number(written.rstrip("%％"))
    if written[-1] in "%％":
        return Figure(FigureKind.PERCENT, written, match.start(), match.end(), number, "%")
    unit = _UNIT.match(text, match.end())
    if unit is None:
        return Figure(FigureKind.PLAIN, written, match.start(), match.end(), number)
    kind = FigureKind.MONEY if "元" in unit[0] and "/" not in unit[0] else FigureKind.COUNT
    return Figure(kind, written + unit[0], match.start(), unit.end(), number, unit[0])
