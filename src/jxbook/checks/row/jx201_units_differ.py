"""JX201 指标值和完成值的单位不是同一类

查什么
    年度指标值和实际完成值的单位能不能换算，如万元和元可以，场和人次不可以。

为什么
    单位不同类就无法比较，也就无法计分。

示例
    会报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：600人次
    不报：三级指标：每场活动成本｜年度指标值：≤5000元｜实际完成值：0.48万元

怎么改
    核对两个单位，把写错的一个改过来。

依据
    官方：财预〔2020〕10号第十六条（单位自评：与年初指标值相比）、第十七条（部门评价、财政评价：比较法，将实施情况与绩效目标等比较）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.values import Kind


def check(row: Row) -> Iterator[Flaw]:
    if (misfit := row.score.misfit) is None or not misfit.units or row.given:
        return
    one = row.indicator
    timed = one.target_value.kind is Kind.TIME
    yield error(
        one.actual,
        f"{row.title}的指标值{quote(one.target.text)}与完成值{quote(one.actual.text)}不是同一类，无法{'比较' if row.pointless else '计分'}",
        f"不同类的值无法比较；{grounds.COMPARED.cite(row.policy)}",
        "请填写完成的时间，如“11月”“2024-11-30”，跨年的写明年份"
        if timed
        else "请按指标值的单位填写完成值，或改正指标值的单位",
    )
