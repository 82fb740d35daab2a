"""JX801 同一项目报了两份

查什么
    一次汇总的文件里，项目名称、实施单位、项目编码和年度都相同的自评表有两份以上。内容相同的是重复报送，
    合计只计第一份；总分、预算数、执行数或完成值不同的，要问清以哪一份为准。

为什么
    重复的表会使项目数和金额多计，两份不同的表不知道哪一份有效。

示例
    会报：修路：总分 95｜修路：总分 88
    不报：修路：总分 95｜修桥：总分 95

怎么改
    请单位确认以哪一份为准，把另一份移出文件夹后重新汇总。

依据
    实践：汇总时的通行做法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import error, note
from jxbook.checks.submission import Joint, Many, Submission
from jxbook.checks.wording import quote

_WHY = "重复的表会使项目数和金额多计"


def check(case: Many) -> Iterator[Joint]:
    for first, others in case.doubles:
        differing = [one for one in others if _says(one) != _says(first)]
        if differing:
            what = f"{quote(first.project)}报了{len(others) + 1}份，内容不同：{_differences(first, differing[0])}"
            flaw = error(
                None,
                what,
                "不知道哪一份有效，合计只计了第一份",
                "请单位确认以哪一份为准，把其余的撤回",
            )
        else:
            what = f"{quote(first.project)}报了{len(others) + 1}份，内容相同，合计只计一份"
            flaw = note(None, what, _WHY, "请移出多余的文件")
        yield Joint(flaw, (first, *others))


def _says(one: Submission) -> tuple[object, ...]:
    """What two copies of a form have in common."""
    return (
        one.total,
        one.budget,
        one.spent,
        tuple((line.name, line.target, line.actual) for line in one.lines),
    )


def _differences(first: Submission, other: Submission) -> str:
    told = [
        f"{label}{_shown(own)}与{_shown(theirs)}"
        for label, own, theirs in (
            ("总分", first.total, other.total),
            ("预算数", first.budget, other.budget),
            ("执行数", first.spent, other.spent),
        )
        if own != theirs
    ]
    return "、".join(told) or "指标或完成值不同"


def _shown(number: float | None) -> str:
    return "空白" if number is None else f"{number:g}"
