"""JX420 资金明细行重复填写了分值

查什么
    “其中：”各行（当年财政拨款、上年结转资金等）有没有填写分值、得分。

为什么
    执行率只按年度资金总额计一次分，明细行再填一次，合计就会多出来。

示例
    会报：当年财政拨款的分值：10｜当年财政拨款的得分：10
    不报：当年财政拨款的分值：—｜当年财政拨款的得分：—

怎么改
    明细行的分值、得分改为“—”。

依据
    实践：公开的自评表明细行的分值、得分为“—”
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import listed, quote


def check(case: Case) -> Iterator[Flaw]:
    if not case.form.funding.points.number:
        return  # the points stand with the parts alone
    for part in case.form.funding.parts:
        pairs = (("分值", part.points), ("得分", part.earned))
        filled = [(label, one) for label, one in pairs if one.number]
        if filled:
            yield warning(
                filled[0][1],
                f"{quote(part.label)}又填写了{listed(label for label, _ in filled)}，没有重复计入",
                f"执行率按年度资金总额计一次分；明细行不填分值，是{grounds.REVIEWED}",
                "请把明细行的分值、得分改为“—”",
            )
