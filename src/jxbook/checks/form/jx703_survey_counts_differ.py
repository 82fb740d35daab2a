"""JX703 问卷份数对不上

查什么
    “满意度问卷”的回收有效份数有没有大于发放份数；每一题各档答案相加，是否等于回收有效份数。

为什么
    份数对不上的问卷不能作为满意度的依据。

示例
    会报：发放份数：90｜回收有效份数：100
    不报：发放份数：120｜回收有效份数：100

怎么改
    核对份数。有人没有回答某一题的，这一提醒可以不理会。

依据
    实践：问卷的发放数、回收数和答案数应当对得上，取自评审要点；回收多于发放的，数据矛盾，按错误处理
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error, warning
from jxbook.checks.wording import figure, quote
from jxbook.scoring.satisfaction import answers_to, count


def check(case: Case) -> Iterator[Flaw]:
    survey = case.form.records.survey
    sent, returned = count(survey.sent), count(survey.returned)
    if returned is None:
        return
    if sent is not None and returned > sent:
        yield error(
            survey.returned,
            f"回收有效份数{figure(returned)}大于发放份数{figure(sent)}",
            f"{grounds.CONTRADICTORY}：收回的不会多于发放的",
            "请核对发放份数和回收有效份数",
        )
    for one in survey.questions:
        answered = answers_to(one)
        if answered and answered != returned:
            yield warning(
                one.text,
                f"{quote(one.text.text)}各档答案共{figure(answered)}份，回收有效份数是{figure(returned)}份",
                f"份数应当对得上，是{grounds.REVIEWED}",
                "请核对各档答案的份数；有人没有回答这一题的，可以不改",
            )
