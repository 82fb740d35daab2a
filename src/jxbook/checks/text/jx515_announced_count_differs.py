"""JX515 说了几条与列出的条数不符

查什么
    “把握了‘四个不放松’”“主要做了以下三个方面”之后紧接着“一是…二是…”“（1）…（2）…”“首先…其次…”或编号段落的，列出的条数
    是否等于所说的数；“采用四种评价方法：…、…、…”“分为三类，依次为…、…”一类用顿号列举的，写“等”的、各项里有逗号的不查。

为什么
    多半是漏写、删改后没有改数，或正文被截断，会被要求补写。

示例
    会报：主要把握了“四个不放松”。｜一是坚持审议把关不放松。｜二是坚持完善制度不放松。｜三是坚持培训指导不放松。
    会报：存在以下三个方面的问题：一是进度偏慢；二是宣传不够。
    会报：评价采用了四种方法：比较法、因素分析法、成本效益分析法。
    会报：重点做好三项工作：｜1.摸底调查。｜2.组织实施。｜二、评价结论
    不报：评价采用了三种方法：比较法、因素分析法和成本效益分析法。
    不报：主要做了三项工作。一是建机制。二是强队伍。三是抓落实。
    不报：围绕四大主题开展活动，一是完善制度；二是加强宣传。

怎么改
    补齐漏写的各条，或把所说的数改为实际列出的条数。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
    实践：取自公开报告中的实例
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, ReadTogether, TextPart
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import Rank
from jxbook.prose.lists import counted_lists
from jxbook.values.numerals import in_chinese, read_number

_ANNOUNCED = pattern(
    r"([二两三四五六七八九十]|(?<![\d.])[2-9])\s{0,4}(?:(?:个|项|条|点|大)[“”]?|(?=方面))(?:方面|不|措施|问题|原因|特点|工作|亮点|举措|环节|做法|经验|抓手|重点|步骤|坚持|强化|到位|结合|建议|任务|意见|突出|注重|聚焦|提升|着力)"
    r"[^，。；：:“”\n]{0,14}[”\"]?(?:的?(?:问题|工作|做法|经验|建议|措施))?\s{0,4}[。：:，；]?\s{0,4}\Z"
)
_ITEM = pattern(r"(?:(?<=[。；;，,：:、\s”）])|\A)([一二三四五六七八九十]{1,2})是")
_COUNT = pattern(r"[二两三四五六七八九十]|\d{1,2}")
_COUNTS = pattern(
    r"[一二两三四五六七八九十\d“\"](?:(?<=[^一“\"])\s{0,4}(?:个|项|种|类|大|条|支|方面|点)|(?<=[“\"])[二两三四五六七八九]|(?<=一)是)"
)
"""Without one of these a text announces no count and lists nothing."""
_GOING_ON = 2  # paragraphs without an item after which a list is over


def check(reading: Reading) -> Iterator[Flaw]:
    for block, places in reading.blocks_matching(_COUNTS):
        for at in places:
            yield from _in_sentence(reading, block[at])
            yield from _numbered(reading, block, at)
            yield from _itemised(reading, block, at)


def _itemised(reading: Reading, block: ReadTogether, at: int) -> Iterator[Flaw]:
    """重点做好三项工作：一是…，二是…, in one paragraph or in several."""
    text = block[at].text
    for item in _ITEM.finditer(text) if "一是" in text else ():
        if item[1] != "一":
            continue
        announced = _announcement(block, at, item.start())
        if announced is None:
            continue
        where, found = announced
        said = read_number(found[1])
        listed = _listed(block, at, item.start())
        if said is not None and 1 < listed != said:
            yield _flaw(reading, where, found.span(), found[1], listed)


def _in_sentence(reading: Reading, passage: TextPart) -> Iterator[Flaw]:
    for one in counted_lists(passage.text):
        if not one.holds:
            said = _COUNT.match(passage.text, one.start)
            listed = one.least if one.least == one.most or one.said < one.least else one.most
            yield _flaw(reading, passage, (one.start, one.end), said[0] if said else "", listed)


def _numbered(reading: Reading, block: ReadTogether, at: int) -> Iterator[Flaw]:
    """重点做好五项工作。 before paragraphs that are numbered from 1 on."""
    passage = block[at]
    if passage.paragraph.title or at + 1 >= len(block) or not _COUNT.search(passage.text):
        return
    first = block[at + 1].paragraph.label
    found = _ANNOUNCED.search(passage.text, max(0, len(passage.text) - 40))
    if found is None or first is None or first.number != 1 or first.rank <= Rank.CHINESE:
        return
    listed = 0
    for one in block[at + 1 :]:
        label = one.paragraph.label
        if label is None or label.rank > first.rank:
            continue
        if (label.rank, label.number) != (first.rank, listed + 1):
            break
        listed += 1
    said = read_number(found[1])
    if said is not None and 1 < listed != said:
        yield _flaw(reading, passage, found.span(), found[1], listed)


def _flaw(reading: Reading, where: TextPart, span: tuple[int, int], said: str, listed: int) -> Flaw:
    return warning(
        where.at(*span),
        f"文中说{around(where.text, *span)}，后面列出了{listed}条",
        f"说的条数与列出的不一致，可能漏写或没有写完；{grounds.COMPLETE.cite(reading.policy)}",
        f"请补齐漏写的内容，或把“{said}”改为“{listed if said.isdigit() else in_chinese(listed)}”",
    )


def _announcement(block: ReadTogether, at: int, start: int) -> tuple[TextPart, re.Match[str]] | None:
    """What is announced right before an item 一是: in its paragraph, or at the end of the one before."""
    text = block[at].text
    before = text[:start]
    if before.strip():
        found = _ANNOUNCED.search(text, max(0, start - 40), start)
        return (block[at], found) if found else None
    if at == 0 or (block[at - 1].paragraph.title and not block[at - 1].paragraph.own):
        return None
    text = block[at - 1].text
    found = _ANNOUNCED.search(text, max(0, len(text) - 40))
    return (block[at - 1], found) if found else None


def _listed(block: ReadTogether, at: int, start: int) -> int:
    """How many items follow from 一是 on, one after the other."""
    count, idle = 0, 0
    for number, passage in enumerate(block[at:]):
        if number and passage.paragraph.title and not _ITEM.match(passage.text):
            break
        items = list(_ITEM.finditer(passage.text, start if number == 0 else 0))
        for one in items:
            value = read_number(one[1])
            if value == 1 and count:
                return count
            if value == count + 1:
                count += 1
        idle = 0 if items else idle + 1
        if idle > _GOING_ON:
            break
    return count
