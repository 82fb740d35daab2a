"""JX223 产出和效益里有同一个指标

查什么
    不同的一级、二级指标之下，有没有名称相同的三级指标。同一个二级指标之下的见 JX207。

为什么
    同一件事在产出和效益里各计一次分，评审时只认一次。

示例
    会报：三级指标：参加活动人次｜三级指标改为：举办活动场次
    不报：三级指标：参加活动人次

怎么改
    产出写做了多少，效益写带来了什么变化，例如把效益里的改为“居民对社区活动的知晓率”。

依据
    实践：同一指标重复设置的只计一次，取自评审机构的评分标准
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.pattern import pattern
from jxbook.values import fold

_IDLE_END = ("数量", "数", "情况")
_TAIL, _ENDS = pattern(rf"(?:\(.*\))?(?:{'|'.join(_IDLE_END)})?\Z"), (")", *_IDLE_END)
_IDLE = pattern(r"\A(?:全年|本年|当年|年度|项目)|的")
_LONG_ENOUGH = 5
"""From so many characters on the same ones in another order say the same: 活动举办场次, 举办活动场次."""


def check(case: Case) -> Iterator[Flaw]:
    first: dict[str, Row] = {}
    for row in case.rows:
        one = row.indicator
        name = fold(one.name.text)
        if name.endswith(_ENDS):
            name = _TAIL.sub("", name)
        name = _IDLE.sub("", name)
        if not name:
            continue
        if len(name) >= _LONG_ENOUGH:
            name = "".join(sorted(name))
        earlier = first.setdefault(name, row).indicator
        if earlier is one or earlier.level2.text == one.level2.text:
            continue
        yield warning(
            one.name,
            f"{row.title}在“{earlier.level2.text or earlier.level1.text}”里已经有了",
            f"同一件事计了两次分，评审时只认一次，是{grounds.REVIEWED}",
            "产出写做了多少，效益写带来了什么变化；请删去一处，或改写其中一个",
        )
