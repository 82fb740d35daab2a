"""JX534 有问题，没有建议

查什么
    “存在的问题”一节写了问题，而报告没有建议或改进措施，或者“有关建议”一节只写了“无”。

为什么
    问题要有相应的改进措施，否则会被要求补写。

示例
    会报：一、存在的问题｜前期论证不充分，两项工程推迟开工。｜二、有关建议｜无。
    不报：一、存在的问题｜前期论证不充分，两项工程推迟开工。｜二、有关建议｜提前三个月完成立项论证。
    不报：一、存在的问题｜无。｜二、有关建议｜无。

怎么改
    逐个问题写明改进措施、责任人和时限。

依据
    官方：财预〔2020〕10号第十一条（单位自评：要分析并说明原因，研究提出改进措施）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：存在的问题及原因分析、有关建议）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Pattern

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.prose import ReadParagraph

_FAULTS = pattern(r"存在(?:的)?(?:主要)?(?:问题|不足|困难)|(?:主要)?问题(?:及|和|与|\Z)")
_ADVICE = pattern(r"建议|(?:改进|整改)(?:的)?(?:措施|意见)|下一步")
_NOTHING = pattern(r"[\s。]*(?:暂?无|没有|不存在)(?:问题|建议|其他)?[\s。]*\Z")
_SHORTEST = 6


def check(reading: Reading) -> Iterator[Flaw]:
    every = reading.paragraphs
    headings = [one for one in every if one.title and one.rank is not None]
    faults = _under(every, [one for one in headings if _FAULTS.search(one.title)], _FAULTS)
    if not faults:
        return
    advice = [one for one in headings if _ADVICE.search(one.title)]
    said = _under(every, advice, _ADVICE)
    if said or (not advice and any(_ADVICE.search(one.text) for one in faults)):
        return
    if not advice and len([one for one in headings if one.rank == headings[0].rank]) < 2:
        return
    heading = advice[0] if advice else next(one for one in headings if _FAULTS.search(one.title))
    yield warning(
        reading.part(heading).at(),
        f"写了存在的问题（{quote(faults[0].own or faults[0].text)}），{'建议一节没有内容' if advice else '没有写建议或改进措施'}",
        grounds.MEASURES.cite(reading.policy),
        "请逐个问题写明改进措施",
    )


def _under(
    every: Sequence[ReadParagraph], headings: Sequence[ReadParagraph], words: Pattern[str]
) -> list[ReadParagraph]:
    """The paragraphs that say something under these headings, the text behind a heading in its line too."""
    paths = [one.path for one in headings]
    return [
        one
        for one in every
        if any(one.path[: len(path)] == path for path in paths)
        and len((one.own if one.title else one.text).strip()) >= _SHORTEST
        and not _NOTHING.match(one.own if one.title else one.text)
        and (not one.title or words.search(one.title) or one.own.strip())
    ]
