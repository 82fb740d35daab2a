"""JX516 “一是二是”的序号不连续

查什么
    “一是…二是…三是…”“第一，…第二，…”的序号有没有跳过、重复，或只有“一是”没有“二是”。

为什么
    多半是漏写一条，或删改后没有重排，会被要求核对。

示例
    会报：一是健全制度；三是加强监管。
    会报：一是健全制度；二是加强宣传；二是强化监管。
    不报：一是健全制度；二是加强宣传；三是强化监管。
    不报：坚持一是一、二是二，实事求是。

怎么改
    补上漏写的一条，或按顺序重排序号。可以直接改。

依据
    实践：取自公开报告中的实例
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, ReadTogether
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import Series
from jxbook.values.numerals import in_chinese, read_number

_ITEM = pattern(
    r"(?:(?<=[。；;，,：:、\s”）！])|\A|(?<![唯统之同归合专单万划第])(?=一是))(?:(?P<is>[一二三四五六七八九十]{1,2})是(?![一二三四五六七八九十])|[第其](?P<nth>[一二三四五六七八九十]{1,2})[，,])"
)
_NUMERAL = pattern("[一二三四五六七八九十][是，,]")
"""Without one of these nothing is enumerated."""


def check(reading: Reading) -> Iterator[Flaw]:
    for block in reading.blocks if _NUMERAL.search(reading.text) else ():
        yield from _in_block(block)


def _in_block(block: ReadTogether) -> Iterator[Flaw]:
    series = {"is": Series(), "nth": Series()}
    for passage in block:
        if passage.paragraph.title:
            for one in series.values():
                one.clear()
        if not _NUMERAL.search(passage.text):
            continue
        for match in _ITEM.finditer(passage.text):
            kind = "is" if match["is"] else "nth"
            number = read_number(match[kind])
            last = series[kind].take(int(number)) if number is not None else None
            if last is None:
                continue
            word = f"{match[kind]}是" if kind == "is" else f"第{match[kind]}"
            before = f"“{in_chinese(last)}”之后" if last else "开头"
            yield warning(
                passage.at(*match.span()),
                f"序号不连续：{before}是{word}（{around(passage.text, *match.span())}）",
                f"可能漏写一条，或删改后没有重排；{grounds.PRUDENT}",
                "请补上漏写的一条，或按顺序重排序号",
            )
