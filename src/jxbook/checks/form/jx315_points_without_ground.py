"""JX315 得分没有指标值和完成值作依据

查什么
    各项得分由评价机构评定的表，有没有一条指标写明了指标值和完成值。评委评分的不查。

为什么
    只有得分，看不出项目要求做到什么、做到了多少，得分无法核对。

示例
    会报：评价政策：beijing-score-table｜各行年度指标值：空｜各行实际完成值：空
    不报：评价政策：beijing-score-table｜三级指标：举办活动场次｜年度指标值：≥20场｜实际完成值：21场

怎么改
    在评分表或报告正文中补写各指标的指标值、完成值和得分的理由。

依据
    官方：财预〔2020〕10号第十六条（单位自评：与年初指标值相比）、第十七条（部门评价、财政评价：比较法，将实施情况与绩效目标等比较）
    实践：没有指标值的评分表，见于公开的评价报告
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import missing
from jxbook.policy.for_form import BY_FORM
from jxbook.scoring.stated import METHOD as STATED


def check(case: Case) -> Iterator[Flaw]:
    judged = [row.indicator for row in case.rows if row.score.method == STATED]
    by_form = case.policy.rule("scoring.source").source == BY_FORM
    if case.source != "rows" or not judged or (by_form and case.explaining):
        return  # the form judges by a standard of its own, which it prints
    if all(missing(one.target) or missing(one.actual) for one in judged):
        yield warning(
            None,
            f"{len(judged)}条指标只有得分，没有指标值和完成值",
            f"得分无法核对；{grounds.COMPARED.cite(case.policy)}",
            "请在评分表或报告正文中写明各指标的指标值、完成值和得分的理由",
        )
