"""JX413 项目是否完成没有填写

查什么
    按区间给执行率计分的政策，执行率没有达到最高一档、也没有超过预算时，“项目是否完成”有没有填“是”或“否”。
    “已完成”“未完成”等写法也认。

为什么
    项目已完成、执行数控制在预算之内的，执行率按最高一档计分；没有完成的，按执行率所在的档计分。

示例
    会报：评价政策：mof-2021-101｜年度资金总额：10、10、9｜项目是否完成：空
    不报：评价政策：mof-2021-101｜年度资金总额：10、10、9｜项目是否完成：是

怎么改
    在“项目是否完成”填“是”或“否”。

依据
    实践：财预〔2021〕101号（中央部门参考试行）附件1三（七）2的举例：项目完成，且执行数控制在年度预算规模之内的，得10分
    假定：没有填写的按未完成计，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import quote
from jxbook.form import NO_ENTRY
from jxbook.form.facts import FINISHED
from jxbook.scoring.funds import Finished, read_finished


def check(case: Case) -> Iterator[Flaw]:
    if not case.scoring.execution.hinges:
        return
    entry = case.form.project.facts.get(FINISHED, NO_ENTRY)
    said = read_finished(entry.text)
    if said is Finished.UNSTATED:
        yield warning(
            entry,
            f"没有填写{FINISHED}，按未完成计",
            case.policy.rule("execution.unstated").cited,
            f"请在“{FINISHED}”填“是”或“否”；已完成的，执行率按最高一档计分",
        )
    elif said is Finished.UNCLEAR:
        what = f"{FINISHED}填写的是{quote(entry.text)}，看不出是否完成，执行率暂不能计分"
        yield error(entry, what, "只能是已完成或未完成，看不出就不能计分", "请填“是”或“否”")
