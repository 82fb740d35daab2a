"""JX102 指标行没有填全

查什么
    已经使用的指标行，三级指标、年度指标值、实际完成值、分值有没有空着；得分由评价机构评定的，得分有没有空着。
    表样没有的列不查，整行填“无”的不查；一栏全都空着的，由 JX122 一次指出。

为什么
    缺一项就不能计分，总分只能显示“待完善”。

示例
    会报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：空
    不报：三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：21场

怎么改
    补填空着的一项；本行不适用的，各项都填“无”。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：做到内容完整；部门评价、财政评价：报告应当依据充分）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.indicator_row import Row, missing
from jxbook.checks.wording import listed
from jxbook.form import Entry
from jxbook.form.table import BY_FIELD, REQUIRED
from jxbook.scoring import State
from jxbook.scoring.reviews import METHOD as REVIEWED


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    settled = row.score.state is not State.UNFILLED
    stated = row.policy.word("scoring.source") == "rows" and row.score.method != REVIEWED
    if settled and (one.name.cell is None or not missing(one.name)) and not stated:
        return
    fields = [field for field in REQUIRED if field in row.asked - row.unfilled]
    if stated and not settled:
        fields.append("earned")
    entries: dict[str, Entry] = {BY_FIELD[field].heading: one.entry(field) for field in fields}
    if one.name.cell is not None:  # in a form; a cell function has no name to miss
        entries = {label: entry for label, entry in entries.items() if entry.cell is not None}
    else:
        entries.pop("三级指标", None)
    absent = {label: entry for label, entry in entries.items() if missing(entry)}
    if absent:
        why = "缺项的指标看不出完成情况" if row.pointless else "缺项的指标不能计分"
        yield (warning if row.pointless else error)(
            next(iter(absent.values())),
            f"{row.title}没有填写{listed(absent)}",
            f"{why}；{grounds.COMPLETE.cite(row.policy)}",
            f"请补填{listed(absent)}；不适用的，整行填“无”",
        )
