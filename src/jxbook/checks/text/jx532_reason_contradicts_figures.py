"""JX532 说法与所列的数矛盾

查什么
    同一句里写完成率100%以上却说“未完成”，完成率不足100%却说“超额完成”“全部完成”，执行率100%却说有结余、未支付，
    或者说“无结余”而执行率不足100%；写“85%，达到了90%以上的目标”“实际18场，超过目标20场”，数的大小与说法相反的。

为什么
    说法和数字不可能都对，评审时会要求核对。

示例
    会报：培训场次完成率为85%，已超额完成年度任务。
    会报：预算执行率为100%，剩余资金5万元结转下年使用。
    会报：满意度为85%，达到了90%以上的年度目标。
    不报：满意度为95%，达到了90%以上的年度目标。
    不报：培训场次完成率为115%，超额完成年度任务。
    不报：预算执行率为95%，结余5万元。

怎么改
    核对数字，改正写错的一处。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import FigureKind, figured_sentences, sentences

_NUMBER = r"(?:为|是|达到?|仅为?|[：:])?\s*(\d{1,3}(?:\.\d+)?)\s*[%％]"
_DONE = pattern(rf"(?<!预算)(?<!资金)完成率{_NUMBER}")
_SPENT = pattern(rf"(?:预算|资金)?(?:执行率|支付率|支出率){_NUMBER}")
_MISSED = pattern(r"(?<![无有])未(?:能)?(?:按期|如期|全部)?(?:完成|达标|达到)")
_BEYOND = pattern(r"超额完成|全部完成|圆满完成|足额完成")
_LEFT = pattern(
    r"(?:结余|结转|剩余|未支付|尚未支付)(?:资金|金额|款)?[^，。；无没零]{0,6}[1-9]\d*(?:\.\d+)?\s*万?元"
)
_NOTHING_LEFT = pattern(r"无结余|没有结余|无结转结余|全部支出完毕|资金全部支出")
_FULL = Decimal(100)
_ABOVE = pattern(
    r"(?P<said>\d{1,3}(?:\.\d+)?)\s*[%％]，?(?P<way>达到|超过|高于|优于|达成|未达到|未达|低于|不足)了?(?:年度|年初|预期|绩效|既定|目标|指标值|要求|值|的|为|设定|不低于|≥)*\s*(?P<goal>\d{1,3}(?:\.\d+)?)\s*[%％](?!的?(?:任务|进度|资金|比例))"
)
_BELOW = frozenset("未达到 未达 低于 不足".split())
_MORE = pattern(
    r"[^，。；\d]{0,4}，?(?:超过|达到|超出)了?(?:年度|年初|预期|计划|既定|绩效)*(?:目标|计划|指标)值?(?:的|为)?\s*\Z"
)
_PLANNED = pattern(r"(?:计划|目标|应|任务)[^，。；\d]{0,10}\Z")
_DID = pattern(r"[^，。；\d]{0,6}，(?:实际|已)[^，。；\d]{0,8}\Z")
_REACHED = pattern(
    r"超额完成|超出计划|超过计划|已?(?:全部|圆满|按期|如期)?(?:完成|达到|实现)了?(?:年度|年初|既定|预期)*(?:目标|任务|指标|计划)"
)
_FELL_SHORT = pattern(r"(?<!\d)未(?:能)?(?:按计划|全部)?(?:完成|达到)(?:年度|年初|计划)?(?:目标|任务|计划)")


def check(reading: Reading) -> Iterator[Flaw]:
    compares = _COMPARES.search(reading.text)
    for passage in reading.numbered if compares else reading.holding("%", "％"):
        for start, end, said in _compared(passage.text):
            yield _flaw(passage, start, end, said, reading)
        if "率" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for words, below, above in ((_DONE, _BEYOND, _MISSED), (_SPENT, _NOTHING_LEFT, _LEFT)):
                found = [*words.finditer(sentence.text)]
                if len(found) != 1:
                    continue
                number = Decimal(found[0][1])
                if number == _FULL and words is _DONE:
                    wrong = above.search(sentence.text)
                else:
                    wrong = (above if number >= _FULL else below).search(sentence.text)
                if wrong is None:
                    continue
                start = sentence.start + min(found[0].start(), wrong.start())
                end = sentence.start + max(found[0].end(), wrong.end())
                yield _flaw(passage, start, end, f"文中写{found[0][0]}，又说“{wrong[0]}”", reading)


def _compared(text: str) -> Iterator[tuple[int, int, str]]:
    """Where two figures that are compared in words are the other way round: 85%，达到了90%以上的目标."""
    for match in _ABOVE.finditer(text) if "%" in text or "％" in text else ():
        said, goal = Decimal(match["said"]), Decimal(match["goal"])
        if said >= goal if match["way"] in _BELOW else said < goal:
            yield *match.span(), f"文中写{match['said']}%{match['way']}{match['goal']}%"
    if not _COMPARES.search(text):
        return
    for sentence, held in figured_sentences(text):
        every = [one for one in held if one.kind in (FigureKind.COUNT, FigureKind.MONEY)]
        for first, second in pairwise(every):
            if (
                (first.base, first.kind) != (second.base, second.kind)
                or first.rough
                or not (first.number and second.exact)
            ):
                continue
            assert first.value is not None and second.value is not None
            start, end = sentence.start + first.start, sentence.start + second.end
            if _MORE.fullmatch(sentence.text, first.end, second.start) and first.value < second.value:
                yield start, end, f"文中写{first.text}超过目标{second.text}"
            elif _DID.fullmatch(sentence.text, first.end, second.start) and _PLANNED.search(
                sentence.text, max(0, first.start - 14), first.start
            ):
                rest = sentence.text[second.end :].lstrip("，")
                below = second.value < first.value
                wrong = (_REACHED if below else _FELL_SHORT).match(rest)
                if wrong:
                    yield start, end, f"文中写计划{first.text}、实际{second.text}，又说“{wrong[0]}”"


_COMPARES = pattern("超过|达到|超出|，实际|，已")


def _flaw(passage: TextPart, start: int, end: int, what: str, reading: Reading) -> Flaw:
    return warning(
        passage.at(start, end),
        f"{what}（{around(passage.text, start, end)}）",
        grounds.contradictory("说法与数字不能都对", reading.policy),
        "请核对数字，改正写错的一处",
    )
