"""JX206 一级、二级指标名称放错了位置

查什么
    一级指标栏写的是不是一级指标，二级指标是不是属于它上面的一级指标。
    成本指标单列或列在产出指标之下，两种表样都有，不查。

为什么
    名称放错，分类汇总和权重核对就会出错，报告里的层次也会乱。

示例
    会报：三级指标：参加活动人次｜一级指标：经济效益指标｜二级指标：社会效益指标
    不报：三级指标：参加活动人次｜一级指标：效益指标｜二级指标：社会效益指标

怎么改
    按表样改回原来的名称；本地另有规定的，请选用本地的评价政策。

依据
    官方：财预〔2020〕10号附件1（单位自评：产出指标、效益指标、满意度指标及其二级指标）、附件2（参考）（部门评价、财政评价：决策、过程、产出、效益，项目支出绩效评价指标体系框架）
    实践：地方表样可能另设二级指标
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import cited, listed, quote
from jxbook.form import Entry
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy.model import Level1
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    if other := _other_framework(case):
        yield note(
            other[0],
            f"一级指标（{listed(one.text for one in other)}）是另一套体系，没有与所选政策的指标体系核对",
            f"{cited(case.policy.tree.basis, case.policy.tree.mark)}列出的是{listed(one.name for one in case.policy.tree.level1)}",
            "表样如此的，不用改；有本地政策的，请用 --policy 指定",
        )
        return
    seen: set[CellRef | None] = {None}
    for row in case.rows:
        upper, lower = row.indicator.level1, row.indicator.level2
        if upper.cell not in seen:
            seen.add(upper.cell)
            yield from _upper(case, upper)
        if lower.cell not in seen:
            seen.add(lower.cell)
            yield from _lower(case, upper, lower)


def _other_framework(case: Case) -> list[Entry]:
    """The 一级指标 of a form that is parted otherwise: 决策, 管理, 产出, 效益, or 投入, 过程, 产出, 效果."""
    if all(case.level1(row.indicator.level1.text) for row in case.rows):
        return []
    labels = {row.indicator.level1.cell: row.indicator.level1 for row in case.rows}
    unknown = [
        one
        for cell, one in labels.items()
        if cell and not case.level1(one.text) and not _EXECUTION.fullmatch(fold(one.text))
    ]
    others = [one for one in unknown if _PARTS.fullmatch(fold(one.text))]
    return list(labels.values()) if len(others) > 1 or (others and len(others) == len(unknown)) else []


_EXECUTION = pattern(r"(?:项目)?(?:预算|资金)执行(?:率|情况)?(?:指标)?")
"""The 执行率 among the indicators, where a form gives it a label of its own."""

_PARTS = pattern(
    r"(?:项目|预算|部门)?(?:决策|管理|过程|投入|产出|效益|效果|立项|实施|执行)(?:指标|情况|管理)?"
    r"|履职效能|(?:履职|运行|管理)?(?:效率|效能)|社会效应|可持续发展(?:能力|性)?|(?:服务)?满意度?"
)


def _upper(case: Case, label: Entry) -> Iterator[Flaw]:
    tree = case.policy.tree
    if case.level1(label.text) or missing(label) or _EXECUTION.fullmatch(fold(label.text)):
        return
    names = listed(one.name for one in tree.level1)
    place = case.level2(label.text)
    if place is None:
        yield warning(
            label,
            f"一级指标{quote(label.text)}不在指标体系中",
            f"一级指标有{names}；依据：{cited(tree.basis, tree.mark)}",
            "请改回表样中的名称；本地另有规定的，请选用本地的评价政策",
        )
    elif not place[1].cost:
        yield warning(
            label,
            f"一级指标栏写的{quote(label.text)}是二级指标",
            f"它属于{quote(place[0].name)}；依据：{cited(tree.basis, tree.mark)}",
            f"请把一级指标改为{quote(place[0].name)}",
        )


def _is_short(above: Level1 | None, label: Entry) -> bool:
    """Does a label begin the name of a 二级指标 under its 一级指标: 社会 under 效益, 服务对象 under 满意度?"""
    said = fold(label.text).removesuffix("指标")
    return len(said) > 1 and above is not None and any(two.name.startswith(said) for two in above.level2)


def _lower(case: Case, upper: Entry, label: Entry) -> Iterator[Flaw]:
    tree = case.policy.tree
    above, place = case.level1(upper.text), case.level2(label.text)
    if place is None and not missing(label) and not _is_short(above, label):
        yield note(
            label,
            f"二级指标{quote(label.text)}不在指标体系中",
            f"{cited(tree.basis, tree.mark)}列出了二级指标的名称；另设的请确认",
            "请改回表样中的名称；确需另设的，可以保留",
        )
    elif place and above and above is not place[0] and not place[1].cost:
        yield warning(
            label,
            f"二级指标{quote(label.text)}写在了{quote(above.name)}之下",
            f"它属于{quote(place[0].name)}；依据：{cited(tree.basis, tree.mark)}",
            f"请移到{quote(place[0].name)}之下，或改正一级指标的名称",
        )
