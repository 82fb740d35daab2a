"""JX112 评委评分超出分值

查什么
    “评委评分”表中每位评委的评分，是不是0至该指标分值之间的数。

为什么
    超出分值或不是数字的评分不能汇总，该指标的得分显示“待核对”。

示例
    会报：评委评分：三级指标 举办活动场次，分值 15，评委1 14，评委2 16
    不报：评委评分：三级指标 举办活动场次，分值 15，评委1 14，评委2 15

怎么改
    改正评分；分值填错的，先改自评表中的分值。

依据
    实践：得分不大于分值，取自评审和审核系统的通常要求；超出的与分值矛盾，按错误处理
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import figure, quote
from jxbook.scoring.given import given_points, most_points
from jxbook.scoring.reviews import METHOD
from jxbook.values import Misfit, fold


def check(case: Case) -> Iterator[Flaw]:
    points = {fold(row.indicator.name.text): row.scored.points for row in case.rows}
    for review in case.form.records.reviews:
        most = most_points(points.get(fold(review.indicator.text)), case.policy)
        for score in review.scores:
            if score.blank or not isinstance(given_points(score, most, METHOD), Misfit):
                continue
            yield error(
                score,
                f"{quote(review.indicator.text)}的评委评分{quote(score.text)}，不是0至{figure(most)}之间的数",
                grounds.impossible(score.number, "这样的评分不能汇总"),
                "请改正评分；分值填错的，先改自评表中的分值",
            )
