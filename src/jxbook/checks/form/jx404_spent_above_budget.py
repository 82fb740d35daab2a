"""JX404 执行数大于预算数

查什么
    年度资金总额和各项资金，全年执行数有没有大于全年预算数；执行率以实际到位资金为分母的，有没有大于实际到位资金。
    资金总额超出的是错误，其中各项超出的、只超出尾数的是提醒。超出太多的（见 jxbook policy 中的“执行率高于此值”）不计分。

为什么
    全年预算数是调整以后的数，支出不会超出。超出的，不是没有填追加以后的预算，就是有一个数填错了。

示例
    会报：年度资金总额：10、10、10.5
    不报：年度资金总额：10、10、10

怎么改
    预算有调整的，把全年预算数改为调整后的数；执行数填错的，改执行数；元和万元弄混的，换算成表头的单位。

依据
    假定：执行数大于预算数即数据矛盾，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure
from jxbook.form import NO_ENTRY, amount
from jxbook.form.facts import RECEIVED
from jxbook.scoring.funds import received_of

_SO_FAR = 1000
"""So many times the budget, it is the unit that is wrong: JX414."""


def check(case: Case) -> Iterator[Flaw]:
    tolerance, total = case.policy.number("rounding.tolerance"), case.form.funding.total
    for money in case.funding_rows:
        budget, spent = money.budget_amount, money.spent_amount
        if budget is None or spent is None or not spent > budget >= 0 or spent > _SO_FAR * budget > 0:
            continue
        yield (error if money is total and spent - budget > tolerance else warning)(
            money.spent,
            f"{money.label}的全年执行数{figure(spent)}{money.unit}大于全年预算数{figure(budget)}{money.unit}",
            f"{grounds.CONTRADICTORY}：支出不会超出调整后的预算；{grounds.PRUDENT}",
            "预算有调整的，请把全年预算数改为调整后的数；执行数填错的，请改正，并核对单位是元还是万元",
        )
    received = amount(received_of(case.form, case.policy) or NO_ENTRY, total.unit)
    if received is None or total.spent_amount is None:
        return
    if total.spent_amount > received + tolerance >= 0:
        yield error(
            total.spent,
            f"全年执行数{figure(total.spent_amount)}{total.unit}大于{RECEIVED}{figure(received)}{total.unit}",
            f"{grounds.CONTRADICTORY}：没有到位的资金不能支出；{grounds.PRUDENT}",
            f"请核对全年执行数和“基本信息”中的{RECEIVED}，并核对单位是元还是万元",
        )
