"""JX802 多份表的文字相同

查什么
    三个以上不同项目的自评表里，偏差原因、完成情况或报告素材中有一段20字以上的文字一字不差。

为什么
    不同项目的原因和成效不会一样，相同的文字多半是照抄的，说明不了本项目的情况。

示例
    会报：修路：偏差原因 因工作推进较慢，年度内未能全部完成，下一步将加快进度。｜修桥：偏差原因 因工作推进较慢，年度内未能全部完成，下一步将加快进度。｜种树：偏差原因 因工作推进较慢，年度内未能全部完成，下一步将加快进度。
    不报：修路：偏差原因 因雨季停工两个月，12公里改在下年4月完工。｜修桥：偏差原因 因征地未完成，开工推迟到9月。｜种树：偏差原因 因苗木涨价，少种400株。

怎么改
    请各单位按本项目的实际情况重写。

依据
    实践：各地复核通报中列举的常见问题
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import warning
from jxbook.checks.submission import Joint, Many, Submission
from jxbook.checks.wording import quote
from jxbook.values import fold

_LONG, _FORMS, _SHOWN = 20, 3, 40
_ASKED_FOR = "年度总体目标"
"""What a superior sets for all of its units alike."""


def check(case: Many) -> Iterator[Joint]:
    met: dict[str, dict[str, tuple[str, str, Submission]]] = {}
    for form in case.forms:
        for about, text in form.texts:
            if len(text) >= _LONG and about != _ASKED_FOR:
                met.setdefault(fold(text), {}).setdefault(fold(form.project), (about, text, form))
    for found in met.values():
        if len(found) >= _FORMS:
            about, text, _ = next(iter(found.values()))
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
            what = f"{len(found)}个项目的{quote(about)}文字相同：{shown}"
            flaw = warning(
                None, what, "不同项目的情况不会一样，相同的文字说明不了本项目", "请按本项目的实际情况重写"
            )
            yield Joint(flaw, tuple(form for _, _, form in found.values()))
