"""JX324 半数指标没有完成而等级最高

查什么
    等级是最高一档（优）的，没有达到指标值的指标有没有占到一半。

为什么
    分值集中在少数几项，或者各项都差一点，得分仍可能在90分以上；评审时会问分值设得是否合理、结论是否客观。

示例
    会报：三级指标：举办活动场次｜实际完成值：19场｜得分：空｜三级指标：活动验收合格率｜实际完成值：98%｜得分：空｜三级指标：参加活动人次｜实际完成值：190人次｜得分：空｜三级指标：居民满意度｜实际完成值：88%｜得分：空
    不报：三级指标：举办活动场次｜实际完成值：19场｜得分：空｜三级指标：居民满意度｜实际完成值：88%｜得分：空

怎么改
    核对完成值和分值；属实的，在报告里说明没有完成的指标和原因，不要只写“全面完成”。

依据
    假定：由本程序提示，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.scoring import State

_FEWEST = 4
"""Rows compared: of fewer, half says little."""


def check(case: Case) -> Iterator[Flaw]:
    compared = [
        row for row in case.rows if row.score.state is State.SCORED and row.score.completion is not None
    ]
    missed = [row for row in compared if not row.score.met]
    grade = case.scoring.grade
    top = case.policy.values("grades.bands")[0][1]
    if grade is None or grade != top or len(compared) < _FEWEST or 2 * len(missed) < len(compared):
        return
    at = case.form.grade if case.form.grade.cell else case.form.total
    yield warning(
        at,
        f"等级是{grade}，而{len(compared)}项指标中有{len(missed)}项没有达到指标值",
        f"结论与完成情况不大相称；{grounds.PRUDENT}",
        "请核对完成值和分值；属实的，在报告里写明没有完成的指标和原因",
    )
