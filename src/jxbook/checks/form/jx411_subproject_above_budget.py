"""JX411 子项目支出大于预算

查什么
    “子项目”表中每一行的支出有没有大于预算。

为什么
    支出不应超出预算，有调剂的，预算应填调整后的数。

示例
    会报：子项目：子项目名称 楼道整治，预算（万元） 3，支出（万元） 3.4
    不报：子项目：子项目名称 楼道整治，预算（万元） 4，支出（万元） 3.4

怎么改
    预算有调整的，把预算改为调整后的数；支出填错的，改支出；确实超支的，在“说明”写明原因。

依据
    假定：支出大于预算时提醒，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure, quote
from jxbook.form import amount


def check(case: Case) -> Iterator[Flaw]:
    unit = case.form.funding.unit
    for one in case.form.records.subprojects:
        budget, spent = amount(one.budget, unit), amount(one.spent, unit)
        if budget is not None and spent is not None and spent > budget >= 0:
            yield warning(
                one.spent,
                f"子项目{quote(one.name.text)}的支出{figure(spent)}大于预算{figure(budget)}{unit}",
                f"支出不应超出预算；{grounds.PRUDENT}",
                "预算有调整的，请改为调整后的数；确实超支的，在“说明”写明原因",
            )
