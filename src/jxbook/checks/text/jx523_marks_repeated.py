"""JX523 标点或符号重复、不成对

查什么
    标点连写（，，、。。、，。）、符号连写（≥≥、%%），“逾…多”“约…左右”这样重复的约数，没有成对的引号、书名号和括号。

为什么
    多半是录入或删改时留下的，会被退回修改。

示例
    会报：项目已完成，，资金全部支付。
    会报：服务居民逾300多人次。
    会报：按照《项目资金管理办法的规定执行。
    不报：开展了培训、交流……等活动。
    不报：服务居民300余人次，约占总人数的三成。

怎么改
    删去多余的标点或字，补上缺的一半，可以直接改。

依据
    实践：标点符号的通行用法
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, quote
from jxbook.pattern import pattern

_MARKS = pattern(
    r"[，、；：,;。≥≤＝=%％元》《](?=[，、；：。,;≥≤＝=%％元》《])(?:(?<=[，、；：,;])[，。、；：,;]|(?<=。)[，、；：。,;]+(?!。)|(?<=[≥≤＝=])[≥≤＝=]+|(?<=[%％])[%％]+"
    r"|(?<=元)元|(?<=》)》|(?<=《)《)"
)
"""A mark, and what is one too many behind it: a class in front is found quickly."""
_NUMBER = r"\s*\d[\d,.]*"
_AND_MORE = rf"{_NUMBER}\s*[百千万亿]?[余多](?=[^\W\d_]|[，。；、])"
"""Behind it a letter of any script: to compile a class of all Chinese characters five times takes four milliseconds."""
_MORE_OR_LESS = rf"{_NUMBER}\s*[^，。；\d]{{0,4}}左右"
_NEARLY = rf"(?:近|将近|接近|超过|逾){_NUMBER}"
_TWICE_ROUGH = pattern(
    rf"逾{_AND_MORE}|超过?{_AND_MORE}|约{_AND_MORE}|大约{_AND_MORE}|近{_AND_MORE}|约{_MORE_OR_LESS}|大约{_MORE_OR_LESS}"
    rf"|大约{_NEARLY}|约(?<![节签合公预制]约){_NEARLY}|不(?:低于|少于|高于|超过|多于)\s*[≥≤><＞＜]=?{_NUMBER}"
)
"""Each way begins with its character, as only then a text is searched quickly."""
_BRACKETS, _BY_LINE = pattern("[《》“”（）【】〔〕]"), pattern("[《》“”（）【】〔〕\n]")
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("【", "】"), ("〔", "〕"))
_DEPTH = 2
"""How deep marks stand in one another in most texts."""
_ITEM = pattern(r"\A\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])）")


def check(reading: Reading) -> Iterator[Flaw]:
    for passage, match in reading.found(_MARKS):
        yield _flaw(passage, *match.span(), f"标点或符号重复：{quote(match[0])}", "删去多余的标点或符号")
    for passage, match in reading.found(_TWICE_ROUGH):
        yield _flaw(passage, *match.span(), f"约数重复：{quote(match[0])}", "只留一个表示约数的字")
    for passage in () if _all_paired(reading.text) else reading.matching(_BRACKETS):
        text = passage.text
        brackets = [*_BRACKETS.finditer(text)]
        for opening, closing in _PAIRS:
            at = _unpaired(text, brackets, opening, closing)
            if at is not None:
                yield _flaw(
                    passage, at, at + 1, f"{quote(text[at])}没有成对", "补上缺的一半，或删去多余的一半"
                )


def _all_paired(text: str) -> bool:
    """Does every mark close the one that was opened last in its passage, as in most texts?"""
    left = "".join(_BY_LINE.findall(text))
    for opening, closing in _PAIRS * _DEPTH:
        left = left.replace(opening + closing, "")
    return not left.strip("\n")


def _unpaired(text: str, brackets: list[re.Match[str]], opening: str, closing: str) -> int | None:
    """Where a mark stands without its other half in the paragraph; a quotation that goes on in the next is none."""
    waiting: list[int] = []
    for one in brackets:
        if one[0] == opening:
            waiting.append(one.start())
        elif one[0] == closing:
            if not waiting:
                return None if _ITEM.match(text) or opening == "“" else one.start()
            waiting.pop()
    if waiting and text.rstrip()[-1:] in "。；！？：，、" and opening != "“":
        return waiting[-1]
    return None


def _flaw(passage: TextPart, start: int, end: int, what: str, fix: str) -> Flaw:
    return note(
        passage.at(start, end),
        f"{what}（{around(passage.text, start, end)}）",
        f"多半是录入或删改时留下的；{grounds.PRUDENT}",
        f"请{fix}",
    )
