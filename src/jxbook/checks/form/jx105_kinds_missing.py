"""JX105 缺少应有的指标类别

查什么
    数量、质量、时效指标有没有各设一条以上，效益指标、满意度指标有没有设。

为什么
    缺了某一类，项目的产出或效益就反映不全，评审时会问。

示例
    会报：三级指标：活动验收合格率｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无
    不报：三级指标：志愿服务队伍｜三级指标改为：无｜年度指标值：无｜实际完成值：无｜分值：无｜得分：无

怎么改
    补设缺少的一类；确实不适用的，在报告中说明，把分值调到其他指标。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（原则上每一项目均应设置产出指标和效益指标）
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（二）（数量指标和质量指标原则上均需设置）
    实践：时效、满意度各设一条以上，取自评审要点；101号对这两类不作强制要求
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import listed
from jxbook.form import Entry

_WANTED = ("数量指标", "质量指标", "时效指标", "效益指标", "满意度指标")


def check(case: Case) -> Iterator[Flaw]:
    present: set[str] = set()
    for row, place in zip(case.rows, case.places, strict=True):
        if place is None:
            return  # labels of a tree that the policy does not know: JX206
        present.add(place[0].name)
        present.add(place[1].name if place[1] else row.indicator.level2.text)
    absent = [name for name in _WANTED if name not in present]
    if not absent:
        return
    tree = case.policy.tree.level1
    offered = {one.name for one in tree} | {two.name for one in tree for two in one.level2}
    if not any(row.indicator.level2.cell for row in case.rows) and case.form.columns:
        offered = {
            one.name for one in tree
        }  # a form without 二级指标 does not say of which kind its rows are
    missing = [name for name in absent if name in offered]
    if missing:
        yield warning(
            _place(case, missing[0]),
            f"没有设{listed(missing)}",
            f"产出和效益应当反映完整；{grounds.REVIEWED}",
            "请补设缺少的指标；确实不适用的，在报告中说明，把分值调到其他指标",
        )


def _place(case: Case, kind: str) -> Entry | None:
    """Where the kind would stand: at the first 二级指标 under its 一级指标."""
    found = case.level2(kind)
    rows = zip(case.rows, case.places, strict=True)
    under = (row.indicator.level2 for row, place in rows if place and found and place[0] is found[0])
    return next(under, None)
