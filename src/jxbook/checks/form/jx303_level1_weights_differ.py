"""JX303 一级指标的权重与政策不同

查什么
    各一级指标的分值合计，与政策列出的权重是否相同。有的一级指标整类不设的，与政策为这种情形列出的权重比较。

为什么
    一级指标权重原则上统一设置；有特殊情况可以调整，评审时会问理由。部门评价、财政评价的权重由评价组织方确定。

示例
    会报：三级指标：举办活动场次｜分值：10｜三级指标：参加活动人次｜分值：25
    不报：三级指标：举办活动场次｜分值：20｜三级指标：活动验收合格率｜分值：10

怎么改
    按统一的权重调整分值；有特殊情况的，保留并在报告中说明理由。

依据
    官方：财预〔2020〕10号第十三条（单位自评：原则上产出指标50%、效益指标30%、服务对象满意度指标10%，如有特殊情况可做适当调整）
    官方：财预〔2021〕101号（中央部门参考试行）附件1三（六）（原则上一级指标权重统一设置；不需设置满意度指标的，效益指标可调增10%）
    实践：地方权重取自公开的自评表
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.wording import cited, figure, listed
from jxbook.policy import Mark


def check(case: Case) -> Iterator[Flaw]:
    tree, found = case.policy.tree, case.weights
    if case.form.other_scores:
        return  # other weights: points for the goal, or in blocks of their own
    if not case.weighed or found is None or not any(one.points for one in tree.level1):
        return
    wanted = {one.name: one.points for one in tree.level1}
    basis, mark = tree.weights_basis, tree.weights_mark
    absent = {name for name, points in found.items() if not points}
    variant = next((one for one in tree.variants if set(one.without) == absent), None)
    if variant:
        wanted, basis, mark = dict(variant.points), variant.basis, variant.mark
    names = [name for name, points in wanted.items() if found[name] != points]
    differing = [f"{name}{figure(found[name])}分（政策{figure(wanted[name])}分）" for name in names]
    if differing:
        yield (warning if mark is Mark.OFFICIAL else note)(
            case.label_of(names[0]),
            listed(differing),
            cited(basis, mark),
            "请核对权重；有特殊情况需要调整的，可以保留，并在报告中说明理由",
        )
