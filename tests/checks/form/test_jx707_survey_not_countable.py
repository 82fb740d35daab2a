"""JX707 问卷不能计算满意度"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jxbook.form import Entry
from jxbook.form.records import Records, Survey, SurveyQuestion
from jxbook.place import CellRef


def test_a_count_that_is_no_number_is_found(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    assert find("JX707", survey(count="很多")) == ["满意度问卷!C4"]
    assert find("JX707", survey(count="-5")) == ["满意度问卷!C4"]


def test_a_missing_weight_is_found(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX707", survey(weight="")) == ["满意度问卷!C3"]


def test_a_weight_in_per_cent_is_fine(find: Callable[..., list[str]], survey: Callable[..., str]) -> None:
    assert find("JX707", survey(weight="100%")) == []


def test_a_weight_of_more_than_the_whole_is_found(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    assert find("JX707", survey(weight="100")) == ["满意度问卷!C3"]


def test_a_survey_without_answers_needs_no_weights(
    find: Callable[..., list[str]], survey: Callable[..., str]
) -> None:
    blank = survey(weight="", count="").replace("| 20 | 10", "").replace("60 | 40 | 0", "")
    assert find("JX707", blank) == []


def test_a_survey_that_a_report_prints_needs_no_weights(find: Callable[..., list[str]]) -> None:
    def entry(raw: str | Decimal, row: int, column: int, word: bool) -> Entry:
        return Entry(raw, CellRef("表6", row, column, of_word=word))

    def records(word: bool) -> Records:
        asked = SurveyQuestion(entry("对服务是否满意", 2, 1, word), (entry(Decimal(60), 2, 2, word),))
        return Records(survey=Survey(answers=(entry("满意", 1, 2, word),), questions=(asked,)))

    assert find("JX707", records=records(word=True)) == []
    assert len(find("JX707", records=records(word=False))) == 1
