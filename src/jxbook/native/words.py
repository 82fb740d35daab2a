"""The word lists by which formulas read an entry, each taken from the core and put to it again: what a list says of a
word is what the core makes of it.

A list of codes stands in one cell, as |word:code|word:code|…, and is read by one FIND. No word of it holds a digit and
each code is one, so that nothing a person writes can straddle two words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from itertools import product

from jxbook.native.name_words import LENGTHS, SAVING_WORDS, SPAN_WORDS, SUMS, UNWANTED, WANTED, WIDTH
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.scoring.place import TELLING, place_of
from jxbook.values import Actual, Kind, Sign, Target, Tier, fold, read_actual, read_target
from jxbook.values.actual import DONE, LEADS
from jxbook.values.entry import NONE_WORDS, YES
from jxbook.values.fold import QUOTES
from jxbook.values.nothing import HAPPENED, NEVER, says_none
from jxbook.values.numerals import CHINESE
from jxbook.values.phrase import PREFIXES, SUFFIXES, VERBS
from jxbook.values.quantity import COUNTED
from jxbook.values.units import MULTIPLES, UNITS, Unit, is_span, multiple_of, read_unit

SIGNS = {Sign.AT_LEAST: 1, Sign.MORE: 2, Sign.AT_MOST: 3, Sign.LESS: 4, Sign.EQUAL: 5}
"""The code of each sign; a range has none."""
LONGEST = 60
"""Characters of an entry and of a name that are looked at, one by one."""


class UnitKind(IntEnum):
    """What a unit word is to the formulas."""

    PLAIN = 1
    PERCENT = 2
    MONTH = 3
    NONE = 4
    MULTIPLE = 5
    """A 万 or 亿 of something: a number without it may lack no more than that."""
    SPAN = 6
    MARKS = 7
    MONEY = 8
    MONEY_MULTIPLE = 9


class Saying(IntEnum):
    """What words without a number are to the formulas."""

    FULL = 1
    PARTIAL = 2
    FAILED = 3
    YES = 4
    NO = 5
    NONE = 6
    UNMET = 7
    """未达标: as FAILED, but no share is stated with it."""


class RowKind(IntEnum):
    """What a row is about, by its 一级 or 二级指标."""

    PLAIN = 0
    COST = 1
    SATISFACTION = 2
    TIMELY = 3
    MIXED = 9
    """Nothing that the formulas could decide."""


OF_LEVEL1 = 5
"""Added to the RowKind of a 一级指标."""


_TIERS = {Tier.FULL: Saying.FULL, Tier.PARTIAL: Saying.PARTIAL, Tier.FAILED: Saying.FAILED}
_MONTHS = ("月", "月底", "月末", "月份")
_COMMON = (
    "起 株 棵 例 批次 项次 种 只 头 幅 枚 部 门 眼 盏 根 道 度 分 班次 车次 课时 岁 人/次 元/人 元/平方米 元/亩 次/年 万元/年 "
    "件次 户数 栋 幢 厘米 元/月 元/天 元/次 元/户 元/年 元/个 微克/立方米 毫克/升"
)
"""Units that the core reads without having a list of them."""
_RARE = "成 日历天 个日历天 个日历日 日历日 个自然日 个周 个工作天 工作天 元人民币 人民币 秒钟 度电 平方千米 个百分比 兆瓦时 兆瓦 瓦 斤"
"""Units that are left to the core, as are letters: the list is to stay short."""
_RARE_SIGNS = "═〓﹦⩾⩽≮≯"
_FOREIGN = frozenset("成本指标 经济成本指标 时效指标 满意度指标 服务对象满意度指标".split())
"""Labels that say by themselves what a row is about, in the tree of a policy or not."""
_HOW = " 已 全部 按时 按期 部分 未 没有 尚未".split(" ")
_WHAT = {
    "达成": "目标 任务 年度指标 年度目标 预期指标 预期目标 绩效目标",
    "完成": "任务 目标 年度指标 年度目标 预期指标 预期目标 绩效目标",
    "实现": "目标",
}
"""What is done, the most usual first, by the word for doing it; without a word or with one of the common ones all of it."""
_COMMON_HOW = frozenset(("", "全部", "部分", "未"))
_EFFECTS = {"部分": "并具有一定效果", "未": "且效果较差"}
"""What may follow 年度指标 after 达成."""
_NAMED = "年度指标"
_THOUSANDS = frozenset("元 人 人次 户 亩 平方米 吨 件 份 只 株 公里 立方米".split())
"""Units that a 万 may stand before."""
_NUMBERS = ("1", "5", "12", "99.5")
_STRETCH, _AMID = 128, "国"
"""Characters that are folded at once, and one between them that stays as it is."""
_NUMERIC = "0123456789年季半旬-/\\.|#¥+%±〇" + "".join(sorted({*CHINESE.strip("[]+")}))
"""What a target in words does not hold: it might be a number or a time."""
_ODD = pattern(r"[\d|‰]|百分点")


LISTS = "heads leads tails units sayings nothings odd numeric telling labels".split()
"""The names of all lists."""


def words_of(policy: Policy) -> Mapping[str, str]:
    """All lists that the formulas of a policy use: what their cells hold, by their name."""
    names = {name for one in policy.tree.level1 for name in (one.name, *one.aliases)}
    names |= {name for one in policy.tree.level1 for two in one.level2 for name in (two.name, *two.aliases)}
    return {**_common(), "labels": _joined(dict(_labels(policy, names | _FOREIGN)))}


@cache
def _common() -> Mapping[str, str]:
    """The lists that no policy changes."""
    return {
        "heads": _joined(
            {"": SIGNS[Sign.EQUAL], **_Lists.signs(PREFIXES, "{0}5个"), **dict(_Lists.rare_signs())}
        ),
        "leads": _joined(dict.fromkeys(_Lists.leads(), 1)),
        "tails": _joined(_Lists.signs([*SUFFIXES, *_with_verbs()], "5个{0}")),
        "units": _joined({word: int(kind) for word, kind in _Lists.units()}),
        "sayings": _joined({word: int(said) for word, said in _Lists.sayings()}),
        "nothings": "|" + "".join(f"{word}|" for word in _Lists.nothings()),
        "odd": _odd(),
        "numeric": _NUMERIC,
        "telling": "".join(word.ljust(WIDTH) for word in (*UNWANTED, *WANTED)),
    }


class _Lists:
    """Words with their codes, each put to the core."""

    @staticmethod
    def signs(words: Iterable[tuple[str, Sign]], example: str) -> dict[str, int]:
        """Words that sign a value, each as the core takes it in an example."""
        found = {}
        for word, sign in words:
            target = read_target(example.format(word))
            if target.kind is Kind.NUMBER and not target.doubts and target.sign is sign and sign in SIGNS:
                found[fold(word)] = SIGNS[sign]
        return found

    @staticmethod
    def rare_signs() -> Iterator[tuple[str, int]]:
        """The signs that some programs write instead of the usual ones."""
        for sign in _RARE_SIGNS:
            target = read_target(f"{sign}5个")
            if target.kind is Kind.NUMBER and not target.doubts and target.sign in SIGNS:
                yield sign, SIGNS[target.sign]

    @staticmethod
    def leads() -> Iterator[str]:
        """What may stand before an actual without changing it."""
        for word in ("", *LEADS.split("|")):
            read = read_actual(f"{word}5个")
            if read.kind is Kind.NUMBER and read.bound is None and not (read.doubts or read.change):
                yield word

    @staticmethod
    def units() -> Iterator[tuple[str, UnitKind]]:
        """Unit words, none, and the words of a month."""
        yield "", UnitKind.NONE
        for word in _MONTHS:
            if read_target(f"5{word}").kind is Kind.TIME:
                yield word, UnitKind.MONTH
        letters = {word for word in UNITS if word.isascii()} - {"%", "m", "km", "kg"}
        known = {*UNITS, *COUNTED, *_COMMON.split()} - MULTIPLES.keys() - letters - {*_RARE.split()}
        words = {*known, "亿元", *(f"万{base}" for base in _THOUSANDS & known)}
        for word in sorted(words):
            unit = read_unit(word)
            if unit and not _ODD.search(word) and unit.name == word and _is_counted(word, unit):
                yield word, _kind_of(unit)

    @staticmethod
    def sayings() -> Iterator[tuple[str, Saying]]:
        """Tiers, 是 and 否, and what says that a row does not apply."""
        tiers = [how + did + what for how in _HOW for did in DONE.split("|") for what in _things(how, did)]
        answers = (before + word for before in ("", "未", "不") for word in YES.split("|"))
        for word in (*tiers, "基本达成目标", "实现目标程度较低", *answers, "是", "否"):
            read = read_actual(word)
            if read.kind is Kind.TIER and read.tier and read.ratio is None and not read.doubts:
                yield word, _TIERS[read.tier]
            elif read.kind is Kind.YES_NO and not read.doubts:
                yield word, Saying.YES if read.yes else Saying.UNMET if read.tier else Saying.NO
        for word in sorted(NONE_WORDS | {word.replace("-", "—") for word in NONE_WORDS}):
            yield word, Saying.NONE

    @staticmethod
    def nothings() -> Iterator[str]:
        """What says that there was none."""
        for before, word in product(("", *NEVER), ("", *HAPPENED)):
            if says_none(before + word):
                yield before + word


def _things(how: str, did: str) -> Iterator[str]:
    """What may follow such words of doing, nothing among it."""
    things = _WHAT.get(did, "").split()
    yield ""
    for what in things if how in _COMMON_HOW else things[:1]:
        yield what
        if did == "达成" and how in _EFFECTS and what == _NAMED:
            yield what + _EFFECTS[how]


def _odd() -> str:
    """Characters that vanish in folding, or become a digit, a Chinese numeral or one of a word that tells."""
    told = (*UNWANTED, *WANTED, *SUMS, *LENGTHS, *SPAN_WORDS, *SAVING_WORDS)
    own = {*"".join(told), *"".join(TELLING), *"率度指标项目(", *_NUMERIC}
    return _AMID + "|" + _folding_into(own, "".join(sorted(own)))


def _is_counted(word: str, unit: Unit) -> bool:
    """Does the core read the word behind a number as this unit, in targets and actuals?"""
    read: list[Target | Actual] = [read_actual(f"{number}{word}") for number in _NUMBERS]
    read += [read_target(f"≥{number}{word}") for number in _NUMBERS]
    return all(one.kind is Kind.NUMBER and one.unit == unit and not one.doubts for one in read)


def _kind_of(unit: Unit) -> UnitKind:
    multiple, money = multiple_of(unit) != 1, unit.name.lstrip("万亿千百").startswith("元")
    if unit.dimension == "percent":
        return UnitKind.PERCENT
    if unit.name == "分":
        return UnitKind.MARKS
    if money:
        return UnitKind.MONEY_MULTIPLE if multiple else UnitKind.MONEY
    if is_span(unit):
        return UnitKind.SPAN
    return UnitKind.MULTIPLE if multiple else UnitKind.PLAIN


def _with_verbs() -> Iterator[tuple[str, Sign]]:
    for (word, sign), verb in product(SUFFIXES, VERBS.split("|")):
        if len(word + verb) == 3:
            yield word + verb, sign


def _labels(policy: Policy, names: set[str]) -> Iterator[tuple[str, int]]:
    """What labels tell, in each of their spellings."""
    names = {fold(name) for name in names}
    bare = {name.removeprefix("项目").removesuffix("指标") for name in names}
    names |= {f"{before}{one}{after}" for one in bare for before in ("", "项目") for after in ("", "指标")}
    for word in sorted(names - {""}):
        of_level2 = policy.tree.find_level2(word) is not None
        if not of_level2 and policy.tree.find_level1(word) is None and word not in _FOREIGN:
            continue
        place = place_of(policy, ("", word))
        told = {
            RowKind.COST: place.cost,
            RowKind.SATISFACTION: place.satisfaction or place.complaints,
            RowKind.TIMELY: place.timely,
            RowKind.MIXED: place.saving,
        }
        kinds = [kind for kind, is_told in told.items() if is_told] or [RowKind.PLAIN]
        kind = kinds[0] if len(kinds) == 1 else RowKind.MIXED
        located = of_level2 or word in _FOREIGN
        yield word, kind if located or kind is RowKind.MIXED else kind + OF_LEVEL1


def _joined(words: Mapping[str, int]) -> str:
    """The list as it stands in its cell."""
    assert not any(_ODD.search(word) for word in words)
    return "|" + "".join(f"{word}:{code}|" for word, code in words.items())


def _folding_into(wanted: set[str], but: str) -> str:
    """The characters that fold away or into one of `wanted`, in the order of their codes, without those of `but`."""
    found = []
    for first in range(0x21, 0x2FA20, _STRETCH):
        stretch = [chr(code) for code in range(first, first + _STRETCH) if not 0xD800 <= code < 0xE000]
        plainly = _AMID.join(("", *stretch, ""))
        if fold(plainly) != plainly or not wanted.isdisjoint(stretch):
            found += [one for one in stretch if one not in but + QUOTES and _becomes(one, wanted)]
    return QUOTES + "".join(found)


def _becomes(character: str, wanted: set[str]) -> bool:
    folded = fold(f"{_AMID}{character}{_AMID}").replace(_AMID, "")
    return not folded or not wanted.isdisjoint(folded)
