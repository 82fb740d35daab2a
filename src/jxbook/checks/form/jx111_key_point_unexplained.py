"""JX111 评价要点不符合，没有说明

查什么
    “评价要点”表中评定为“不符合”或“部分符合”的要点，有没有写“说明”。填“无”算没有写。

为什么
    扣了分的要点应当写明是哪里不符合，报告的问题分析也由此而来。

示例
    会报：评价要点：三级指标 举办活动场次，评价要点 活动有记录，符合情况 部分符合，说明 空
    不报：评价要点：三级指标 举办活动场次，评价要点 活动有记录，符合情况 不符合，说明 缺少活动签到表

怎么改
    写明不符合的具体情况，例如“缺少专家论证意见”。

依据
    实践：扣分应有说明，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import quote
from jxbook.scoring.key_points import PARTLY, UNMET
from jxbook.values import fold


def check(case: Case) -> Iterator[Flaw]:
    for one in case.form.records.key_points:
        verdict = fold(one.verdict.text)
        if verdict in (PARTLY, UNMET) and missing(one.note):
            yield warning(
                one.note if one.note.cell else one.verdict,
                f"{quote(one.indicator.text)}的评价要点{quote(one.text.text)}{verdict}，没有说明",
                f"扣分应有说明，是{grounds.REVIEWED}",
                "请在“说明”栏写明不符合的具体情况",
            )
