"""Targets (年度指标值) as people write them: "≥200人次" "98%以上" "≤12月" "20%-30%" "效果明显"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from jxbook.dataclass import dataclass, field, replace
from jxbook.pattern import pattern
from jxbook.values.change import find_change, names_change, without_noun
from jxbook.values.entry import NONE_WORDS, as_quantity, read_yes, shown
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind, Raw, Sign, Trend
from jxbook.values.moments import Moment, end_of_span, of_date, read_dotted, read_moment
from jxbook.values.phrase import split_sign, without_name, without_verb
from jxbook.values.quantity import Quantity, read_quantity, without_brackets
from jxbook.values.units import NO_UNIT, PERCENT, RATIO, Unit
from jxbook.values.worded import share_by_then, worded_time

_LONGEST = 60  # a longer text is prose, whatever numbers it holds

_SYMBOL = pattern(r"[≥≤><=]")
_SEPARATOR = pattern(r"[~至到]|(?<=.)-")
_BETWEEN = pattern(r"([^≤<]+)([≤<])[^\d≤<]{1,12}([≤<])([^≤<]+)\Z")
_DIGIT = pattern(r"\d")
_LEAD = pattern(
    r"(?:完成|开展|举办|组织|全年|每年|共计|共|达){1,6}(?=[\d≥≤><=约近不]|[一二三四五六七八九]成)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A target as read.

    `text` is what was written. NUMBER: `low` (and `high` of a RANGE) in `unit`. TIME: `moment` is the
    deadline. YES_NO: `yes`. `doubts` say, in Chinese, what could not be read with certainty; `unsettled` names
    the readings of an entry that has more than one, so that it cannot be scored.
    `change`: the number is what it is to grow or fall by, `word` how that was written, or 每月 of what is for each; `level`: what it is to grow
    or fall to.
    """

    text: str
    kind: Kind
    sign: Sign = Sign.EQUAL
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit = NO_UNIT
    moment: Moment | None = None
    yes: bool | None = None
    doubts: tuple[str, ...] = ()
    change: Trend | None = None
    level: bool = False
    unsettled: str = ""
    word: str = field(default="", compare=False)

    @property
    def measured(self) -> str:
        """The value in words, without its sign: ≥200人次 → 200人次, 20%-30% → 20%至30%."""
        if self.kind is Kind.NUMBER and self.low is not None:
            head = self.word or ("" if self.change is None else str(self.change))
            low = f"{head}{_spell(self.low, self.unit)}"
            return low if self.high is None else f"{low}至{_spell(self.high, self.unit)}"
        return str(self.moment) if self.kind is Kind.TIME else self.text

    @property
    def applies(self) -> bool:
        """False for 无, — and /: the row is not used."""
        return self.kind is not Kind.NONE


def read_target(raw: Raw, number_format: str = "General") -> Target:
    """Read a target from a cell's value (and Excel's number format, where the host knows it). Never raises."""
    if raw is None or isinstance(raw, str):
        text = raw.strip() if raw else ""
        return _remembered(text) if len(text) <= _LONGEST else _read_text(text)
    text = shown(raw, number_format)
    if isinstance(raw, bool):
        return Target(text, Kind.YES_NO, yes=raw)
    if isinstance(raw, date):
        return Target(text, Kind.TIME, Sign.AT_MOST, moment=of_date(raw))
    if found := as_quantity(raw, number_format):
        return Target(text, Kind.NUMBER, low=found[0], unit=found[1])
    return _read_text(text)


def _read_text(text: str) -> Target:
    folded = fold(text)
    if not folded:
        return Target(text, Kind.BLANK if not text else Kind.TEXT)
    if folded in NONE_WORDS:
        return Target(text, Kind.NONE)
    if (yes := read_yes(folded)) is not None:
        return Target(text, Kind.YES_NO, yes=yes)
    if len(folded) <= _LONGEST:
        bare = without_brackets(folded)
        measured = _read_change(text, bare) or (None if names_change(bare) else _read_measured(text, bare))
        if measured is not None:
            return measured
        if names_change(bare):
            return Target(text, Kind.TEXT, unsettled=f"“{text}”写有增减变化，看不出变化的方向和数量")
        if share := share_by_then(folded):
            quantity = read_quantity(share)
            low = None if quantity is None else quantity.number
            return Target(
                text, Kind.NUMBER, low=low, unit=PERCENT, doubts=("同时写有时间和比例，按比例理解",)
            )
        if moment := worded_time(folded):
            return _deadline(text, None, moment, ())
    doubts = ("含有数字，但未能读成指标值，按定性指标处理",) if _DIGIT.search(folded) else ()
    return Target(text, Kind.TEXT, doubts=doubts)


_remembered = lru_cache(maxsize=1024)(
    _read_text
)  # forms are full of ≥95% and 12月底前, and a cell asks thrice


def _read_change(text: str, folded: str) -> Target | None:
    """增长5%以上 → ≥5% upwards; 降至20% → ≤20%. Which way a limit on a fall points is in doubt."""
    if (phrase := find_change(folded)) is None:
        return None
    found = _read_signed(text, phrase.rest) or _read_signed(text, without_noun(phrase.rest))
    if found is None or found.kind is not Kind.NUMBER:
        return None
    if phrase.sign is not None and found.sign is Sign.EQUAL:
        found = replace(found, sign=phrase.sign)
    elif phrase.sign not in (None, Sign.EQUAL, found.sign):
        return None
    if phrase.level:
        if found.sign is Sign.EQUAL:
            found = replace(found, sign=Sign.AT_LEAST if phrase.change is Trend.UP else Sign.AT_MOST)
        return replace(found, level=True)
    found = replace(found, change=phrase.change, word=phrase.word)
    if phrase.sign is not None and phrase.sign.is_most and phrase.change is Trend.DOWN:
        value = found.measured
        return replace(found, unsettled=f"“{text}”可能是至少{value}，也可能是最多{value}")
    return found


def _read_measured(text: str, folded: str) -> Target | None:
    symbol = _SYMBOL.search(folded)
    if symbol and symbol.start() and not _DIGIT.search(folded[: symbol.start()]):
        folded = folded[symbol.start() :]  # "完成时间≤12月": the name was repeated before the sign
    folded = _LEAD.sub("", without_name(folded), count=1)
    return _read_signed(text, folded)


def _read_signed(text: str, folded: str) -> Target | None:
    if moment := read_moment(folded) or read_moment(
        without_verb(folded)
    ):  # 年内, before its 内 is taken for a sign
        return _deadline(text, None, moment, ())
    sign, body, doubts = split_sign(folded)
    if moment := read_moment(body):
        if body + "前" in folded and body.endswith("月"):
            doubts = (*doubts, f"“{text}”按{moment.month}月底前理解")
        return _deadline(text, sign, moment, doubts)
    before = "前" in folded
    if (sign is None or before) and (moment := read_dotted(body, with_year=not before)):
        return _deadline(text, sign, moment, (*doubts, f"“{text}”按{moment}理解"))
    if quantity := read_quantity(body):
        if quantity.rough:
            doubts = (*doubts, "年度指标值是约数")
        return Target(
            text, Kind.NUMBER, sign or Sign.EQUAL, quantity.number, unit=quantity.unit, doubts=doubts
        )
    return _read_range(text, body) if sign in (None, Sign.EQUAL) else None


def _deadline(text: str, sign: Sign | None, moment: Moment, doubts: tuple[str, ...]) -> Target:
    if sign in (Sign.AT_LEAST, Sign.MORE):
        doubts = (*doubts, f"时效指标写作“{sign}”，按不晚于{moment}理解")
    return Target(
        text, Kind.TIME, Sign.LESS if sign is Sign.LESS else Sign.AT_MOST, moment=moment, doubts=doubts
    )


def _read_range(text: str, folded: str) -> Target | None:
    if between := _BETWEEN.match(folded):
        found = _read_ends(text, between[1], between[4])
        if found is None or found.kind is not Kind.NUMBER:
            return None
        open_ = "<" in (between[2], between[3])
        return replace(found, doubts=("区间两端按包含理解",)) if open_ else found
    for separator in _SEPARATOR.finditer(folded):
        found = _read_ends(text, folded[: separator.start()], folded[separator.end() :])
        if found is not None:
            return found
    return None


def _read_ends(text: str, first: str, last: str) -> Target | None:
    if end := end_of_span(first, last):
        return Target(text, Kind.TIME, Sign.AT_MOST, moment=end)
    high, low = read_quantity(last), read_quantity(first)
    if low is None or high is None:
        return None
    if low.unit is NO_UNIT:
        low = Quantity(low.number, high.unit)
    if low.unit != high.unit or low.number > high.number:
        return None
    return Target(text, Kind.NUMBER, Sign.RANGE, low.number, high.number, high.unit)


def _spell(number: Decimal, unit: Unit) -> str:
    return f"{plain(number)}:1" if unit is RATIO else f"{plain(number)}{unit.name}"
