"""JX610 缺少章节

查什么
    报告的一级标题与参考提纲（或云南、河南的提纲）大体一致的，缺了哪几个部分，次序是否颠倒；一个部分只有（一）没有（二）；
    标题写有“经验及做法、存在的问题”，下面没有写问题的。只缺“其他需要说明的问题”的不提；不照这些提纲写的不查。

为什么
    缺的部分多半是漏写，或正文被截断，会被退回补写。

示例
    会报：一、基本情况｜正文。｜二、绩效评价工作开展情况｜正文。｜三、综合评价情况及评价结论｜正文。｜四、绩效评价指标分析｜正文。｜五、主要经验及做法、存在的问题及原因分析｜（一）主要经验及做法｜正文。
    不报：一、基本情况｜正文。｜二、绩效评价工作开展情况｜正文。｜三、综合评价情况及评价结论｜正文。｜四、绩效评价指标分析｜正文。｜五、主要经验及做法、存在的问题及原因分析｜存在的问题是宣传不够。｜六、有关建议｜正文。
    不报：一、指导思想｜正文。｜二、主要任务｜正文。｜三、保障措施｜正文。

怎么改
    补写缺少的部分；确实没有内容的，写“无”。

依据
    官方：财预〔2020〕10号附件3（参考提纲）（基本情况、绩效评价工作开展情况、综合评价情况及评价结论、绩效评价指标分析、主要经验及做法和存在的问题及原因分析、有关建议、其他需要说明的问题）
    实践：云南省、河南省的提纲取自公开的报告
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.outlines import ReportKind, outline_of, part_headings
from jxbook.checks.reading import Reading
from jxbook.checks.wording import listed, quote
from jxbook.pattern import pattern
from jxbook.prose import Rank, ReadParagraph

_FAULTS = pattern(r"(?:经验|做法).{0,6}问题")
_FAULTS_BELOW = pattern(r"问题|不足|困难")
_FAULT = pattern(
    r"问题|不足|薄弱|欠缺|有待|不够|偏低|滞后|困难|缺乏|无|短板|影响|原因|较少|较低|不足|推迟|未"
)


def check(reading: Reading) -> Iterator[Flaw]:
    headings = part_headings(reading.paragraphs)
    outline = outline_of(headings)
    if outline is None:
        return
    last = reading.part(headings[-1])
    missing = [name for name, words in outline.parts if not any(words.search(one.title) for one in headings)]
    if set(missing) - outline.spare:
        yield warning(
            last.at(),
            f"报告缺少{listed(quote(one) for one in missing)}，写到{quote(last.text)}为止"
            if _at_the_end(outline, missing)
            else f"报告缺少{listed(quote(one) for one in missing)}",
            outline.basis.cited,
            "请补写缺少的部分；确实没有内容的写“无”",
        )
    yield from _disordered(reading, headings, outline)
    yield from _alone(reading)
    yield from _silent(reading, headings)


def _at_the_end(outline: ReportKind, missing: Sequence[str]) -> bool:
    return [name for name, _ in outline.parts][-len(missing) :] == list(missing)


def _disordered(reading: Reading, headings: Sequence[ReadParagraph], outline: ReportKind) -> Iterator[Flaw]:
    """Two parts the other way round; a heading that may be either of two parts says nothing."""
    opened = [at for at, one in enumerate(headings) if one.label and one.label.number == 1]
    placed = [
        (found[0], one)
        for one in headings[opened[-1] if opened else 0 :]  # an abstract may stand before 一、
        if len(found := [at for at, (_, words) in enumerate(outline.parts) if words.search(one.title)]) == 1
    ]
    for (before, first), (at, one) in pairwise(placed):
        if at < before:
            yield note(
                reading.part(one).at(),
                f"{quote(one.title)}写在{quote(first.title)}后面，提纲的次序是先{quote(outline.parts[at][0])}",
                outline.basis.cited,
                "请核对章节的次序，写反的调换",
            )
            return


def _alone(reading: Reading) -> Iterator[Flaw]:
    """A part with （一） and nothing beside it."""
    held: dict[tuple[tuple[Rank, str, str], ...], list[ReadParagraph]] = {}
    for one in reading.paragraphs:
        if one.title and one.rank is Rank.BRACKETED and one.label is not None:
            held.setdefault(one.path[:-1], []).append(one)
    for above, found in held.items():
        one = found[0]
        if above and len(found) == 1 and one.label and one.label.number == 1 and "（二）" not in one.text:
            yield note(
                reading.part(one).at(),
                f"{quote(above[-1][2])}下面只有（一），没有（二）",
                "只有一项的不必编号；多半是漏写了后面的部分，由本程序提示，文件没有规定（假定）",
                "请补写后面的部分，或去掉编号",
            )


def _silent(reading: Reading, headings: Sequence[ReadParagraph]) -> Iterator[Flaw]:
    """A heading that promises 存在的问题, and nothing of it below."""
    for heading in headings:
        if not _FAULTS.search(heading.title):
            continue
        below = [one for one in reading.paragraphs if one.path[:1] == heading.path[:1] and one is not heading]
        told = any(one.title and _FAULTS_BELOW.search(one.title) for one in below)
        if (
            below
            and not told
            and not any(_FAULT.search(re.sub("存在(的)?问题及原因分析", "", one.text)) for one in below)
        ):
            yield warning(
                reading.part(heading).at(),
                f"{quote(heading.title)}下面没有写存在的问题",
                "财预〔2020〕10号附件3（参考提纲）：存在的问题及原因分析",
                "请补写存在的问题及原因；确实没有的写明“无”",
            )
