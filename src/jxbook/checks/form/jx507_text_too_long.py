"""JX507 文字超过字数上限

查什么
    政策规定了字数上限的栏目（如评价结论、存在问题、偏差原因），所写的字数有没有超出。空格和换行不计。

为什么
    超出的部分，填报系统录不进去，或者打印不全。

示例
    会报：政策里的layout.text_limits：预期目标 20｜预期目标：举办社区文化活动20场，服务居民200人次，提高居民的社区参与度
    不报：政策里的layout.text_limits：预期目标 20｜预期目标：举办活动20场，服务居民200人次

怎么改
    压缩到上限以内；详细情况写在“报告素材”中，报告会写入。

依据
    实践：上限以所选政策为准，见四川省公开的自评表；财政部的表没有字数限制
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import figure
from jxbook.form import Entry
from jxbook.form.table import field_of


def check(case: Case) -> Iterator[Flaw]:
    policy = case.policy
    for rule, limits, entries in (
        (policy.rule("layout.boxes"), policy.values("layout.boxes"), _box),
        (policy.rule("layout.text_limits"), policy.values("layout.text_limits"), _others),
    ):
        for label, limit in limits:
            for name, entry in entries(case, label) if limit else ():
                length = Decimal(len("".join(entry.text.split())))
                if length > limit:
                    yield warning(
                        entry,
                        f"{name}有{figure(length)}字，超过{figure(limit)}字",
                        rule.cited,
                        f"请压缩到{figure(limit)}字以内，详细情况写在“报告素材”中",
                    )


def _box(case: Case, label: str) -> Iterator[tuple[str, Entry]]:
    """A box below the table; its limit stands with it in layout.boxes."""
    if label in case.form.boxes:
        yield label, case.form.boxes[label]


def _others(case: Case, label: str) -> Iterator[tuple[str, Entry]]:
    """What else stands under a label: in a column of the indicator table, in the head, among the goals."""
    field = field_of(label)
    for row in case.rows:
        yield f"{row.title}的{label}", row.indicator.entry(field)
    for title, goal in case.goals:
        if label in ("预期目标", "实际完成情况"):
            yield f"{title}{label}", goal.expected if label == "预期目标" else goal.achieved
    if label in case.form.project.facts:
        yield label, case.form.project.facts[label]
