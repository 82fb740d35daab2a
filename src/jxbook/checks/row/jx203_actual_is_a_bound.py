"""JX203 实际完成值写成了范围

查什么
    实际完成值有没有“≥”“≤”“以上”“以内”一类的字样，是不是照抄了年度指标值。

为什么
    完成值应当是实际发生的数或时间。写成范围，等于没有填；照抄指标值，看不出完成了多少。

示例
    会报：三级指标：活动完成时间｜年度指标值：≤12月｜实际完成值：≤12月
    会报：三级指标：参加活动人次｜年度指标值：≥200人次｜实际完成值：200人次以上
    不报：三级指标：活动完成时间｜年度指标值：≤12月｜实际完成值：11月

怎么改
    写实际完成的数值或时间，不带“≥”“≤”“以上”“以内”。

依据
    官方：财预〔2020〕10号第十六条（单位自评：与年初指标值相比）、第十七条（部门评价、财政评价：比较法，将实施情况与绩效目标等比较）
    实践：取自公开自评表中的实例
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error, note
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.scoring import State
from jxbook.scoring.bounds import is_exported
from jxbook.values import Kind, fold


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    if not one.actual_value.bound:
        return
    copied = fold(one.actual.text) == fold(one.target.text)
    wrong = copied or row.score.state is not State.SCORED
    timed = one.actual_value.kind is Kind.TIME
    if not wrong and is_exported(one.target_value, one.actual_value):
        yield note(
            one.actual,
            f"{row.title}的实际完成值{quote(one.actual.text)}按{quote(fold(one.actual.text)[1:])}计分，"
            f"前面的“{one.actual_value.bound}”是指标值的符号",
            f"有的系统导出时在实际完成值前也印上指标符号；{grounds.READING}",
            "请核对；手工填写的，只写实际完成的数值",
        )
        return
    yield (error if wrong else note)(
        one.actual,
        f"{row.title}的实际完成值{quote(one.actual.text)}{'照抄了年度指标值' if copied else '是一个范围，不是实际的值'}",
        f"完成值应当是实际发生的{'时间' if timed else '数值'}；{grounds.COMPARED.cite(row.policy)}",
        "请写实际完成的时间，如“11月”“2024-11-30”" if timed else "请写实际完成的数值，不带“≥”“≤”“以上”“以内”",
    )
