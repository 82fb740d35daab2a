"""JX221 把分值填成了指标值

查什么
    各行的年度指标值是不是都等于本行的分值。

为什么
    指标值应当是要完成的数量、比例或时间。填成分值，看不出要做什么，也看不出完成了多少。

示例
    会报：各行年度指标值：与分值相同
    不报：各行年度指标值：与分值相同｜三级指标：举办活动场次｜年度指标值：≥20场

怎么改
    按批复的绩效目标填写各指标的指标值和实际完成值。

依据
    官方：财预〔2020〕10号第十六条（单位自评：与年初指标值相比）
    官方：财预〔2020〕10号第十七条（部门评价、财政评价：比较法，将实施情况与绩效目标等比较）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.values import as_number

_FEWEST = 3


def check(case: Case) -> Iterator[Flaw]:
    rows = [row for row in case.rows if not row.indicator.target.blank]
    bare = len(rows) >= _FEWEST and all(
        as_number(row.indicator.target.raw) is not None
        or row.indicator.target.text.replace(".", "").isdigit()
        for row in rows
    )
    if not bare:
        return
    numbers = [(row.indicator.target.number, row.scored.points) for row in rows]
    if all(target is not None and target == points for target, points in numbers):
        yield warning(
            rows[0].indicator.target,
            f"{len(rows)}条指标的年度指标值都与分值相同",
            f"指标值应当是要完成的数量、比例或时间；{grounds.COMPARED.cite(case.policy)}",
            "请按批复的绩效目标填写指标值和实际完成值",
        )
