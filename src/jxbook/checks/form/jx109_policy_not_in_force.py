"""JX109 评价年度不在政策的有效期内

查什么
    政策写明施行日期、失效日期的，评价年度当年和次年（自评一般在次年进行）是否都在有效期之外。

为什么
    用了还没有施行或者已经失效的规定，计分的依据就不成立。

示例
    会报：年度：2018｜评价政策：mof-2020-10
    不报：年度：2024｜评价政策：mof-2020-10

怎么改
    核对评价年度；年度没有错的，换成当时有效的评价政策。

依据
    官方：财预〔2020〕10号第三十二条（本办法自印发之日起施行）
    假定：自评在次年进行，次年有效的也算有效，由本程序判断
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning


def check(case: Case) -> Iterator[Flaw]:
    year, one = case.form.year, case.policy.identity
    if year is None:
        return
    if one.valid_from and year + 1 < one.valid_from.year:
        why = f"自{one.valid_from.year}年{one.valid_from.month}月起施行"
    elif one.valid_to and year > one.valid_to.year:
        why = f"有效期至{one.valid_to.year}年{one.valid_to.month}月"
    else:
        return
    yield warning(
        case.form.year_entry if case.form.year_entry.cell else case.form.title_year,
        f"评价年度是{year}年，所用的{one.number}{why}",
        f"应当按当时有效的规定评价；{grounds.PRUDENT}",
        "请核对评价年度；年度没有错的，请换成当时有效的评价政策",
    )
