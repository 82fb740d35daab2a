"""Satisfaction from a questionnaire: of one question, and of all together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass
from jxbook.form import Entry, Survey, SurveyQuestion
from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.worksheet import ROUND, SUM, SUMPRODUCT
from jxbook.values import as_number, fold
from jxbook.values.quantity import read_quantity

_COUNTS, _WEIGHTS = Reference("counts"), Reference("weights")
_SENT, _RETURNED = Reference("sent"), Reference("returned")
_RATE_PLACES = 4


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What the answers to a question came to.

    `counts` go by the answers, best first; `answered` is their sum. `ratio` is the satisfaction (1 is 100 %),
    None without answers, or where a count or a weight is missing or wrong.
    """

    counts: tuple[Decimal, ...]
    answered: Decimal
    ratio: Decimal | None


def answered_in_all(counts: Expression) -> Expression:
    """How many answers there are: of them the satisfaction is a share, in 满意度问卷 and in the scoring."""
    return SUM(counts)


def satisfied_in_all(counts: Expression, weights: Expression) -> Expression:
    """How many of them count as satisfied, each answer by its weight."""
    return SUMPRODUCT(counts, weights)


def returned_of_sent(sent: Expression, returned: Expression) -> Expression:
    """What part of the questionnaires came back, as a rate is printed; of a number sent that is above nothing."""
    return ROUND(returned / sent, _RATE_PLACES)


def satisfaction(counts: Sequence[Decimal], weights: Sequence[Decimal] = ()) -> Decimal | None:
    """Satisfaction as a ratio, None without answers. Without `weights` they fall evenly from 1 to 0.

    Raises ValueError for a negative number, or where there is not one weight for each count.
    """
    worth = list(weights) or [1 - Decimal(place) / max(len(counts) - 1, 1) for place in range(len(counts))]
    if len(worth) != len(counts) or any(number < 0 for number in (*counts, *worth)):
        raise ValueError("there must be one weight from 0 for each count from 0")
    cells = {"counts": tuple(counts), "weights": tuple(worth)}
    answered, satisfied = (
        answered_in_all(_COUNTS).over(cells),
        satisfied_in_all(_COUNTS, _WEIGHTS).over(cells),
    )
    assert isinstance(answered, Decimal) and isinstance(satisfied, Decimal)
    return satisfied / answered if answered else None


def of_question(question: SurveyQuestion, survey: Survey) -> Satisfaction:
    """The satisfaction of one question."""
    return _of([[entry] for entry in question.counts], _weights(survey))


def of_questions(survey: Survey) -> tuple[Satisfaction, ...]:
    """The satisfaction of each question, in order."""
    weights = _weights(survey)
    return tuple([_of([[entry] for entry in one.counts], weights) for one in survey.questions])


def answers_to(question: SurveyQuestion) -> Decimal:
    """How many answered one question."""
    return sum((count(entry) or Decimal(0) for entry in question.counts), Decimal(0))


def of_survey(survey: Survey) -> Satisfaction:
    """The satisfaction of all questions together: every answer counts the same."""
    columns = [[one.counts[at] for one in survey.questions] for at in range(len(survey.answers))]
    return _of(columns, _weights(survey))


def return_rate(survey: Survey) -> Decimal | None:
    """回收率: 回收有效份数 ÷ 发放份数; None where one of them is no number or nothing was sent."""
    sent, returned = count(survey.sent), count(survey.returned)
    if sent is None or returned is None or sent <= 0:
        return None
    rate = returned_of_sent(_SENT, _RETURNED).over({_SENT.name: sent, _RETURNED.name: returned})
    assert isinstance(rate, Decimal)
    return rate


def count(entry: Entry) -> Decimal | None:
    """How often: 120 or "120份"; None where blank, no number or below 0."""
    number = entry.number
    return None if number is None or number < 0 else number


def weight(entry: Entry) -> Decimal | None:
    """What an answer counts for, as a ratio: 0.8 or "80%"; None where it is neither, and of more than the whole: 80."""
    number = as_number(entry.raw)
    if number is None and isinstance(entry.raw, str) and (found := read_quantity(fold(entry.text))):
        number = found.number * (found.unit.factor if found.unit.dimension == "percent" else 1)
    return None if number is None or not 0 <= number <= 1 else number


def _weights(survey: Survey) -> list[Decimal]:
    """What each answer counts for, as far as that is readable."""
    return [known for one in survey.weights if (known := weight(one)) is not None]


def _of(columns: list[list[Entry]], weights: list[Decimal]) -> Satisfaction:
    """Each column holds the counts of one answer. A blank count is none, a wrong one spoils the ratio."""
    read = [[count(entry) for entry in column] for column in columns]
    counts = tuple(sum((one or Decimal(0) for one in column), Decimal(0)) for column in read)
    wrong = any(
        number is None and not entry.blank
        for column, numbers in zip(columns, read, strict=True)
        for entry, number in zip(column, numbers, strict=True)
    )
    usable = not wrong and len(weights) == len(counts) > 0
    ratio = satisfaction(counts, weights) if usable else None
    return Satisfaction(counts, sum(counts, Decimal(0)), ratio)
