"""JX309 得分超出分值或小于0

查什么
    表中填写的得分是否大于分值，或者小于0，或者不是数。表样没有分值一列的，与总分比较。

为什么
    完成指标值的记全部分值，最多也就是分值；最少是0。

示例
    会报：三级指标：举办活动场次｜分值：15｜得分：16
    不报：三级指标：举办活动场次｜分值：15｜得分：15

怎么改
    改正得分，或检查分值是否填错。

依据
    官方：财预〔2020〕10号第十六条（单位自评：完成指标值的，记该指标所赋全部分值）
    实践：填报系统要求得分不大于分值
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import figure, quote
from jxbook.scoring import UNCLEAR, UNFINISHED

_LIMIT = {False: "分值", True: "总分"}


def check(row: Row) -> Iterator[Flaw]:
    points, stated, entry = row.scored.points, row.written, row.indicator.earned
    if "points" not in row.asked and not row.pointless:
        points = row.policy.number("weights.total")
    if points is None or points < 0 or entry.raw is None:
        return
    unsettled = (row.score.misfit and not row.given) or entry.text in (UNCLEAR, UNFINISHED)
    if stated is None and (entry.blank or entry.none or entry.text.startswith("#") or unsettled):
        return  # not filled in, an error of the formula (JX107), or what a cell shows that cannot score (JX201, JX202)
    if stated is not None and 0 <= stated <= points:
        return
    said = (
        "不是数"
        if stated is None
        else "小于0"
        if stated < 0
        else f"大于{_LIMIT[row.scored.points is None]}{figure(points)}分"
    )
    yield error(
        entry,
        f"{row.title}填写的得分{quote(entry.text)}{said}",
        grounds.impossible(stated, f"得分应在0与分值之间；{row.policy.rule('quantitative.cap').cited}"),
        "请改正得分，或检查分值是否填错",
    )
