"""JX502 文字里的执行率、总分与表中不一致

查什么
    报告素材里“执行率为…%”“总分…分”“自评得分…分”的数，与表中计算的是否一致（按文字所写的小数位比较）。

为什么
    同一个数在表和报告里不一样，评审时会要求核对。

示例
    报告素材写“预算执行率为100%”，表中计算是97.70%

怎么改
    以表中的数为准改正文字；表中填错的，先改表。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import around, figure
from jxbook.pattern import pattern

_RATE = pattern(r"(?:预算|资金|项目|总体)?执行率\s*(?:为|是|达到?|[：:])?\s*(\d{1,3}(?:\.\d{1,6})?)\s*[%％]")
_TOTAL = pattern(
    r"(?:总分|总得分|自评得分|综合得分|自评打分|自评总分)\s*(?:为|是|[：:])?\s*(\d{1,3}(?:\.\d{1,6})?)\s*分"
)


def check(case: Case) -> Iterator[Flaw]:
    rate, total = case.scoring.execution.rate, case.scoring.total
    full = case.policy.number("weights.total")
    for _, entry, text in case.texts:
        claims = []
        if rate is not None:
            claims += [(match, rate * 100, "%") for match in _RATE.finditer(text)]
        if total is not None:  # "总分100分" names the full mark
            claims += [(match, total, "分") for match in _TOTAL.finditer(text) if Decimal(match[1]) != full]
        for match, right, sign in claims:
            if not _same(Decimal(match[1]), right):
                yield warning(
                    entry,
                    f"文中写有{around(text, *match.span())}，表中计算是{figure(right)}{sign}",
                    f"表和文字的数应当一致；{grounds.TRUE.cite(case.policy)}",
                    f"请把文字改为{figure(right)}{sign}；表中填错的，先改表",
                )


def _same(said: Decimal, right: Decimal) -> bool:
    """Equal when rounded to the places that were written."""
    exponent = said.as_tuple().exponent
    assert isinstance(exponent, int)
    return abs(said - right) * 2 <= Decimal(1).scaleb(exponent)
