"""JX124 像是指标的行没有计入自评表

查什么
    同一个文件里，别的工作表、别的表格或总分行以下，有没有指标名称、指标值、完成值和分值都填了，
    而这张自评表里没有的行。

为什么
    没有读入的行没有计分，也没有校验；自评表分在几处的，总分就少了这几行。

示例
    会报：总分行下面：培训居民、≥50人、50人、10、10
    不报：三级指标：举办活动场次｜分值：15

怎么改
    是这张自评表的，接在指标表的最后一行下面、总分行上面；另起一张工作表的，表头与前一张写得一样，前一张不写总分。
    属于别的项目或仅供参考的，可以不理会。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote, rows_named


def check(case: Case) -> Iterator[Flaw]:
    for one in case.form.left_out:
        cell = one.first.cell
        where = f"{cell.sheet}{rows_named(one.rows)}" if cell else rows_named(one.rows)
        yield warning(
            one.first,
            f"{where}像是指标（{quote(one.first.text)}{'等' if len(one.rows) > 1 else ''}），没有计入这张自评表的总分",
            f"没有读入的行没有计分，也没有校验；{grounds.READING}",
            "是这张自评表的，请接在指标表最后一行下面、总分行上面，或在续表上写同样的表头；不是的，可以不理会",
        )
