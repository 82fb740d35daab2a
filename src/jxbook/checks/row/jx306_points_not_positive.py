"""JX306 分值不是大于0的数

查什么
    已经使用的指标行，分值是不是大于0的数。

为什么
    分值不是数或小于0，不能计分；分值为0，这个指标对总分没有作用。

示例
    会报：三级指标：举办活动场次｜分值：若干
    会报：三级指标：举办活动场次｜分值：0
    不报：三级指标：举办活动场次｜分值：15

怎么改
    填写大于0的数，只写数字；不参加评分的指标，整行填“无”。

依据
    实践：填报系统要求分值大于0；不是数或小于0的不能计分，按错误处理
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote


def check(row: Row) -> Iterator[Flaw]:
    points, entry = row.scored.points, row.indicator.points
    if (points is not None and points > 0) or entry.blank or entry.none:
        return
    unusable = points is None or points < 0
    yield (error if unusable else warning)(
        entry,
        f"{row.title}的分值{quote(entry.text)}{'不是可以计分的数' if unusable else '为0，对总分没有作用'}",
        grounds.impossible(points, "这样的分值不能计分")
        if unusable
        else f"分值应当大于0；{grounds.REVIEWED}",
        "请填写大于0的数，只写数字；不参加评分的，整行填“无”",
    )
