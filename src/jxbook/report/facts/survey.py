"""满意度问卷 in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jxbook.form import Survey
from jxbook.report.facts.words import one_line
from jxbook.scoring import percent
from jxbook.scoring.satisfaction import of_question, of_survey, return_rate
from jxbook.values import plain


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question, how many answered it, and its satisfaction ("" where it cannot be reckoned).

    `counts` go by the answers of the survey; `share` is the satisfaction as a ratio, for charts.
    """

    text: str
    counts: tuple[str, ...]
    total: str
    satisfaction: str
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """A questionnaire: sent, returned, 回收率, how it was asked, and the satisfaction of all questions together."""

    sent: str
    returned: str
    rate: str
    method: str
    overall: str
    answers: tuple[str, ...]
    questions: tuple[QuestionFacts, ...]


def survey_facts(survey: Survey) -> SurveyFacts | None:
    """The questionnaire, None where nothing about it is filled in. Questions nobody answered are left out."""
    questions = []
    for one in survey.questions:
        result = of_question(one, survey)
        if result.answered:
            counts = tuple(plain(count) for count in result.counts)
            answered = plain(result.answered)
            questions.append(
                QuestionFacts(one_line(one.text), counts, answered, _percent(result.ratio), result.ratio)
            )
    sent, returned, method = (one_line(entry) for entry in (survey.sent, survey.returned, survey.method))
    if not (sent or returned or questions):
        return None
    return SurveyFacts(
        sent,
        returned,
        _percent(return_rate(survey)),
        method,
        _percent(of_survey(survey).ratio) if questions else "",
        tuple(one_line(entry) for entry in survey.answers),
        tuple(questions),
    )


def _percent(ratio: Decimal | None) -> str:
    return "" if ratio is None else percent(ratio)
