"""JX506 实际完成情况没有写数量

查什么
    预期目标写有数量，“实际完成情况”却一个数字也没有。

为什么
    没有数量，就不能与预期目标对照。

示例
    会报：预期目标：举办活动20场，服务居民600人次｜实际完成情况：已按计划完成各项活动
    不报：预期目标：举办活动20场，服务居民600人次｜实际完成情况：举办活动21场，服务居民640人次

怎么改
    对照预期目标里的每个数量，写明实际完成了多少。

依据
    官方：财预〔2020〕10号第十一条（单位自评的内容包括项目总体绩效目标完成情况）
    官方：财预〔2020〕10号附件3（参考提纲）（部门评价、财政评价：项目绩效目标，包括总体目标和阶段性目标）
    假定：有没有数量由本程序判断
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.indicator_row import missing
from jxbook.pattern import pattern

_NOT_COUNTED = pattern(
    r"目标\s*\d+\s*[:：.、]|(?m:^|[。；;])\s*\d+\s*[.、．](?!\d)|(?:19|20)\d{2}(?:\s*[-—－~～至]\s*(?:19|20)\d{2})?\s*年"
)
_DIGIT = pattern(r"\d")
_FIGURE = pattern(
    r"[一二两三四五六七八九十百千万]{1,12}\s{0,4}(?:个|场|次|支|项|家|人|名|户|件|套|台|处|期|批|篇|份|公里|万|亿)"
)


def check(case: Case) -> Iterator[Flaw]:
    for title, goal in case.goals:
        if missing(goal.achieved):
            continue
        if _has_figures(goal.expected.text) and not _has_figures(goal.achieved.text):
            yield note(
                goal.achieved,
                f"{title}预期目标写有数量，实际完成情况没有写",
                f"没有数量就不能对照；{grounds.GOALS.cite(case.policy)}",
                "请对照预期目标里的每个数量，写明实际完成了多少",
            )


def _has_figures(text: str) -> bool:
    return bool(_DIGIT.search(_NOT_COUNTED.sub("", text)) or _FIGURE.search(text))
