"""JX532 说法与所列的数矛盾

查什么
    同一句里写完成率100%以上却说“未完成”，完成率不足100%却说“超额完成”“全部完成”，执行率100%却说有结余、未支付，
    或者说“无结余”而执行率不足100%。

为什么
    说法和数字不可能都对，评审时会要求核对。

示例
    会报：培训场次完成率为85%，已超额完成年度任务。
    会报：预算执行率为100%，剩余资金5万元结转下年使用。
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

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import sentences

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


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.passages:
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
                yield warning(
                    passage.at(start, end),
                    f"文中写{found[0][0]}，又说“{wrong[0]}”（{around(passage.text, start, end)}）",
                    f"{grounds.CONTRADICTORY}：说法与数字不能都对；{grounds.TRUE.cite(reading.policy)}",
                    "请核对数字，改正写错的一处",
                )
