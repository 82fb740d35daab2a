"""The figures of a text: where each stands, and what is read of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jxbook.pattern import pattern
from jxbook.prose.clauses import Clause, clauses, sentences
from jxbook.prose.figure import SCALES, Figure, FigureKind
from jxbook.values.numerals import in_digits, read_number

NUMBER = pattern(r"[0-9][0-9]*(?:,[0-9]{3})*(?:\.[0-9]+)?[%％]?")
"""A number as it stands in a text, with its percent sign. It begins with one character, as only then it is found quickly."""
_WIDE = str.maketrans("０１２３４５６７８９％", "0123456789%")
_ANY_WIDE = pattern("[０-９％]")
_DATE = pattern(
    r"\d(?:\d{3}年(?:度|末|底|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:\d{1,2}[日号]|底|末|份|[上中下]旬)?)?"
    r"|\d{3}-\d{1,2}-\d{1,2}|\d?月(?:\d{1,2}[日号]|底|末|份|[上中下]旬)?(?!以|内|之))"
)
"""Its first digit stands in front, as `NUMBER` begins with one."""
_DOCUMENT = pattern(r"[〔\[【（(](?:19|20)\d{2}[〕\]】）)]第?\d+号")
_ORDINAL = pattern(r"第\d+(?=[次届期批号个])")
_COUNTED = (
    "个工作日 个百分点 平方米 平方公里 立方米 人次 场次 户次 车次 台次 公里 千米 公顷 公斤 千克 个月 课时 学时 小时 分钟 "
    "个 场 次 支 项 家 人 名 位 篇 套 台 辆 处 座 条 户 件 册 本 张 期 批 届 轮 天 年 周 所 间 块 组 班 亩 吨 米 株 棵 盏 根 "
    "节 例 起 宗 笔 栋 幢 只 盆 岁 元 份"
)
_MARKS = "分(?![之别析类布配散解期批管步局公支享])"
_UNIT = pattern(
    rf"\s?(?P<more>[余多来])?(?P<unit>(?:万亿|亿|百万|万|千|百)?余?(?:元/[^\W\da-zA-Z_]{{1,3}}|{'|'.join(_COUNTED.split())}|{_MARKS})|万亿|亿|万)"
)
_SPOKEN = pattern(
    r"(?<![第零〇一二两三四五六七八九十百千万])(?P<number>[二两三四五六七八九十百千][零〇一二两三四五六七八九十百千]*|一[百千十][零〇一二两三四五六七八九十百千]*)"
    rf"(?P<more>[余多来])?(?P<unit>(?:万|亿)?(?:元|{'|'.join(_COUNTED.split())}))(?![一二三四五六七八九十]是|房)"
)
_ANY = pattern(r"[\d一二两三四五六七八九十百千]")
"""Without one of these a text holds no figure."""
_NUMERAL = pattern("[一二两三四五六七八九十百千]")
_BEGINS = pattern(r"[\d一二两三四五六七八九十百千年月](?:(?<=\d)\d*)?")
"""Where a figure may begin; 月 counts too, as 112月 holds a figure and a month."""
_IN_HUNDRED = pattern(
    r"百分之(?P<whole>[零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)(?:点(?P<part>[零〇一二三四五六七八九]+))?"
)
_ROUGHLY = "大约 (?<![节签合公预制])约 (?<![附最新])近 将近 接近 逾 超过 超 突破 不足 不到 左右".split()
_WITHIN = "≥ ≤ > < ＞ ＜ 不少于 不低于 不高于 不超过 不多于 至少 最多 最低 最高 大于 大于等于 小于 小于等于 以上".split()
_BEFORE, _BOUND = (pattern(rf"(?:{'|'.join(words)})\Z") for words in (_ROUGHLY, _WITHIN))
_LEADING = frozenset(one[-1] for one in (*_ROUGHLY, *_WITHIN))
"""The characters with which these words end: most figures stand behind none."""
_BEHIND = pattern(r"\s?(?:左右|上下|以上|以内|以下|余|多)")
_NEAR = 6  # characters before a figure that may make it rough
_UNCOUNTED = (
    (FigureKind.DOCUMENT, "号", _DOCUMENT),
    (FigureKind.DATE, "年月-", _DATE),
    (FigureKind.ORDINAL, "第", _ORDINAL),
)
"""Figures that are no number, each with the signs of which one stands in it."""


@lru_cache(maxsize=128)  # every check of a text asks for its figures
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure in order; a date and a document number are one figure each.

    Arabic digits, full-width ones too, anywhere; Chinese numerals behind 百分之 and before a unit, 一 alone excepted.
    """
    if not _ANY.search(text):
        return ()
    if _ANY_WIDE.search(text):
        text = text.translate(_WIDE)
    found = _uncounted(text)
    taken = {at for one in found for at in range(one.start, one.end)}
    found += [_read(match, text) for match in NUMBER.finditer(text) if match.start() not in taken]
    if "百分之" in text:
        found += [_in_hundred(match) for match in _IN_HUNDRED.finditer(text)]
        taken |= {at for one in found for at in range(one.start, one.end)}
    for match in _all_spoken(text):
        if match.start() not in taken and (one := _spoken(match, text)):
            found.append(one)
    return tuple(sorted(found, key=_place)) if len(found) > 1 else tuple(found)


Figured = tuple[tuple[Clause, tuple[Figure, ...]], ...]
"""Pieces of a text, each with its figures, whose places are counted from the beginning of the piece."""


@lru_cache(maxsize=128)
def figured_sentences(text: str) -> Figured:
    """The sentences of a text with their figures."""
    return _figured(text, sentences(text))


def figured_clauses(text: str) -> Figured:
    """The clauses of a text with their figures."""
    return _figured(text, clauses(text))


def _figured(text: str, pieces: Sequence[Clause]) -> Figured:
    if "\n" in text:  # 近 at the end of a line says nothing of a figure in the next
        return tuple([(one, figures(one.text)) for one in pieces])
    every = figures(text)
    starts = [one.start for one in every]
    return tuple([(one, _within(one, every, starts)) for one in pieces])


def _within(piece: Clause, every: Sequence[Figure], starts: Sequence[int]) -> tuple[Figure, ...]:
    held = every[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
    return tuple([one.moved(-piece.start) for one in held] if piece.start else held)


def beginnings(text: str) -> list[int]:
    """Where a figure may begin. There are no more figures than this; it is sooner said than they are read."""
    return [match.start() for match in _BEGINS.finditer(text)]


def _place(one: Figure) -> tuple[int, int]:
    return one.start, -one.end


def _uncounted(text: str) -> list[Figure]:
    """What no number is read from."""
    found: list[Figure] = []
    for kind, signs, words in _UNCOUNTED:
        for sign in signs:
            if sign in text:
                found += [Figure(kind, match[0], *match.span()) for match in words.finditer(text)]
                break
    return found


def _read(match: re.Match[str], text: str) -> Figure:
    written, start = match[0], match.start()
    bare = written.rstrip("%")
    number = read_number(bare) if "," in bare else in_digits(bare)
    rough, bound = _led(text, start)
    if written[-1] == "%" or text[match.end() : match.end() + 2] == " %":
        end = match.end() + (0 if written[-1] == "%" else 2)
        rough = rough or bool(_BEHIND.match(text, end))
        return Figure(FigureKind.PERCENT, text[start:end], start, end, number, "%", rough, bound)
    unit = _UNIT.match(text, match.end())
    if unit is None:
        return Figure(FigureKind.PLAIN, written, start, match.end(), number, "", rough, bound)
    name = unit["unit"].replace("余", "")
    rough = rough or bool(unit["more"]) or "余" in unit["unit"] or bool(_BEHIND.match(text, unit.end()))
    return Figure(_kind(name), text[start : unit.end()], start, unit.end(), number, name, rough, bound)


def _led(text: str, start: int) -> tuple[bool, bool]:
    """Do the words before a figure make it rough, and do they make it a limit?"""
    before = text[max(0, start - _NEAR) : start].rstrip()
    if before[-1:] not in _LEADING:
        return False, False
    return bool(_BEFORE.search(before)), bool(_BOUND.search(before))


def _kind(unit: str) -> FigureKind:
    if unit in SCALES:
        return FigureKind.PLAIN
    return FigureKind.MONEY if "元" in unit and "/" not in unit else FigureKind.COUNT


def _in_hundred(match: re.Match[str]) -> Figure:
    number = read_number(match["whole"])
    if match["part"] and number is not None and (part := read_number(match["part"])) is not None:
        number += part.scaleb(-len(match["part"]))
    return Figure(FigureKind.PERCENT, match[0], match.start(), match.end(), number, "%")


def _all_spoken(text: str) -> Iterator[re.Match[str]]:
    """As `_SPOKEN` finds them, which is looked for only where a numeral stands."""
    end = 0
    for numeral in _NUMERAL.finditer(text):
        if numeral.start() >= end and (match := _SPOKEN.match(text, numeral.start())):
            end = match.end()
            yield match


def _spoken(match: re.Match[str], text: str) -> Figure | None:
    number = read_number(match["number"])
    if number is None:
        return None
    rough, bound = _led(text, match.start())
    rough = rough or bool(match["more"]) or bool(_BEHIND.match(text, match.end()))
    unit = match["unit"]
    return Figure(
        _kind(unit),
        match[0],
        match.start(),
        match.end(),
        number,
        unit,
        rough,
        bound,
        True,
    )
