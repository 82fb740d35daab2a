"""JX804 项目预算与部门数不符

查什么
    同一次汇总里有部门整体支出自评表的，各项目的全年预算数合计与其中的项目支出对照；用 --expected 给出项目清单
    并写有预算数的，各项目的年初预算数（没有的看全年预算数）与清单对照。相差不到1%的不算。

为什么
    合计对不上，说明有项目没有报来，或者有的表金额、单位填错。

示例
    会报：部门整体：项目支出 140｜修路：全年预算数 60｜修桥：全年预算数 40
    不报：部门整体：项目支出 100｜修路：全年预算数 60｜修桥：全年预算数 40

怎么改
    核对有没有漏报的项目，金额单位是不是万元；预算调整过的，年初预算数照批复填写。

依据
    实践：汇总时的通行做法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import warning
from jxbook.checks.submission import Joint, Many, Submission
from jxbook.checks.wording import quote

_CLOSE = 0.01
_FIX = "请核对有没有漏报的项目，金额单位是不是万元"
_FIX_ONE = "请核对金额单位是不是万元，年初预算数是否照批复填写"


def check(case: Many) -> Iterator[Joint]:
    yield from _departments(case)
    for form, line in case.expected:
        known = [one for one in (form.initial, form.budget) if one is not None]
        if line.initial is not None and known and all(_apart(line.initial, one) for one in known):
            what = f"{quote(form.project)}的预算数{known[0]:g}万元，项目清单中是{line.initial:g}万元"
            yield Joint(warning(None, what, "清单是批复的数", _FIX_ONE), (form,))


def _departments(case: Many) -> Iterator[Joint]:
    own: dict[tuple[str, int | None], list[Submission]] = {}
    for form in case.forms:
        if not form.of_department and form.budget is not None:
            own.setdefault((form.department, form.year), []).append(form)
    totals = {key: sum(form.budget or 0 for form in forms) for key, forms in own.items()}
    for whole in case.forms:
        key = whole.department, whole.year
        if whole.projects is not None and key in own and _apart(whole.projects, totals[key]):
            forms, total = own[key], totals[key]
            what = (
                f"{quote(whole.department)}整体支出自评表的项目支出{whole.projects:g}万元，"
                f"报来的{len(forms)}个项目合计{total:g}万元"
            )
            yield Joint(warning(None, what, "合计对不上，有项目没有报来，或金额填错", _FIX), (whole, *forms))


def _apart(one: float, other: float) -> bool:
    return abs(one - other) > _CLOSE * max(abs(one), abs(other))
