"""JX315 得分没有指标值和完成值作依据"""

from __future__ import annotations

from collections.abc import Callable

from jxbook.finding import Finding, Severity

BARE = """
    13 | | 产出指标   | 数量指标           | 举办活动场次   | | | 15 | 15 | 无
    14 | |            | 质量指标           | 活动验收合格率 | | | 15 | 15 | 无
    15 | |            | 时效指标           | 活动完成时间   | | | 10 | 9 | 有一场延期到次年1月举办，已调整安排
    16 | |            | 成本指标           | 每场活动成本   | | | 10 | 10 | 无
    17 | | 效益指标   | 社会效益指标       | 参加活动人次   | | | 30 | 30 | 无
    18 | |            | 可持续影响指标     | 志愿服务队伍   | | | 10 | 10 | 无
    19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度     | | | 10 | 10 | 无
"""
TABLE_OF_SCORES = "beijing-score-table"


def test_a_table_of_bare_scores_gets_one_warning(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    found = [one for one in find_all(BARE, policy=TABLE_OF_SCORES) if one.code == "JX315"]
    assert [(one.cell, one.severity) for one in found] == [(None, Severity.WARNING)]
    assert found[0].what.startswith("7条指标只有得分")


def test_one_row_with_target_and_actual_is_enough(find: Callable[..., list[str]]) -> None:
    assert find("JX315", policy=TABLE_OF_SCORES) == []


def test_a_form_that_is_computed_is_not_asked(find: Callable[..., list[str]]) -> None:
    assert find("JX315", BARE) == []
