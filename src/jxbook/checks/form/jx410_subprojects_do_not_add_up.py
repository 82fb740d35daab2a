"""JX410 子项目资金合计与自评表不一致

查什么
    “子项目”表中每一行都填了预算（或支出）时，合计是否等于自评表年度资金总额的全年预算数（或全年执行数）。

为什么
    子项目的资金合起来就是项目的资金，对不上说明有遗漏或填错。

示例
    会报：子项目：子项目名称 垃圾分类宣传，预算（万元） 6，支出（万元） 6｜子项目：子项目名称 楼道整治，预算（万元） 3，支出（万元） 4
    不报：子项目：子项目名称 垃圾分类宣传，预算（万元） 6，支出（万元） 6｜子项目：子项目名称 楼道整治，预算（万元） 4，支出（万元） 4

怎么改
    核对各子项目的金额，补上遗漏的子项目；自评表填错的，改自评表。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    假定：子项目表由本程序提供，合计应当一致，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.form import amount


def check(case: Case) -> Iterator[Flaw]:
    rows, total, unit = case.form.records.subprojects, case.form.funding.total, case.form.funding.unit
    for label, whole, stated, parts in (
        ("预算", "全年预算数", total.budget_amount, [one.budget for one in rows]),
        ("支出", "全年执行数", total.spent_amount, [one.spent for one in rows]),
    ):
        known = [money for one in parts if (money := amount(one, unit)) is not None]
        if stated is None or not known or len(known) < len(parts):
            continue
        added = sum(known, Decimal(0))
        if abs(added - stated) > case.policy.number("rounding.tolerance"):
            yield warning(
                parts[0],
                f"各子项目的{label}合计{figure(added)}{unit}，自评表的{whole}是{figure(stated)}{unit}",
                f"{grounds.TRUE.cite(case.policy)}；子项目合计应与项目一致，{grounds.PRUDENT}",
                "请核对各子项目的金额，有遗漏的补上；自评表填错的，改自评表",
            )
