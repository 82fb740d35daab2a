"""JX205 超额完成较多，没有说明原因

查什么
    完成值远高于指标值（完成率达到政策规定的百分比，缺省130%），“偏差原因分析及改进措施”却空着或填“无”。
    有的政策规定没有说明原因的不能上报，按错误处理；这些政策的“≤”指标按相同幅度低于指标值也查，
    完成值为0的（如事故0起）不查。其他政策的“≤”指标低于指标值是好事，文件没有要求说明，不查。

为什么
    完成值高出较多的要分析原因；是年初指标值定得明显偏低的，要按偏离度适度调减分值。

示例
    会报：三级指标：参加活动人次｜年度指标值：≥200人次｜实际完成值：300人次｜偏差原因：无
    不报：三级指标：参加活动人次｜年度指标值：≥200人次｜实际完成值：300人次｜偏差原因：下半年增加两场大型活动，参加人数增多

怎么改
    在“偏差原因分析及改进措施”栏写明原因，如增加了场次、参与面扩大，或者指标值定得偏低（“≤”指标为偏高）、下年如何调整。

依据
    官方：财预〔2020〕10号第十六条（单位自评：对完成值高于指标值较多的，要分析原因）
    实践：界限130%取自广西一体化系统；“≤”指标文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import Flaw, error, note, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote, rate


def check(row: Row) -> Iterator[Flaw]:
    deviation = row.score.deviation
    if deviation is None or row.explained or "reason" not in row.asked or not row.far_beyond:
        return
    one, say = row.indicator, warning
    if row.policy.word("over_fulfilment.missing_reason") == "error":
        say = error
    elif deviation < 0:
        return
    above, basis = deviation > 0, row.policy.rule("over_fulfilment.reason_from").cited
    yield (say if above else note)(
        row.reason_place,
        f"{row.title}指标值{quote(one.target.text)}，完成值{quote(one.actual.text)}，"
        f"{'超出' if above else '低于指标值'}{rate(abs(deviation))}，没有说明原因",
        basis if above else f"“≤”指标参照办理：{basis}",
        f"请在“偏差原因分析及改进措施”栏写明原因；指标值定得{'偏低' if above else '偏高'}的，写明下年如何调整",
    )
