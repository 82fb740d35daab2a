"""JX324 半数指标没有完成而等级最高"""

from __future__ import annotations

from collections.abc import Callable

SLIGHTLY_SHORT = """
13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 19场 | 15 | | 天气原因
14 | | | 质量指标 | 活动验收合格率 | =100% | 98% | 15 | | 返工
17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 190人次 | 20 | | 天气原因
"""
ONE_MORE = "19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 88% | 10 | | 场地远"


def test_the_best_grade_with_half_of_the_rows_missed_is_found(find: Callable[..., list[str]]) -> None:
    assert len(find("JX324", SLIGHTLY_SHORT + ONE_MORE)) == 1


def test_with_fewer_missed_it_is_not(find: Callable[..., list[str]]) -> None:
    assert find("JX324", SLIGHTLY_SHORT) == []


def test_nor_with_another_grade(find: Callable[..., list[str]]) -> None:
    worse = (
        ONE_MORE.replace("88%", "10%")
        + "\n18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 未达成年度指标且效果较差 | 10 | | 人少"
    )
    assert find("JX324", SLIGHTLY_SHORT + worse) == []
