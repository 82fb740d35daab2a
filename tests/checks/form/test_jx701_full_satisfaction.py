"""JX701 满意度100%，没有提到调查"""

from __future__ import annotations

from collections.abc import Callable


def test_full_satisfaction_is_found(find: Callable[..., list[str]]) -> None:
    assert find(
        "JX701", "19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 100% | 10 | 10 | 无"
    ) == ["F19"]


def test_a_survey_settles_it(find: Callable[..., list[str]]) -> None:
    table = """
        19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 100% | 10 | 10 | 无
        素材2 | 项目概况 | 补充 | 发放问卷120份，收回118份。
    """
    assert find("JX701", table) == []


def test_so_does_a_filled_questionnaire(find: Callable[..., list[str]]) -> None:
    table = """
        19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 100% | 10 | 10 | 无
        满意度问卷1 | 序号 | 问题 | 满意 | 不满意 | 合计 | 满意度
        满意度问卷2 | 1 | 对服务是否满意 | {} | 0
    """
    assert find("JX701", table.format("118")) == []
    assert find("JX701", table.format("")) == ["F19"]


def test_less_than_full_is_fine(find: Callable[..., list[str]]) -> None:
    assert (
        find("JX701", "19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 98% | 10 | 10 | 无") == []
    )


def test_another_indicator_may_be_full(find: Callable[..., list[str]]) -> None:
    assert find("JX701", "14 | | | 质量指标 | 活动验收合格率 | =100% | 100% | 15 | 15 | 无") == []
