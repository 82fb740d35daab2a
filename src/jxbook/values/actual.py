"""Actual values (实际完成值) as people write them: "300人次" "已完成100%" "11月底" "部分达成年度指标…（75%）"."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from jxbook.dataclass import dataclass, replace
from jxbook.pattern import pattern
from jxbook.values.change import find_change, without_noun
from jxbook.values.entry import NONE_WORDS, as_quantity, read_yes, shown
from jxbook.values.fold import fold, plain
from jxbook.values.kinds import Kind, Raw, Sign, Tier, Trend
from jxbook.values.moments import Moment, of_date, read_moment, read_span
from jxbook.values.phrase import split_sign, with_aside, without_name
from jxbook.values.quantity import read_quantity, without_brackets
from jxbook.values.units import NO_UNIT, PERCENT, Unit
from jxbook.values.worded import worded_time

_LONGEST = 60
DONE = "达成|完成|实现|达到|达标"
"""What a tier says was done."""
_WHAT = r"(?:了|年度|预期|全年|年初|既定|预定|设定|绩效|项目|总体|各项|考核)*(?:指标|目标|任务|计划|要求|标准|值|效果)*"
_HOW = "已|已经|均|都|全部|全面|按时|按期|按计划|如期|圆满|顺利|超额|基本"
_TIERS: tuple[tuple[re.Pattern[str], Tier], ...] = (
    (pattern(rf"(?:均|尚)?(?:未|没有|没)(?:{DONE}){_WHAT}(?:,?且?效果较差)?\Z"), Tier.FAILED),
    (pattern(r"实现目标程度较低\Z"), Tier.FAILED),
    (pattern(rf"部分(?:{DONE}){_WHAT}(?:,?并?且?具有一定效果)?\Z"), Tier.PARTIAL),
    (pattern(rf"(?:{_HOW})*(?:{DONE}){_WHAT}\Z"), Tier.FULL),
)
_OF_A_TIER = frozenset("达完实")
"""Every tier has one of these characters: what was done begins with them."""
_OWN_WORDS = "基本达成目标"
"""The highest tier by the words of 财预〔2021〕101号; any other "基本" is somebody's own."""
_IN_FULL = pattern(r"达成年度指标|效果较差|具有一定效果|基本达成目标|部分实现目标|实现目标程度较低")
"""What only a tier says; 完成50% may be a value."""
_OVER = "超额"
_SEE = pattern(r"[,;](?:详|具体|可)?见.{1,20}\Z")
_NOT_THIS_YEARS = pattern(
    r"(?<![较比与])(?:去年|上年|往年)(?!同)|(?<![较比与])20\d{2}年|目标|计划|预|[差缺少剩应拟]|取消|力争|争取"
)
"""Before a change: it is not the one that came about this year."""
_FROM = pattern(
    r"[由从][^\d,;]{0,8}\d[\d.]{0,11}[^\d,;]{0,6}(?=(?:提高|提升|上升|增长|增加|扩大|下降|降低|减少|压缩|缩短)[到至])"
)
_STATED = pattern(r"[(,:]?(\d{1,60}(?:\.\d{1,60})?)%\)?\Z")
LEADS = (
    "截至年底|每年|仅有|只有|仅|只|实际完成值|实际完成|实际|已完成|完成率|完成|开展|举办|组织|实现|累计|共计|合计|共|达成|已达到|已达|达到|达"
    "|已于|了|于|在|为|约|近|:|="
)
"""What may stand before the value."""
_LEAD = pattern(rf"(?:{LEADS}|全年(?=\d))+")


@dataclass(frozen=True, slots=True)
class Actual:
    """An actual value as read.

    `text` is what was written. NUMBER: `number` in `unit`; TIME: `moment`; YES_NO: `yes`; TIER: `tier`.
    `ratio` is a completion that was stated in words (75 % → 0.75). `bound` is a sign other than "=": the
    entry is a bound, as a target is, and not a value. `change`: the number is what it grew or fell by; `rough`:
    it is about that number. `doubts` say what is uncertain, in Chinese.
    """

    text: str
    kind: Kind
    number: Decimal | None = None
    unit: Unit = NO_UNIT
    moment: Moment | None = None
    yes: bool | None = None
    tier: Tier | None = None
    ratio: Decimal | None = None
    bound: Sign | None = None
    doubts: tuple[str, ...] = ()
    change: Trend | None = None
    rough: bool = False

    @property
    def measured(self) -> str:
        """The value in words as it was written, or without its sign where that makes it a bound."""
        if self.bound is None:
            return self.text.lstrip("=＝")
        if self.number is not None:
            return f"{plain(self.number)}{self.unit.name}"
        return str(self.moment or self.text)


def read_actual(raw: Raw, number_format: str = "General") -> Actual:
    """Read an actual from a cell's value (and Excel's number format, where the host knows it). Never raises."""
    if raw is None or isinstance(raw, str):
        text = raw.strip() if raw else ""
        return _remembered(text) if len(text) <= _LONGEST else _read_text(text)
    text = shown(raw, number_format)
    if isinstance(raw, bool):
        return Actual(text, Kind.YES_NO, yes=raw)
    if isinstance(raw, date):
        return Actual(text, Kind.TIME, moment=of_date(raw))
    if found := as_quantity(raw, number_format):
        return Actual(text, Kind.NUMBER, number=found[0], unit=found[1])
    return _read_text(text)


def _read_text(text: str) -> Actual:
    folded = fold(text)
    if not folded:
        return Actual(text, Kind.BLANK if not text else Kind.TEXT)
    if folded in NONE_WORDS:
        return Actual(text, Kind.NONE)
    if (yes := read_yes(folded)) is not None:
        tier = None if folded in "是否" else Tier.FULL if yes else Tier.FAILED
        return Actual(text, Kind.YES_NO, yes=yes, tier=tier)
    if len(folded) > _LONGEST:
        return Actual(text, Kind.TEXT)
    bare = without_brackets(with_aside(_SEE.sub("", folded) if "见" in folded else folded))
    bare = _FROM.sub("", bare) if bare[:1] in ("由", "从") else bare
    read = _read_tier(text, folded) or _read_change(text, bare) or _read_value(text, bare)
    if read is None and (moment := worded_time(folded)):
        return Actual(text, Kind.TIME, moment=moment)
    return read or Actual(text, Kind.TEXT)


_remembered = lru_cache(maxsize=1024)(_read_text)  # forms are full of 100% and 已完成, and a cell asks thrice


def _read_tier(text: str, folded: str) -> Actual | None:
    if _OF_A_TIER.isdisjoint(folded):
        return None
    stated = _STATED.search(folded)
    words = folded[: stated.start()] if stated else folded
    ratio = Decimal(stated[1]) / 100 if stated else None
    if _OVER in words and ratio is not None and ratio < 1:
        ratio += 1  # 超额完成20%
    for said, tier in _TIERS:
        if said.match(words):
            if stated and ratio is not None and folded[stated.start()] != "(" and tier is not Tier.PARTIAL:
                in_full = _IN_FULL.search(words) is not None
                if tier is Tier.FAILED and not in_full:
                    return None  # 未完成10%: what was done, or what was not?
                if tier is Tier.FAILED:
                    return Actual(text, Kind.TIER, tier=tier, ratio=ratio)
                # 已完成100%: a percentage that is a value against 100 %, a completion against words
                return Actual(
                    text,
                    Kind.NUMBER,
                    number=ratio * 100,
                    unit=PERCENT,
                    tier=tier if in_full or ratio >= 1 else None,
                    ratio=ratio,
                )
            loose = "基本" in words and words != _OWN_WORDS and ratio is None
            doubts = ("“基本”达成按达成年度指标理解",) if loose else ()
            return Actual(text, Kind.TIER, tier=tier, ratio=ratio, doubts=doubts)
    return None


def _read_change(text: str, folded: str) -> Actual | None:
    """增长6% is a change of 6 %, 降至18% a value."""
    if (phrase := find_change(folded)) is None or _NOT_THIS_YEARS.search(folded[: folded.index(phrase.word)]):
        return None
    found = _read_value(text, phrase.rest) or _read_value(text, without_noun(phrase.rest))
    if found is None or found.kind is not Kind.NUMBER:
        return None
    sign = None if phrase.sign is Sign.EQUAL else phrase.sign
    return replace(found, bound=found.bound or sign, change=None if phrase.level else phrase.change)


def _read_value(text: str, folded: str) -> Actual | None:
    rough, under = False, None
    if lead := _LEAD.match(folded):
        rough = "约" in lead[0] or "近" in lead[0]
        under = Sign.LESS if "近" in lead[0] else None
        folded = folded[lead.end() :]
    folded = without_name(folded)
    sign, body, more = split_sign(folded)
    if moment := read_moment(body) or read_span(body) or read_moment(folded):
        found = Actual(text, Kind.TIME, moment=moment)
    elif quantity := read_quantity(body):
        found = Actual(text, Kind.NUMBER, number=quantity.number, unit=quantity.unit)
        rough, under = rough or quantity.rough or "左右" in folded, quantity.bound or under
    else:
        return None
    doubts = (*(("实际完成值是约数",) if rough else ()), *more)
    bound = under if sign in (None, Sign.EQUAL) else sign
    if bound is None and not doubts and not rough:
        return found
    return replace(found, bound=bound, doubts=doubts, rough=rough)
