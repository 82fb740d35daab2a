"""JX707 问卷不能计算满意度

查什么
    “满意度问卷”各档答案的份数是不是都是不小于0的数，计入比例是不是都在0到100%之间，有没有缺少。

为什么
    有一处不是数字，满意度就算不出来，这一行显示为空。

示例
    会报：“满意”份数：很多
    不报：“满意”份数：70

怎么改
    份数只填数字；每一档答案都填计入比例，例如 80%。

依据
    假定：由本程序计算满意度，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.wording import quote
from jxbook.form import NO_ENTRY
from jxbook.scoring.satisfaction import count, weight


def check(case: Case) -> Iterator[Flaw]:
    survey = case.form.records.survey
    why = f"满意度按各档份数和计入比例计算；{grounds.PRUDENT}"
    for question in survey.questions:
        for entry in question.counts:
            if not entry.blank and count(entry) is None:
                name = quote(question.text.text)
                yield warning(
                    entry, f"{name}的答案份数{quote(entry.text)}不是份数", why, "请只填不小于0的数字"
                )
    if not any(count(entry) for question in survey.questions for entry in question.counts):
        return
    if not any(share.text for share in survey.weights) and all(
        one.cell is not None and one.cell.of_word for one in survey.answers
    ):
        return  # a survey as a report prints it, which tells the result
    weights = (*survey.weights, *[NO_ENTRY] * (len(survey.answers) - len(survey.weights)))
    for answer, share in zip(survey.answers, weights, strict=False):
        if weight(share) is None:
            said = f"是{quote(share.text)}" if share.text else "没有填写"
            what = f"答案{quote(answer.text)}的计入比例{said}"
            yield warning(share if share.cell else answer, what, why, "请填写计入满意度的比例，例如 80%")
