"""The satisfaction survey read: the sample, the mean, the worst question, and what interviews add."""

from __future__ import annotations

from decimal import Decimal

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, count, total
from jxbook.facts.survey import Question, SurveyFacts
from jxbook.facts.words import listed, marker, to_settle
from jxbook.pattern import pattern
from jxbook.report.refs import see
from jxbook.scoring import half_up, percent
from jxbook.values import plain

_THIRD = Decimal(1) / 3
_MOST = 6
_PLACES = pattern(
    r"\d+个?(?:服务站|站点|社区|村|学校|小区|网点|乡镇|街道|单位|点位)(?=.{0,4}(?:随机|抽|发放|开展|填))"
)
"""Where people were asked, which staff note without 在: 9个站点随机抽取."""
_INQUIRY = pattern("问卷|访谈|社会调查|满意度调查")


def sample(survey: SurveyFacts) -> str:
    """发放问卷120份，收回有效问卷114份，回收率95%."""
    said = []
    if survey.sent is not None:
        said.append(f"发放问卷{survey.sent}份")
    if survey.returned is not None:
        said.append(f"收回有效问卷{survey.returned}份")
    if survey.rate is not None:
        said.append(f"回收率{survey.rate.percent()}")
    return "，".join(said)


def survey_told(facts: Facts, *, after_row: bool = False) -> str:
    """The survey; "" without one. `after_row`: it stands behind the sentence of the satisfaction indicator, which says
    the same mean."""
    survey = facts.survey
    if survey is None:
        return _asked(facts)
    said = [
        _method(survey),
        _overall(survey, after_row),
        _questions(survey),
        _worst(survey),
        _drag(survey),
        _talked(facts),
    ]
    return "".join(f"{one}。" for one in said if one)


def survey_papers(facts: Facts) -> str:
    """The papers on a survey or on interviews that are listed, where none of it is recorded itself."""
    names = [one.name for one in facts.evidence if not one.missing and _INQUIRY.search(bare(one.name))]
    if facts.survey is not None or not names:
        return ""
    return f"佐证材料清单列有{listed(names)}{see('evidence_table')}。"


def _asked(facts: Facts) -> str:
    """How the satisfaction was found, where nobody says so anywhere."""
    section = next(
        (one.section for one in facts.form.places if "效益" in one.section or "满意" in one.section),
        "项目效益情况",
    )
    told = any(
        "满意" in one.section or "调查" in one.text.text or "满意" in one.text.text
        for one in facts.form.passages
    )
    if told or not any(row.satisfaction and row.has_actual for row in facts.rows):
        return ""
    return marker(
        "调查方式，发放和收回问卷的份数，满意度最低的事项和不满意的人数", facts.passage_place(section)
    )


def _method(survey: SurveyFacts) -> str:
    head = ""
    if survey.method:
        first, _, rest = survey.method.partition("，")
        head = f"调查采用{first}{'' if first.endswith(('方式', '法')) else '方式'}"
        rest = f"在{rest}" if _PLACES.match(bare(rest)) else rest
        head += (
            f"，{rest}填答"
            if rest and not rest.endswith(("填答", "填写", "作答"))
            else f"，{rest}"
            if rest
            else ""
        )
    elif survey.returned is not None:
        head = "开展问卷调查"
    got = f"共收回有效问卷{survey.returned}份" if survey.returned is not None else ""
    return "，".join(part for part in (head, got) if part) + see("survey_table")


def _overall(survey: SurveyFacts, after_row: bool) -> str:
    overall, row = survey.overall, survey.row
    if overall is None:
        return ""
    if survey.contradicts and row is not None and row.value is not None:
        asked = f"综合满意度自评表填{plain(row.value.number)}%，问卷汇总为{percent(overall.number)}，核定后两处改为同一数"
        return to_settle(asked, "、".join(filter(None, (row.value.where, overall.where))))
    if after_row and row is not None and row.value is not None and row.percent:
        return ""  # the sentence before says it
    return f"综合满意度{overall.percent()}"


def _questions(survey: SurveyFacts) -> str:
    """Which questions lie above the target and which below, the best first."""
    rated = [(one, one.rate) for one in reversed(survey.questions) if one.rate is not None]
    if len(rated) < 2:
        return ""
    target, number = _target(survey), count(len(rated), "调查内容项数")
    best, worst = rated[0], rated[-1]
    if best[1].number == worst[1].number:
        return f"{number}项调查内容的满意度均为{best[1].percent()}"
    if target is None or len(rated) > 2 * _MOST:
        return f"{number}项调查内容中，{_rate(best[0])}最高，{_rate(worst[0])}最低"
    high = [one for one, rate in rated if rate.number * 100 >= target.number]
    low = [one for one, rate in rated if rate.number * 100 < target.number]
    said, chart = [], see("survey_chart")
    for group, word in ((high, "高于" if not _touches(high, target) else "不低于"), (low, "低于")):
        if group:
            said.append(
                f"{'、'.join(_rate(one) for one in group[-_MOST:])}，{word}{target.as_text(plain(target.number) + '%')}"
            )
    if not high and len(low) <= _MOST:
        rates = "、".join(_rate(one) for one in low)
        return f"{number}项调查内容的满意度{chart}均低于{target.as_text(plain(target.number) + '%')}，依次为{rates}"
    if not low:
        return f"{number}项调查内容{chart}均不低于{target.as_text(plain(target.number) + '%')}，其中{_rate(rated[-1][0])}最低"
    return f"{number}项调查内容中{chart}，{'；'.join(said)}"


def _touches(group: list[Question], target: Sourced) -> bool:
    return any(one.rate is not None and one.rate.number * 100 == target.number for one in group)


def _rate(one: Question) -> str:
    return f"{one.topic}{one.rate.percent()}" if one.rate is not None else one.topic


def _target(survey: SurveyFacts) -> Sourced | None:
    return survey.row.low if survey.row is not None else None


def _worst(survey: SurveyFacts) -> str:
    """How many were dissatisfied with the worst question, and how much of all dissatisfaction that is."""
    low, bad = survey.low, survey.bad
    if low is None or low.bad is None or not low.bad:
        return ""
    share = (low.bad / low.answered).percent()
    target = _target(survey)
    reached = target is not None and low.rate is not None and low.rate.number * 100 >= target.number
    head = f"对{low.topic}，" if reached else f"{low.topic}满意度最低，"
    said = survey.dissatisfied.replace("和", "或")
    text = f"{head}{low.answered}名答卷人中有{low.bad}人{said}，占{share}"
    if bad is None or low.bad.number < bad.number * _THIRD or low.bad.number == bad.number:
        return text
    part = (low.bad / bad).percent()
    return f"{text}；全部内容共有{bad}人次{said}，{low.topic}占{part}"


def _drag(survey: SurveyFacts) -> str:
    """Without the worst question the target would be reached."""
    low, target = survey.low, _target(survey)
    rest = [one for one in survey.questions if one is not low and one.rate is not None]
    if low is None or target is None or survey.overall is None or not rest:
        return ""
    others = _together(rest)
    if others is None or not others.number * 100 >= target.number > survey.overall.number * 100:
        return ""
    said = target.as_text(plain(target.number) + "%")
    number = count(len(rest), "其余调查内容项数")
    return f"其余{number}项合并计算为{others.percent()}，总体未达到{said}主要受{low.topic}影响"


def _together(questions: list[Question]) -> Sourced | None:
    """The satisfaction of some questions: every answer counts the same."""
    answered = total(one.answered for one in questions)
    if answered is None or not answered.number:
        return None
    worth = sum(
        (one.rate.number * one.answered.number for one in questions if one.rate is not None), Decimal(0)
    )
    return Sourced(half_up(worth / answered.number, 6), "其余调查内容合并计算的满意度", answered.where)


def _talked(facts: Facts) -> str:
    said = [view.text for view in facts.views if view.survey]
    return f"访谈也反映，{'；'.join(said)}" if said else ""
