"""JX529 偏差原因没有写改进措施

查什么
    没有达到指标值的指标，“偏差原因分析及改进措施”写了原因的，有没有写下一步怎样改进。外来的表这一栏可能只问原因，不查；
    太笼统的见 JX505。

为什么
    只有原因没有措施，问题等于没有处理。

示例
    会报：本程序新建的自评表｜三级指标：举办活动场次｜实际完成值：16场｜得分：12｜偏差原因：因连续降雨，10月和11月的户外活动有4场没有举办
    不报：本程序新建的自评表｜三级指标：举办活动场次｜实际完成值：16场｜得分：12｜偏差原因：因连续降雨，户外活动有4场没有举办，2025年3月底前补办

怎么改
    接着写明措施，例如“已改在室内，2025年3月底前补办”。

依据
    官方：财预〔2020〕10号第十一条（单位自评：对未完成绩效目标的，要说明原因，研究提出改进措施）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：存在的问题及原因分析、有关建议）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.row import jx505_reason_vague
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.prose import split_reason

_STEP = pattern(
    r"措施|下一步|下一年|明年|今后|以后|将(?!近)|拟|计划(?!数|的|完成|任务|值)|加强|加大|完善|改进|整改|督促|督办|确保|调整|尽快|力争|"
    r"提前|优化|建立|健全|落实|追缴|补[办充做齐]|强化|改[为在用]|推进|已(?!经|完成)|20\d\d年\d|月底前|继续|争取|协调|严格|提高|"
    r"核[减定]|重新|做好|做到|避免|细化|合理|安排|培训"
)


def check(case: Case) -> Iterator[Flaw]:
    if not (case.form.ours or not case.form.columns) or "reason" not in case.asked:
        return  # elsewhere the column may ask for nothing but the cause
    for row in case.rows:
        if not ((row.short and not row.score.met) or row.unmet) or not row.explained:
            continue
        text = row.indicator.reason.text
        if _STEP.search(text) or split_reason(text).measures or any(jx505_reason_vague.check(row)):
            continue
        yield warning(
            row.indicator.reason,
            f"{row.title}的偏差原因{quote(text)}没有写改进措施",
            grounds.MEASURES.cite(case.policy),
            "请接着写明下一步怎样改进、什么时候做完",
        )
