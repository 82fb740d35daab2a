"""JX210 完成值与文字说明矛盾

查什么
    按时间、按文字或按100%达到指标值的三级指标，年度总体目标的“实际完成情况”或子项目的“说明”中，有没有写同一件事没有完成；
    按数量达到指标值的，有没有写“其中”几个没有完成、又出现反弹、冲毁、取消；没有扣分的指标，自己的偏差原因中有没有写几个没有完成、发生了几起；完成值写了完工时间的，有没有写仍在施工；
    只有一项机制类指标达到指标值的，有没有写办法、细则一类的文件没有出台。

为什么
    自评表记满分，文字又写没有完成，两处只有一处对，评审时会要求核对。

示例
    会报：三级指标：补贴发放完成时间｜年度指标值：≤12月｜实际完成值：12月｜实际完成情况：发放补贴216户，其余184户补贴未发放。
    会报：三级指标：长效管护机制｜年度指标值：健全｜实际完成值：健全｜实际完成情况：管护办法已印发，考核细则尚未出台。
    会报：三级指标：改造完工时间｜年度指标值：≤11月｜实际完成值：11月｜实际完成情况：完成3个小区改造，其余5个小区仍在施工。
    会报：三级指标：黑臭水体整治处数｜年度指标值：5处｜实际完成值：5处｜实际完成情况：整治黑臭水体5处，其中1处返黑。
    会报：三级指标：设备验收合格率｜年度指标值：=100%｜实际完成值：100%｜偏差原因：6台未验收
    不报：三级指标：设备验收合格率｜年度指标值：=100%｜实际完成值：100%｜偏差原因：无
    不报：三级指标：补贴发放完成时间｜年度指标值：≤12月｜实际完成值：12月｜实际完成情况：补贴全部发放，2户未申请。
    不报：三级指标：长效管护机制｜年度指标值：健全｜实际完成值：健全｜实际完成情况：管护办法和考核细则均已出台。

怎么改
    核对实际情况：没有完成的，改实际完成值和得分；已经完成的，改文字。改动前须核对。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实、结果客观；部门评价、财政评价：报告应当客观公正）
    假定：“同一件事”按名称中的字判断
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.scoring.denied import denials


def check(case: Case) -> Iterator[Flaw]:
    for one in denials(case.scoring):
        row, reached = one.row.indicator, "达到指标值" if one.row.score.met else "表示已经完成"
        yield warning(
            row.actual,
            f"{quote(row.name.text)}的实际完成值{quote(row.actual.text)}{reached}，{one.label}写有{quote(one.clause)}",
            grounds.contradictory("两处不能都对", case.policy),
            "请核对实际情况：没有完成的，改实际完成值；已经完成的，改文字",
        )
