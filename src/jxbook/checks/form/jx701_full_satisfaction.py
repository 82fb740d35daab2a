"""JX701 满意度100%，没有提到调查

查什么
    满意度指标的实际完成值是100%，没有填写“满意度问卷”，报告素材和本行的说明里也没有提到问卷、调查、访谈一类的依据。

为什么
    人人满意很少见，评审时会要求出示问卷或调查记录。

示例
    会报：三级指标：居民满意度｜年度指标值：≥90%｜实际完成值：100%
    不报：三级指标：居民满意度｜年度指标值：≥90%｜实际完成值：100%｜报告素材：发放问卷120份，收回118份。

怎么改
    填写“满意度问卷”，或在“报告素材”中写明调查的方式、发放和收回的份数，并备好问卷作佐证；没有调查的，不要填100%。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（四）（应开展满意度调查或者其他收集满意度反馈的工作）
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：满意度一般采取社会调查的方式）
    实践：满意度100%应有佐证，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_SURVEY = pattern(r"问卷|调查|访谈|测评|抽样|回访|评议|调研表|评价表")


def check(case: Case) -> Iterator[Flaw]:
    if case.satisfaction.answered:
        return  # whether it says the same is what JX702 looks at
    for row in case.satisfaction_rows:
        one = row.indicator
        if row.percentage != 100:
            continue
        said = "".join(entry.text for entry in (one.reason, *one.further.values()))
        if not _SURVEY.search(said) and not case.told(_SURVEY):
            yield warning(
                one.actual,
                f"{row.title}的实际完成值{quote(one.actual.text)}，没有提到问卷或调查",
                grounds.SURVEY.cite(case.policy),
                "请填写“满意度问卷”，或在“报告素材”中写明调查方式和份数，备好问卷作佐证；没有调查的，不要填100%",
            )
