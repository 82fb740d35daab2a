"""JX616 有总分，没有评分表

查什么
    写有自评得分或总分的报告，有没有附自评表或评分表（文中写明附后、见附件的不查）；没有附表、只分析了一部分分值的
    （如“绩效共60分”），分析的分值够不够总分。

为什么
    总分由各项指标得分汇总形成，只有总分看不出是怎样得来的。

示例
    会报：一、评价结论｜本项目绩效自评得分：100分，评价等级为“优”。｜二、绩效分析｜项目绩效共60分，占比60%，得分60分。
    不报：一、评价结论｜本项目自评得分96分，评价等级为“优”。｜【表】｜二、绩效分析｜正文。
    不报：一、评价结论｜本项目自评得分96分，评分表见附件。

怎么改
    在报告中附上自评表或评分表，写明每个指标的分值、得分。

依据
    官方：财预〔2020〕10号第十六条（单位自评：总分由各项指标得分汇总形成）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：综合评价情况及评价结论附相关评分表）
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, figure
from jxbook.pattern import pattern

_TOTAL = pattern(
    r"(?:自评(?:得分|总分|打分)|总得分|综合得分|评价得分|评价总分)\s{0,4}(?:为|是|[：:])?\s{0,4}(?:满分)?(\d{1,3}(?:\.\d{1,4})?)\s{0,4}分(?!值|及|以)"
)
_ATTACHED = pattern(
    r"(?:见|附|详见)(?:后)?附?(?:件|表)|附后|评分表(?:如下|见|附)|自评表(?:如下|见|附)|后附|如下表|见下表|另附"
)
_PART = pattern(
    r"(?:共|满分|分值为?|权重为?)\s*(\d{1,3}(?:\.\d+)?)\s*分[^。；]{0,24}?得分?(?:为|是|[：:])?\s*(\d{1,3}(?:\.\d+)?)\s*分"
)
_FULL, _ENOUGH = Decimal(100), Decimal(85)


def check(reading: Reading) -> Iterator[Flaw]:
    if any(one.table for one in reading.paragraphs):
        return
    if reading.case is not None and reading.case.form.indicators and reading.case.form.sheet.startswith("表"):
        return
    stated = next(
        ((part, found) for part in reading.passages if (found := _TOTAL.search(part.text)) is not None), None
    )
    if stated is None or any(_ATTACHED.search(part.text) for part in reading.passages):
        return
    part, found = stated
    yield warning(
        part.at(*found.span()),
        f"写有总分（{around(part.text, *found.span())}），没有附自评表或评分表",
        grounds.SUMMED.cite(reading.policy),
        "请附上自评表或评分表，写明每个指标的分值和得分",
    )
    shares = [(one, match) for one in reading.passages for match in _PART.finditer(one.text)]
    analysed = sum((Decimal(match[1]) for _, match in shares), Decimal(0))
    if shares and Decimal(found[1]) > analysed and analysed <= _ENOUGH:
        where, match = shares[0]
        yield warning(
            where.at(*match.span()),
            f"总分写{found[1]}分，正文只分析了{figure(analysed)}分（{around(where.text, *match.span())}）",
            grounds.SUMMED.cite(reading.policy),
            f"请补写其余{figure(_FULL - analysed)}分的指标和得分",
        )
