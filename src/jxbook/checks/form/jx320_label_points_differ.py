"""JX320 标签上的分值与各行不符

查什么
    一级、二级指标的标签写有分值的（如“产出指标（40分）”），与它下面各行的分值合计是否相等。

为什么
    标签和各行说的是同一个权重，不相等的必有一处写错。

示例
    会报：三级指标：举办活动场次｜一级指标：产出指标（40分）
    不报：三级指标：举办活动场次｜一级指标：产出指标（50分）

怎么改
    改正标签上的分值，或者调整各行的分值。

依据
    假定：由本程序按算术核对，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure, quote


def check(case: Case) -> Iterator[Flaw]:
    rows = case.form.indicators
    for one in case.form.label_points:
        numbers = [rows[turn].points.number for turn in one.rows if rows[turn].used]
        known = [number for number in numbers if number is not None]
        total = sum(known, Decimal(0))
        if known and len(known) == len(numbers) and total != one.points:
            yield warning(
                one.label,
                f"{quote(one.label.text)}写明{figure(one.points)}分，下面各行的分值合计{figure(total)}分",
                f"两处说的是同一个权重；{grounds.PRUDENT}",
                f"请改正标签上的分值，或调整各行的分值，使合计等于{figure(one.points)}分",
            )
