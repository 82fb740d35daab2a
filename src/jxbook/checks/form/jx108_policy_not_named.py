"""JX108 表中没有写评价政策

查什么
    “基本信息”中的评价政策是否写明。外来的自评表通常没有这一项。

为什么
    不同地方的计分规则不同，按错了政策，得分就不同。

    由 jxbook 新建的表记得制表时的政策，这一栏被清空时按它计分。

示例
    会报：项目名称：社区文化活动项目
    不报：评价政策一栏：mof-2020-10

怎么改
    用 jxbook new 新建的表已经写明；外来的表，计分时用 --policy 指定。

依据
    假定：没有写明时按财预〔2020〕10号计分，由本程序暂定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note


def check(case: Case) -> Iterator[Flaw]:
    form, one = case.form, case.policy.identity
    if form.adopted and form.policy_entry.cell is None and form.made_for == one.id:
        return  # a report of ours says by which policy it was made, though it has no box for it
    if form.policy_entry.blank and form.made_for == one.id:
        yield note(
            form.policy_entry,
            f"“评价政策”一栏是空的，按制表时的政策{one.number}计分",
            "这张表由 jxbook 按该政策生成，表中的公式也按它计算",
            f"请在该单元格填写 {one.id}",
        )
    elif form.policy_entry.blank:
        yield note(
            None,
            f"表中没有写评价政策，按“{one.name}”（{one.number}）计分",
            f"各地的计分规则不同；{grounds.PRUDENT}",
            "请核对是否适用；另有规定的，计分时用 --policy 指定",
        )
