"""JX803 各项目的满意度都一样

查什么
    一个主管部门有五个以上项目填了满意度，所有项目的满意度完成值是同一个数。

为什么
    服务对象不同，调查结果不会处处相同，多半没有做过调查。

示例
    会报：修路：满意度 100%｜修桥：满意度 100%｜种树：满意度 100%｜养老：满意度 100%｜助学：满意度 100%
    不报：修路：满意度 100%｜修桥：满意度 96%｜种树：满意度 98%｜养老：满意度 100%｜助学：满意度 93%

怎么改
    请各单位提供调查的份数和结果，没有调查的如实说明。

依据
    实践：各地复核通报中列举的常见问题
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import warning
from jxbook.checks.submission import Joint, Many, Submission
from jxbook.checks.wording import quote
from jxbook.values import fold

_FORMS = 5


def check(case: Many) -> Iterator[Joint]:
    asked: dict[tuple[str, int | None], list[Submission]] = {}
    for form in case.forms:
        if form.satisfactions:
            asked.setdefault((form.department, form.year), []).append(form)
    for (department, _), forms in asked.items():
        values = {fold(value).lstrip("=≥") for form in forms for value in form.satisfactions}
        if len(forms) >= _FORMS and len(values) == 1:
            what = (
                f"{quote(department)}{len(forms)}个项目的满意度都是{forms[0].satisfactions[0].lstrip('=≥＝')}"
            )
            fix = "请提供调查的份数和结果，没有调查的如实说明"
            yield Joint(warning(None, what, "服务对象不同，调查结果不会处处相同", fix), tuple(forms))
