"""JX108 表中没有写评价政策

查什么
    “基本信息”中的评价政策是否写明。外来的自评表通常没有这一项。

为什么
    不同地方的计分规则不同，按错了政策，得分就不同。

示例
    表中没有“评价政策”一项，按财预〔2020〕10号计分

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
    if case.form.policy_entry.blank:
        one = case.policy.identity
        yield note(
            None,
            f"表中没有写评价政策，按“{one.name}”（{one.number}）计分",
            f"各地的计分规则不同；{grounds.PRUDENT}",
            "请核对是否适用；另有规定的，计分时用 --policy 指定",
        )
