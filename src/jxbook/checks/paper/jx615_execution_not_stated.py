"""JX615 没有写预算执行情况

查什么
    写了资金使用情况的报告，全文有没有预算执行率（支出率、支付率），或“全部支出”一类的说法；只写了支出、没有写预算的，
    看不出执行得怎样。

为什么
    预算执行情况是评价的内容之一，缺了会被要求补写。

示例
    会报：一、基本情况｜2024年实际支出金额为66.65万元，未超预算。｜二、评价结论｜正文。｜三、有关建议｜正文。
    不报：一、基本情况｜预算70万元，支出66.65万元，预算执行率95.21%。｜二、评价结论｜正文。｜三、有关建议｜正文。
    不报：一、基本情况｜投入资金10万元，全部用于项目支出。｜二、评价结论｜正文。｜三、有关建议｜正文。

怎么改
    写明全年预算数、全年执行数和预算执行率。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括预算执行情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：资金投入和使用情况）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import FigureKind, figures

_RATE = pattern(
    r"(?:执行|支出|支付|使用|完成|拨付|到位)(?:率|进度|比例)|执行数|百分之百|占[^，。；]{0,8}(?:预算|合同|总额|资金)[^，。；]{0,6}%"
)
_ALL = pattern(
    r"(?:全部|全额|足额|均已?|已经?)(?:用于|支出|支付|使用|发放|拨付|投入|执行)|(?:支出|支付|使用|执行)完毕|无结[余转]"
)
_SPENT = pattern(r"(?:支出|支付|使用|投资)[^，。；]{0,8}\Z")
_SHORTEST = 3  # parts that a report has at least


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.case is not None and reading.case.scoring.execution.rate is not None:
        return
    if sum(bool(one.title) for one in reading.paragraphs) < _SHORTEST:
        return
    if any(_RATE.search(one.text) or _ALL.search(one.text) for one in reading.paragraphs):
        return
    for part in reading.passages:
        for one in figures(part.text):
            if one.kind is FigureKind.MONEY and _SPENT.search(part.text, max(0, one.start - 14), one.start):
                yield warning(
                    part.at(one.start, one.end),
                    f"写了支出（{around(part.text, one.start, one.end)}），全文没有写预算执行率",
                    grounds.EXECUTION.cite(reading.policy),
                    "请写明全年预算数、全年执行数和预算执行率",
                )
                return
