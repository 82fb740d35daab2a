"""JX102 指标行没有填全

查什么
    已经使用的指标行，三级指标、年度指标值、实际完成值、分值有没有空着。整行填“无”的不查。

为什么
    缺一项就不能计分，总分只能显示“待完善”。

示例
    三级指标 举办活动场次，年度指标值 ≥20场，实际完成值 空

怎么改
    补填空着的一项；本行不适用的，四项都填“无”。

依据
    官方：财预〔2020〕10号第二十五条（内容完整）、附件1（表中列有这四项）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Row, missing
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import listed
from jxbook.scoring import State


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    if row.score.state is not State.UNFILLED and not missing(one.name):
        return
    entries = {"年度指标值": one.target, "实际完成值": one.actual, "分值": one.points}
    if one.target.cell is not None:  # in a form; a cell function has no name to miss
        entries = {"三级指标": one.name, **entries}
        entries = {label: entry for label, entry in entries.items() if entry.cell is not None}
    absent = {label: entry for label, entry in entries.items() if missing(entry)}
    if absent:
        yield error(
            next(iter(absent.values())),
            f"{row.title}没有填写{listed(absent)}",
            f"缺项的指标不能计分；{grounds.COMPLETE}",
            f"请补填{listed(absent)}；不适用的，整行填“无”",
        )
