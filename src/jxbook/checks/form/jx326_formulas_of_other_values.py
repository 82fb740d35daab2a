"""JX326 表中公式按旧的政策计分

查什么
    工作簿里的表格公式（没有 JX_ 函数的地方由它们计分）是不是按现在这个政策文件编制的。

为什么
    制表以后政策文件改过，表中公式仍按原来的数计分，在没有函数的地方显示的得分、执行率得分和等级就与现在的政策不同，表上看不
    出来。

示例
    会报：表中公式的政策：00000000
    不报：表中公式的政策：现在的取值

怎么改
    在装有本程序的电脑上运行 jxbook renew 文件，公式按现在的政策重新编制，填报内容不动。采用的本单位表样（new --like）没有
    renew，请用没有公式的表样重新采用。

依据
    实践：编制时的取值记在工作簿里，与现在这个政策文件的取值逐项比较，由本程序比对
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.policy.fingerprint import fingerprint, policy_in

_RENEW = "请运行 jxbook renew，把表中公式按现在的政策重新编制，填报内容不动"
_ADOPTED = "请用没有公式的表样重新采用（jxbook new --like），再把填报内容粘贴过去"


def check(case: Case) -> Iterator[Flaw]:
    form, policy = case.form, case.policy
    if policy_in(form.fingerprint) == policy.id and form.fingerprint != fingerprint(policy):
        yield warning(
            form.policy_entry,
            "表中公式按制表时的政策计分，政策文件后来改过",
            "在没有 JX_ 函数的地方，表上显示的得分、执行率得分和等级仍是按原来的规定算的",
            _ADOPTED if form.adopted else _RENEW,
        )
