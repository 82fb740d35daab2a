"""Satisfaction from a questionnaire: per question, of all answers together, and not at all where it cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.form import Entry, Survey, SurveyQuestion
from jxbook.scoring.satisfaction import of_question, of_survey, return_rate, satisfaction


def numbers(text: str) -> list[Decimal]:
    return [Decimal(one) for one in text.split()]


def survey(weights: str, *questions: str, head: str = "120 118") -> Survey:
    """Blank counts are written _, percentages and other texts stay text."""
    sent, returned = map(_entry, head.split())
    answers = tuple(Entry(f"第{number}档") for number, _ in enumerate(weights.split(), 1))
    asked = tuple(SurveyQuestion(Entry("问题"), tuple(map(_entry, one.split()))) for one in questions)
    return Survey(sent, returned, Entry(), answers, tuple(map(_entry, weights.split())), asked)


def _entry(text: str) -> Entry:
    if text == "_":
        return Entry()
    return Entry(Decimal(text) if text.lstrip("-").replace(".", "", 1).isdecimal() else text)


def test_a_weight_of_more_than_the_whole_gives_no_satisfaction() -> None:
    """100, 80, 60 for 100%, 80%, 60%: no 7441% stands in a report."""
    assert of_survey(survey("100 80 0", "80 25 10")).ratio is None


@pytest.mark.parametrize(
    ("counts", "weights", "ratio"),
    [
        ("80 25 10 3 0", "1 0.8 0.6 0.3 0", "106.9"),
        ("0 0 118", "1 0.5 0", "0"),
        ("59 59", "", "59"),  # without weights they fall evenly: 1 and 0
        ("40 40 38", "", "60"),
        ("118", "", "118"),
    ],
)
def test_every_answer_counts_by_its_weight(counts: str, weights: str, ratio: str) -> None:
    assert satisfaction(numbers(counts), numbers(weights)) == Decimal(ratio) / 118


def test_without_answers_there_is_none() -> None:
    assert satisfaction(numbers("0 0 0"), numbers("1 0.5 0")) is None


@pytest.mark.parametrize(
    ("counts", "weights"), [("1 2", "1"), ("1 -2", "1 0"), ("1 2", "1 -1"), ("1", "1 0")]
)
def test_what_cannot_be_reckoned_is_an_error(counts: str, weights: str) -> None:
    with pytest.raises(ValueError, match="weight"):
        satisfaction(numbers(counts), numbers(weights))


def test_a_question_and_all_questions_together() -> None:
    one = survey("1 0.8 0.6 0.3 0", "80 25 10 3 0", "90 20 8 0 _")
    first, second = (of_question(question, one) for question in one.questions)
    together = of_survey(one)
    assert (first.answered, second.answered, together.answered) == (118, 118, 236)
    assert together.counts == (170, 45, 18, 3, 0)
    assert first.ratio == Decimal("106.9") / 118
    assert together.ratio == Decimal("217.7") / 236


def test_a_weight_may_be_written_in_per_cent_and_a_count_with_its_unit() -> None:
    one = survey("100% 50% 0%", "60份 20 _")
    assert of_survey(one).ratio == Decimal(70) / 80


@pytest.mark.parametrize(
    ("weights", "question"),
    [("1 0.5 0", "很多 20 1"), ("1 0.5 0", "-1 20 1"), ("1 _ 0", "60 20 1"), ("1 一半 0", "60 20 1")],
)
def test_a_wrong_entry_gives_no_figure_rather_than_a_wrong_one(weights: str, question: str) -> None:
    one = survey(weights, question)
    assert of_question(one.questions[0], one).ratio is None
    assert of_survey(one).ratio is None


def test_an_empty_questionnaire_has_no_figure() -> None:
    assert of_survey(Survey()).ratio is None
    assert of_survey(survey("1 0.5 0")).ratio is None


@pytest.mark.parametrize(
    ("head", "rate"), [("120 118", Decimal("0.9833")), ("_ 118", None), ("0 0", None), ("120 _", None)]
)
def test_the_return_rate_is_what_the_cell_shows(head: str, rate: Decimal | None) -> None:
    assert return_rate(survey("1 0", head=head)) == rate
