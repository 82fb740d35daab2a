"""JX505 偏差原因过于笼统

查什么
    没有得满分或超额较多的指标，所写的原因是不是只有一句“管理不到位”“执行进度慢”“客观原因”，
    或者短得说不清事情。

为什么
    原因要能说明是什么事情、影响了什么，改进措施才有着落。

示例
    会报：三级指标：举办活动场次｜实际完成值：16场｜得分：12｜偏差原因：管理不到位
    不报：偏差原因：同上（看上一行的）
    不报：三级指标：举办活动场次｜实际完成值：16场｜得分：12｜偏差原因：因场地维修，9月至10月有4场活动未能举办；下年提前落实备用场地

怎么改
    写明时间、事情、影响了多少，以及下一步怎样改进。

依据
    官方：财预〔2020〕10号第十一条（单位自评：要分析并说明原因，研究提出改进措施）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：存在的问题及原因分析、有关建议）
    实践：“具体”的要求和所列说法取自评审要点；字数界限由本程序暂定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.prose import points_above
from jxbook.values import fold

_SHORT = 20
_VAGUE = pattern(
    r"(?:管理|工作|落实|监管|组织|协调|沟通|宣传)(?:力度)?(?:不到位|不够|不足|不力)|(?:执行|支出|项目|工程|工作)?进度(?:较|偏|缓)?慢|"
    r"重视(?:程度)?不(?:够|足)|[主客]观原因|其他原因|疫情(?:影响|原因)|(?:经费|人员|资金|经验)(?:不足|有限|紧张)|"
    r"指标(?:值)?设[置定]不(?:合理|科学)|加强管理"
)


def check(row: Row) -> Iterator[Flaw]:
    if not row.explained or not (row.short or row.unmet or row.far_beyond):
        return
    if points_above(row.indicator.reason.text):
        return
    reason = fold(row.indicator.reason.text)
    if len(reason) >= _SHORT or (
        len(reason) >= row.policy.number("checks.reason_shortest") and not _VAGUE.search(reason)
    ):
        return
    yield warning(
        row.indicator.reason,
        f"{row.title}的偏差原因{quote(row.indicator.reason.text)}过于笼统",
        f"{grounds.MEASURES.cite(row.policy)}；原因应当具体，是{grounds.REVIEWED}",
        "请写明什么时间、什么事情、影响了多少，以及下一步怎样改进",
    )
