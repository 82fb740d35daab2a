"""JX417 看不出全年预算数是多少

查什么
    表中没有“全年预算数”一栏、要由别的栏推出时，推不推得出：“预算调整数”是增减额还是调整后的预算，“上年结转”有没有算在
    预算数里，由正负号、执行率的公式、填写的执行率和执行数判断；只有“项目总预算”“总投资”“合同总额”的，看填写的执行率是不是按它算的。判断不了的不计分；只是按填写的执行率
    推定的作提醒。

为什么
    执行率＝全年执行数÷全年预算数。分母猜错，得分就错，而且看不出来。

示例
    会报：年度资金总额：10、6、5.5｜当年财政拨款：10、6、5.5｜上年结转资金：0、0、0｜全年预算数的表头：预算调整
    会报：年度资金总额：10、50、9｜年初预算数的表头：备用｜全年预算数的表头：项目总投资
    不报：年度资金总额：10、6、5.5｜全年预算数的表头：调整后预算数
    不报：年度资金总额：10、6、15｜全年预算数的表头：预算调整

怎么改
    “预算调整数”填的是调整后的预算，把栏名改为“调整后预算数”；填的是增减额，改为“预算增减额”。另列上年结转的，和只有总预算、总投资的，补填
    “全年预算数”。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure, quote
from jxbook.form import Unsure

_ASKED = {
    Unsure.CHANGE: (
        "填的是增减额还是调整后的预算，有没有算在预算数里",
        "填的是调整后的预算，请把栏名改为“调整后预算数”；是增减额，改为“预算增减额”；拿不准的，补填“全年预算数”一栏",
    ),
    Unsure.CARRIED: ("有没有算在预算数里", "请补填“全年预算数”一栏，包括上年结转"),
}


def check(case: Case) -> Iterator[Flaw]:
    doubt, total = case.form.funding.doubt, case.form.funding.total
    if doubt is None:
        return
    heading = quote(doubt.heading.text)
    taken = total.budget_amount
    tell = warning if taken is not None or not case.scoring.execution.points else error
    if doubt.about is not Unsure.ALL_YEARS:
        amounts = "、".join(f"{figure(one)}{total.unit}" for one in doubt.readings)
        what, remedy = _ASKED[doubt.about]
        yield tell(
            doubt.heading,
            f"看不出{heading}一栏{what}，全年预算数可能是{amounts}，执行率没有计算",
            f"执行率＝全年执行数÷全年预算数，预算数不能猜；{grounds.READING}",
            remedy,
        )
    elif taken is not None:
        yield tell(
            doubt.heading,
            f"表中没有全年预算数，只有{heading}{figure(taken)}{total.unit}，执行率按它计算",
            f"表中填写的执行率是按它算的；{grounds.READING}",
            "项目跨年度的，请补填“全年预算数”；当年安排、当年完成的，可以不改",
        )
    else:
        yield tell(
            doubt.heading,
            f"表中没有全年预算数，只有{heading}，执行率没有计算",
            f"总预算、总投资可能是几年的，不能当作全年预算数；{grounds.READING}",
            "请补填“全年预算数”；当年安排、当年完成的，把栏名改为“全年预算数”",
        )
