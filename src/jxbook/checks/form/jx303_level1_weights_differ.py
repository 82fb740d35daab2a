"""JX303 一级指标的权重与政策不同

查什么
    各一级指标的分值合计，与政策列出的权重是否相同。不设满意度指标、把它的分值加到效益指标的，不查。

为什么
    一级指标权重原则上统一设置；有特殊情况可以调整，评审时会问理由。

示例
    产出指标60分（原则上50分），效益指标20分（原则上30分）

怎么改
    按统一的权重调整分值；有特殊情况的，保留并在报告中说明理由。

依据
    官方：财预〔2020〕10号第十三条（产出50%、效益30%、满意度10%，如有特殊情况可做适当调整）
    官方：财预〔2021〕101号附件1（不设满意度指标的，效益指标可调增10%；适用于中央部门）
    实践：地方权重取自公开的自评表
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.wording import cited, figure, listed
from jxbook.policy import Mark

_BENEFIT, _SATISFACTION = "效益指标", "满意度指标"


def check(case: Case) -> Iterator[Flaw]:
    tree = case.policy.tree
    wanted = {one.name: one.points for one in tree.level1}
    found = dict.fromkeys(wanted, Decimal(0))
    for row, place in zip(case.rows, case.places, strict=True):
        if place is None or row.scored.points is None:
            return  # cannot be told: JX206, JX102
        found[place[0].name] += row.scored.points
    if not case.rows or found == wanted:
        return
    if not found.get(_SATISFACTION) and _BENEFIT in wanted:
        wanted[_BENEFIT] += wanted.pop(_SATISFACTION, Decimal(0))
    differing = [
        f"{name}{figure(found[name])}分（政策{figure(points)}分）"
        for name, points in wanted.items()
        if found[name] != points
    ]
    if differing:
        yield (warning if tree.weights_mark is Mark.OFFICIAL else note)(
            None,
            listed(differing),
            cited(tree.weights_basis, tree.weights_mark),
            "请核对权重；有特殊情况需要调整的，可以保留，并在报告中说明理由",
        )
