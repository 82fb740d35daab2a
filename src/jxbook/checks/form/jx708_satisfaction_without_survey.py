"""JX708 满意度没有调查的依据

查什么
    满意度指标填了实际完成值，工作簿里有“满意度问卷”而没有填，访谈记录、佐证材料也没有，报告素材、各栏文字和本行的说明里
    没有提到调查、问卷、回访、访谈、投诉一类的做法。填100%的见JX701，佐证材料已按指标列出的见JX704。一张表只提示一次。

为什么
    满意度要有调查或者其他反馈作依据，没有依据的，评审时说不清数从哪里来。

示例
    会报：评价政策：mof-2021-101｜满意度问卷：没有填
    会报：评价政策：mof-2020-10-evaluation｜满意度问卷：没有填
    不报：评价政策：mof-2021-101｜满意度问卷：没有填｜报告素材：对参加活动的居民作电话回访，共60人。
    会报：评价政策：mof-2021-101｜本程序新建的自评表
    不报：评价政策：mof-2021-101
    不报：满意度问卷：没有填

怎么改
    填写“满意度问卷”，或在“报告素材”中写明用什么方式收集了意见；没有做的，核对实际完成值从哪里来。

依据
    官方：财预〔2021〕101号（中央部门参考试行）附件1二（四）（应开展满意度调查或者其他收集满意度反馈的工作）
    官方：财预〔2020〕10号附件2（参考）（部门评价、财政评价：满意度一般采取社会调查的方式）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.indicator_row import missing
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_SHEET = "满意度问卷"
_ASKED = pattern(
    r"问卷|调查|调研|访谈|走访|座谈|回访|测评|抽样|抽查|评议|评价表|投诉|信访|热线|来电|反馈|征求意见|评分|打分|扫码"
)


def check(case: Case) -> Iterator[Flaw]:
    if not (case.framed or case.central):
        return  # no rule for a local office asks for it
    records = case.form.records
    if not _has_place(case) or case.satisfaction.answered or records.interviews:
        return
    rows = [row for row in case.satisfaction_rows if not missing(row.indicator.actual)]
    if any(row.percentage == 100 for row in rows) or any(not one.indicator.blank for one in records.evidence):
        return  # JX701, JX704
    said = [one.name.text for one in records.evidence]
    for row in rows:
        one = row.indicator
        said += [
            one.name.text,
            one.actual.text,
            one.reason.text,
            *(more.text for more in one.further.values()),
        ]
    if rows and not any(map(_ASKED.search, said)) and not case.told(_ASKED):
        actual = rows[0].indicator.actual
        yield note(
            actual,
            f"{rows[0].title}的实际完成值{quote(actual.text)}，没有填写“满意度问卷”，也没有提到怎样调查",
            grounds.SURVEY.cite(case.policy),
            "请填写“满意度问卷”，或在“报告素材”中写明用什么方式收集了意见；没有做的，核对这个数从哪里来",
        )


def _has_place(case: Case) -> bool:
    """Has the workbook a 满意度问卷 to be filled in, its own or that of our template? A report that prints one has not."""
    form = case.form
    if any(one.indicator.actual.cell is None or one.indicator.actual.cell.of_word for one in case.rows):
        return False
    ours = bool(form.made_for) and not form.adopted and _SHEET in case.policy.values("layout.sheets")
    return ours or bool(form.records.survey.answers)
