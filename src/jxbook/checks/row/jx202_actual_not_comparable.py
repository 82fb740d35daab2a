"""JX202 实际完成值无法与指标值比较

查什么
    定量指标的完成值是不是数值，时效指标的是不是时间，“是/否”指标的是不是“是”或“否”，
    定性指标的是不是三档之一，写明的百分比在不在该档之内。
    一个值有两种同样说得通的理解、得分又不同的（漏写“万”或“%”，1:4，12月之后的1月），不代为选择，写出两种理解。
    值旁边的话把它收回的（未完成、预计、基本），括号里另有一个数的，按“每月”“每人”规定而没有写明是每月的还是全年的，
    等级、名次和每月几号这样不成比例的，也不代为选择。
    指标值本身有误的（9O%、95%%、2月30日，差错率写成“≥”，指标值没有写符号、看不出方向），指出的是指标值。

为什么
    定量指标写“完成”、定性指标只写一段情况，都看不出完成了多少，无法计分。

示例
    会报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：完成
    会报：三级指标：活动完成时间｜年度指标值：≤12月｜实际完成值：2024年11月（预计）
    会报：三级指标：志愿服务队伍｜年度指标值：效果明显｜实际完成值：反映较好
    不报：三级指标：志愿服务队伍｜年度指标值：效果明显｜实际完成值：达成年度指标（95%）

怎么改
    定量写数值和单位；时效写完成的时间；定性写“达成年度指标”“部分达成年度指标并具有一定效果”
    “未达成年度指标且效果较差”之一，最好带上百分比。

依据
    官方：财预〔2020〕10号第十六条（单位自评：定量与年初指标值相比，定性分为三档）
    官方：财预〔2020〕10号第十七条（部门评价、财政评价：比较法，将实施情况与绩效目标等比较）
    实践：填报系统要求定量指标的完成值为数值
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.values import Kind
from jxbook.values.entry import is_error

_FIXES = {
    Kind.NUMBER: "请填写数值和单位，如“300人次”“98%”",
    Kind.TIME: "请填写完成的时间，如“11月”“2024-11-30”",
}
_TIERS = "请写明“达成年度指标”“部分达成年度指标并具有一定效果”“未达成年度指标且效果较差”之一"


def check(row: Row) -> Iterator[Flaw]:
    misfit, one = row.score.misfit, row.indicator
    if misfit is None or misfit.units or one.actual_value.bound or row.given:
        return
    if is_error(one.actual.text) or is_error(one.target.text):
        return  # JX107
    points = row.scored.points
    if (points is None and not (one.points.blank or one.points.none)) or (points is not None and points < 0):
        return  # JX306
    wanted = one.target_value.kind
    why = "定性指标按三档计分" if wanted is Kind.TEXT and not one.target_value.unsettled else misfit.why
    cited = (
        grounds.COMPARED.cite(row.policy)
        if wanted is not Kind.TEXT or misfit.of_target
        else row.policy.rule("qualitative.full").cited
    )
    outcome = "" if row.pointless else "，不能计分"
    if misfit.remedy:
        wrong = one.target if misfit.of_target else one.actual
        yield error(wrong, f"{row.title}的{misfit.why}{outcome}", cited, misfit.remedy)
        return
    yield error(
        one.actual,
        f"{row.title}的实际完成值{quote(one.actual.text)}无法与指标值{quote(one.target.text)}比较{outcome}",
        f"{why}；{cited}",
        _FIXES.get(wanted, _TIERS),
    )
