"""JX207 同一个指标写了两遍

查什么
    同一个二级指标之下，有没有名称相同的三级指标。

为什么
    同一件事计了两次分，或者是复制一行后忘了改名。

示例
    会报：三级指标：活动验收合格率｜二级指标：数量指标｜三级指标改为：举办活动场次
    不报：三级指标：活动验收合格率｜二级指标：质量指标｜三级指标改为：举办活动场次

怎么改
    合并成一行，或把名称改得可以区分，如“线上活动场次”“线下活动场次”。

依据
    假定：由本程序提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.form import Entry


def check(case: Case) -> Iterator[Flaw]:
    first: dict[tuple[str, str], Entry] = {}
    for row in case.rows:
        name = row.indicator.name
        if name.blank:
            continue
        earlier = first.setdefault((row.indicator.level2.text, name.text), name)
        if earlier is not name:
            where = f"与{earlier.cell.address}" if earlier.cell else "与前面一行"
            yield note(
                name,
                f"三级指标{row.title}{where}同名",
                f"同一件事可能计了两次分；{grounds.PRUDENT}",
                "请合并成一行，或把两个名称改得可以区分",
            )
