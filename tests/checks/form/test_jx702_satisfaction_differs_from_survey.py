"""JX702 满意度与问卷不一致"""

from __future__ import annotations

from collections.abc import Callable

SURVEY = """
    满意度问卷1 | 发放份数 | {sent} | 回收有效份数 | {returned}
    满意度问卷2 | 序号 | 问题 | 满意 | 基本满意 | 不满意 | 合计 | 满意度
    满意度问卷3 | 计入比例 | | {weight} | 0.5 | 0
    满意度问卷4 | 1 | 对组织是否满意 | {count} | 20 | 10
    满意度问卷5 | 2 | 对服务是否满意 | 60 | 40 | 0
"""
FILLED = {"sent": "120", "returned": "100", "weight": "1", "count": "70"}


def stated(actual: str, **survey: str) -> str:
    row = f"19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥75% | {actual} | 10 | 10 | 无"
    return row + SURVEY.format_map(FILLED | survey)


def test_another_figure_than_the_survey_gives_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX702", stated("95%")) == ["F19"]


def test_all_questions_together_or_one_of_them_are_fine(find: Callable[..., list[str]]) -> None:
    """(130 + 60 × 0.5) ÷ 200 is 80 %, also each question's."""
    assert find("JX702", stated("80%")) == []
    assert find("JX702", stated("86.67%", count="120")) == []
    assert find("JX702", stated("84%", count="120")) == []


def test_a_figure_rounded_as_it_is_printed_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX702", stated("86.7%", count="120")) == []
    assert find("JX702", stated("87%", count="120")) == []
    assert find("JX702", stated("86.6%", count="120")) == ["F19"]


def test_without_answers_there_is_nothing_to_compare(find: Callable[..., list[str]]) -> None:
    blank = stated("95%", count="").replace("| 20 | 10", "").replace("60 | 40 | 0", "")
    assert find("JX702", blank) == []


def test_a_survey_without_weights_gives_no_figure(find: Callable[..., list[str]]) -> None:
    assert find("JX702", stated("95%", weight="")) == []
