"""JX702 满意度与问卷不一致"""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def stated(survey: Callable[..., str]) -> Callable[..., str]:
    """stated("95%", count="120"): the form says 95 %, beside a survey with another entry."""

    def stated(actual: str, **entries: str) -> str:
        row = f"19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥75% | {actual} | 10 | 10 | 无"
        return row + survey(**entries)

    return stated


def test_another_figure_than_the_survey_gives_is_found(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    assert find("JX702", stated("95%")) == ["F19"]


def test_all_questions_together_or_one_of_them_are_fine(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    """(130 + 60 × 0.5) ÷ 200 is 80 %, also each question's."""
    assert find("JX702", stated("80%")) == []
    assert find("JX702", stated("86.67%", count="120")) == []
    assert find("JX702", stated("84%", count="120")) == []


def test_a_figure_rounded_as_it_is_printed_is_fine(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    assert find("JX702", stated("86.7%", count="120")) == []
    assert find("JX702", stated("87%", count="120")) == []
    assert find("JX702", stated("86.6%", count="120")) == ["F19"]


def test_without_answers_there_is_nothing_to_compare(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    blank = stated("95%", count="").replace("| 20 | 10", "").replace("60 | 40 | 0", "")
    assert find("JX702", blank) == []


def test_a_survey_of_which_a_part_cannot_be_counted_gives_no_figure(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    """The second question can, but the 综合满意度 would be another."""
    spoilt = stated("95%", count="若干")
    assert find("JX707", spoilt) and find("JX702", spoilt) == []


def test_a_survey_without_weights_gives_no_figure(
    find: Callable[..., list[str]], stated: Callable[..., str]
) -> None:
    assert find("JX702", stated("95%", weight="")) == []
