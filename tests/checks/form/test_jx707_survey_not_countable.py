"""JX707 问卷不能计算满意度"""

from __future__ import annotations

from collections.abc import Callable


def test_a_count_that_is_no_number_is_found(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    assert find("JX707", survey(count="很多")) == ["满意度问卷!C4"]
    assert find("JX707", survey(count="-5")) == ["满意度问卷!C4"]


def test_a_missing_weight_is_found(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX707", survey(weight="")) == ["满意度问卷!C3"]


def test_a_weight_in_per_cent_is_fine(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX707", survey(weight="100%")) == []


def test_a_survey_without_answers_needs_no_weights(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    blank = survey(weight="", count="").replace("| 20 | 10", "").replace("60 | 40 | 0", "")
    assert find("JX707", blank) == []
